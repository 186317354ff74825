import { randomUUID } from 'node:crypto';
import { tokenOf } from './api.ts';
import { people } from './people.ts';

/** A sign-in service with the shape of the standalone's: discovery, a form with `username` and `password`, code, token, sign-out. */
export class FakeSignIn {
  private readonly codes = new Map<string, { login: string; clientId: string; nonce: string | null }>();

  constructor(private readonly tokenLifeSeconds = 300) {}

  async answer(request: Request): Promise<Response | null> {
    const url = new URL(request.url);
    switch (url.pathname) {
      case '/.well-known/openid-configuration': return json(metadata(url.origin));
      case '/oauth2/authorize': return this.authorize(request, url);
      case '/login': return request.method === 'POST' ? this.checkPassword(await request.formData(), url) : page(url, '');
      case '/oauth2/token': return this.token(new URLSearchParams(await request.text()), url.origin);
      case '/connect/logout': return redirect(url.searchParams.get('post_logout_redirect_uri') ?? '/', 'otklik-fake=; Max-Age=0; Path=/');
      default: return null;
    }
  }

  private authorize(request: Request, url: URL): Response {
    const login = /otklik-fake=([\w.]+)/.exec(request.headers.get('Cookie') ?? '')?.[1];
    const back = new URL(url.searchParams.get('redirect_uri') ?? '/', url.origin);
    back.searchParams.set('state', url.searchParams.get('state') ?? '');
    if (login === undefined && url.searchParams.get('prompt') === 'none') {
      back.searchParams.set('error', 'login_required');
      return redirect(back.href);
    }
    if (login === undefined) return redirect(`/login?then=${encodeURIComponent(url.pathname + url.search)}`);
    const code = randomUUID();
    this.codes.set(code, { login, clientId: url.searchParams.get('client_id') ?? '', nonce: url.searchParams.get('nonce') });
    back.searchParams.set('code', code);
    return redirect(back.href);
  }

  private checkPassword(form: FormData, url: URL): Response {
    const login = form.get('username');
    if (typeof login !== 'string' || !people.some((each) => each.login === login) || form.get('password') !== 'demo') return page(url, 'Логин или пароль не подошли.');
    return redirect(url.searchParams.get('then') ?? '/', `otklik-fake=${login}; Path=/; HttpOnly; SameSite=Lax`);
  }

  private token(form: URLSearchParams, issuer: string): Response {
    const code = this.codes.get(form.get('code') ?? '');
    this.codes.delete(form.get('code') ?? '');
    if (code === undefined || form.get('code_verifier') === null) return json({ error: 'invalid_grant' }, 400);
    const name = people.find((each) => each.login === code.login)?.name;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: code.clientId, sub: code.login, name, nonce: code.nonce ?? undefined, iat: now, exp: now + this.tokenLifeSeconds };
    return json({ access_token: tokenOf(code.login), token_type: 'Bearer', expires_in: this.tokenLifeSeconds, scope: 'openid profile', id_token: unsigned(claims) });
  }
}

const metadata = (issuer: string) => ({
  issuer, authorization_endpoint: `${issuer}/oauth2/authorize`, token_endpoint: `${issuer}/oauth2/token`, end_session_endpoint: `${issuer}/connect/logout`, jwks_uri: `${issuer}/oauth2/jwks`,
});

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (claims: object): string => `${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims)}.none`;

const json = (value: unknown, status = 200): Response => new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } });

function redirect(to: string, cookie?: string): Response {
  // DENY as Spring Security sends it: the hidden frame of the renewal must live with it.
  const headers = new Headers({ Location: to, 'X-Frame-Options': 'DENY' });
  if (cookie !== undefined) headers.set('Set-Cookie', cookie);
  return new Response(null, { status: 302, headers });
}

function page(url: URL, problem: string): Response {
  const html = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Вход</title><h1>Вход (поддельный)</h1><p>${problem}</p>
    <form method="post" action="/login${url.search.replaceAll('"', '')}"><label>Логин <input name="username" value="curator.altai"></label>
    <label>Пароль <input name="password" type="password" value="demo"></label><button type="submit">Войти</button></form>
    <p>${people.map((each) => each.login).join(', ')}</p></html>`;
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'X-Frame-Options': 'DENY' } });
}
