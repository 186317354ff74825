import type { User, UserManager } from 'oidc-client-ts';

/** Who is signed in and how the console gets a valid token. Made once, before the first render. */
export interface Session {
  /** Shown until `/me` answers. */
  readonly name: string;
  token: (fresh?: boolean) => Promise<string | null>;
  signOut: () => Promise<void>;
  /** Leaves for the sign-in page and comes back to the same place. */
  signInAgain: () => Promise<void>;
  /** True when no token can be had without the person. */
  isExpired: () => boolean;
  subscribe: (listener: () => void) => () => void;
}

export const returnPlace = (): string => location.pathname + location.search;

const usable = (user: User | null): user is User => user !== null && user.expired !== true;

export class OidcSession implements Session {
  readonly name: string;
  private expired = false;
  private leaving = false;
  private renewal: Promise<string | null> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly manager: UserManager, user: User) {
    this.name = user.profile.name ?? user.profile.sub;
    manager.events.addUserLoaded(() => this.mark(false));
    manager.events.addAccessTokenExpired(() => void this.token());
  }

  token = async (fresh = false): Promise<string | null> => {
    // Whoever asks while the page is leaving would sign the person in again behind their back.
    if (this.leaving) return new Promise<never>(() => undefined);
    const user = await this.manager.getUser();
    return !fresh && usable(user) ? user.access_token : this.renew();
  };

  signOut = async (): Promise<void> => {
    this.leaving = true;
    this.manager.stopSilentRenew();
    rememberSignedOut(true);
    const user = await this.manager.getUser();
    try {
      await this.manager.signoutRedirect(user?.id_token === undefined ? {} : { id_token_hint: user.id_token });
    } catch {
      // The provider has no end-session address, or is away: at least this browser forgets the person.
      await this.manager.removeUser();
      location.assign('/');
    }
  };

  signInAgain = (): Promise<void> => signIn(this.manager);
  isExpired = (): boolean => this.expired;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** One renewal at a time, however many requests need it: with a refresh token, else in a hidden frame. */
  private renew(): Promise<string | null> {
    this.renewal ??= this.manager
      .signinSilent()
      .then((user) => user?.access_token ?? null, () => null)
      .then((token) => {
        this.mark(token === null);
        return token;
      })
      .finally(() => (this.renewal = null));
    return this.renewal;
  }

  private mark(expired: boolean): void {
    this.expired = expired;
    for (const listener of this.listeners) listener();
  }
}

export async function signIn(manager: UserManager): Promise<void> {
  rememberSignedOut(false);
  await manager.signinRedirect({ state: { returnTo: returnPlace() } });
}

const SIGNED_OUT = 'otklik.signed-out';

/** After a sign-out the console must not walk straight into the next sign-in. */
export const hasSignedOut = (): boolean => sessionStorage.getItem(SIGNED_OUT) !== null;

function rememberSignedOut(value: boolean): void {
  if (value) sessionStorage.setItem(SIGNED_OUT, 'yes');
  else sessionStorage.removeItem(SIGNED_OUT);
}
