import type { OidcMetadata, User, UserManager } from 'oidc-client-ts';
import { expect, it, vi } from 'vitest';
import { OidcSession } from '../../src/session/session';
import { onThisOrigin, placeOf } from '../../src/session/start';
import { jurisdictionsOf } from '../../src/session/context';

it('placeOf_returnsOnlyPathsOfThisSite', () => {
  const place = (returnTo: unknown) => placeOf({ returnTo });
  expect(place('/incidents/7?x=1')).toBe('/incidents/7?x=1');
  expect(['//evil.example', 'https://evil.example', '/\\evil.example', '/signed-in?code=1', 7, null].map(place)).toEqual(['/', '/', '/', '/', '/', '/']);
  expect(placeOf(null)).toBe('/');
});

it('onThisOrigin_keepsTheIssuerAndMovesTheAddresses', () => {
  const metadata = onThisOrigin({ issuer: 'http://127.0.0.1:8080', token_endpoint: 'http://127.0.0.1:8080/oauth2/token' } as OidcMetadata);
  expect(metadata).toEqual({ issuer: 'http://127.0.0.1:8080', token_endpoint: `${location.origin}/oauth2/token` });
});

it('jurisdictionsOf_opensAllKnownOnesForAStarAndNamesEachOnce', () => {
  const grants = [{ role: 'curator', jurisdiction: 'altai-krai', organ: null }, { role: 'executor', jurisdiction: 'altai-krai', organ: 'x' }];
  const jurisdictions = ['altai-krai', 'sixth-town'].map((id) => ({ id, name: id, zone: 'Asia/Barnaul' }));
  expect(jurisdictionsOf({ id: '1', name: '', grants, jurisdictions })).toEqual(['altai-krai']);
  expect(jurisdictionsOf({ id: '1', name: '', grants: [{ role: 'admin', jurisdiction: '*', organ: null }], jurisdictions })).toEqual(['altai-krai', 'sixth-town']);
});

it('signOut_bringsNobodyBack_whateverTheLeavingPageStillAsksFor', async () => {
  let kept: User | null = { access_token: 'a', id_token: 'i', profile: { sub: 'x' }, expired: false } as unknown as User;
  const signinSilent = vi.fn(() => Promise.resolve(kept));
  const manager = {
    events: { addUserLoaded: vi.fn(), addAccessTokenExpired: vi.fn() },
    getUser: () => Promise.resolve(kept),
    stopSilentRenew: vi.fn(),
    signinSilent,
    signoutRedirect: () => { kept = null; return Promise.resolve(); },
  } as unknown as UserManager;
  const session = new OidcSession(manager, kept);
  await session.signOut();

  const asked = await Promise.race([session.token(), session.token(true), new Promise((done) => { setTimeout(() => { done('nothing'); }, 20); })]);

  expect(asked).toBe('nothing');
  expect(signinSilent).not.toHaveBeenCalled();
});
