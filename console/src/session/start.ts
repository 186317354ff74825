import { UserManager, WebStorageStateStore, type OidcMetadata } from 'oidc-client-ts';
import { hasSignedOut, OidcSession, signIn, type Session } from './session';

/** What the page may show: the console, a sign-in page, or nothing because the browser is on its way elsewhere. */
export type Start =
  | { kind: 'signed-in'; session: Session }
  | { kind: 'signed-out'; signIn: () => Promise<void>; problem: string | null }
  | { kind: 'leaving' };

interface Settings { issuer: string | null; clientId: string }

const CALLBACK = '/signed-in';
/** A sign-in service that is silent for longer is as good as away: the person may try again. */
const PATIENCE_MS = 15_000;
/** Chromium 150 never sends about one in a hundred first requests of a page reached by redirects; asked again, it does. */
const SECOND_TRY_MS = 2_500;

export async function start(): Promise<Start> {
  const manager = await userManager();
  if (location.pathname === CALLBACK) {
    if (window.parent !== window) {
      await manager.signinSilentCallback();
      return { kind: 'leaving' };
    }
    const problem = await finishSignIn(manager);
    if (problem !== null) return { kind: 'signed-out', signIn: () => signIn(manager), problem };
  }
  if (hasSignedOut()) {
    // A renewal under way at the sign-out may have brought the person back in the meantime.
    await manager.removeUser();
    return { kind: 'signed-out', signIn: () => signIn(manager), problem: null };
  }
  const user = await manager.getUser();
  if (user !== null && user.expired !== true) return { kind: 'signed-in', session: new OidcSession(manager, user) };
  await signIn(manager);
  return { kind: 'leaving' };
}

async function finishSignIn(manager: UserManager): Promise<string | null> {
  try {
    const user = await manager.signinRedirectCallback();
    history.replaceState(null, '', placeOf(user.state));
    return null;
  } catch {
    // A reload of /signed-in or an old tab: the code is spent. A new sign-in is one click and usually needs no password.
    history.replaceState(null, '', '/');
    const user = await manager.getUser();
    return user !== null && user.expired !== true ? null : 'Вход не завершился. Попробуйте ещё раз.';
  }
}

/** Only a path of this site: the state comes back through the browser's storage. */
export function placeOf(state: unknown): string {
  const place = typeof state === 'object' && state !== null ? (state as Record<string, unknown>)['returnTo'] : null;
  return typeof place === 'string' && /^\/(?![/\\])/.test(place) && !place.startsWith(CALLBACK) ? place : '/';
}

async function userManager(): Promise<UserManager> {
  const settings = await json<Settings>('/settings.json');
  const authority = settings.issuer ?? location.origin;
  const found = await json<OidcMetadata>(`${authority.replace(/\/$/, '')}/.well-known/openid-configuration`);
  return new UserManager({
    authority,
    metadata: settings.issuer === null ? onThisOrigin(found) : found,
    client_id: settings.clientId,
    redirect_uri: location.origin + CALLBACK,
    silent_redirect_uri: location.origin + CALLBACK,
    post_logout_redirect_uri: `${location.origin}/`,
    response_type: 'code',
    scope: 'openid profile',
    automaticSilentRenew: true,
    monitorSession: false,
    silentRequestTimeoutInSeconds: 8,
    requestTimeoutInSeconds: PATIENCE_MS / 1_000,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
  });
}

/** The gateway answers on several names (127.0.0.1, localhost) but its metadata knows one: stay on the name in the address bar. */
export function onThisOrigin(metadata: OidcMetadata): OidcMetadata {
  const moved = Object.entries(metadata as unknown as Record<string, unknown>).map(([name, value]) => {
    const isAddress = name !== 'issuer' && typeof value === 'string' && /^https?:\/\//.test(value);
    return [name, isAddress ? location.origin + new URL(value).pathname : value];
  });
  return Object.fromEntries(moved) as OidcMetadata;
}

async function json<T>(address: string): Promise<T> {
  const read = (patience: number): Promise<Response> =>
    fetch(address, { headers: { Accept: 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout(patience) });
  const response = await read(SECOND_TRY_MS).catch(() => read(PATIENCE_MS));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}
