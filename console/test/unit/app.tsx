import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, vi } from 'vitest';
import { App } from '../../src/App';
import type { Session } from '../../src/session/session';
import { answer, tokenOf } from '../fake/api';
import { FakeOtklik } from '../fake/otklik';
import { people } from '../fake/people';

export interface Opened {
  otklik: FakeOtklik;
  user: ReturnType<typeof userEvent.setup>;
  /** Every command that reached the server: its key, version and body. */
  commands: { key: string | null; version: string | null; body: unknown }[];
  /** Makes the next matching request fail before (`lost`) or after (`cut`) the server has acted. */
  fail: (how: 'lost' | 'cut', path: RegExp) => void;
  /** Makes matching answers late. */
  delay: (path: RegExp, millis: number) => void;
}

const open: AbortController[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.abort();
  vi.unstubAllGlobals();
});

/** The whole console in jsdom over the in-memory Otklik: only the network and the sign-in are replaced. */
export function openApp(login: string, place: string, otklik = new FakeOtklik(20, false)): Opened {
  const end = new AbortController();
  open.push(end);
  const commands: Opened['commands'] = [];
  let late: { path: RegExp; millis: number } | null = null;
  let failure: { how: 'lost' | 'cut'; path: RegExp } | null = null;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    const planned = failure?.path.test(`${method} ${path}`) === true ? failure : null;
    if (planned !== null) failure = null;
    if (planned?.how === 'lost') throw new TypeError('Failed to fetch');
    const request = new Request(new URL(path, 'http://otklik.test'), { ...init, signal: null });
    if (method === 'POST') commands.push({ key: request.headers.get('Idempotency-Key'), version: request.headers.get('If-Match'), body: typeof init.body === 'string' ? JSON.parse(init.body) as unknown : null });
    if (late?.path.test(path) === true) await new Promise((resolve) => setTimeout(resolve, late?.millis));
    const response = await answer(otklik, request);
    if (planned?.how === 'cut') throw new TypeError('Failed to fetch');
    return response ?? new Response('', { status: 404 });
  });
  vi.stubGlobal('XMLHttpRequest', requestTo(otklik));
  history.replaceState(null, '', place);
  render(<App session={sessionOf(login)} />);
  return { otklik, user: userEvent.setup(), commands, fail: (how, path) => { failure = { how, path }; }, delay: (path, millis) => { late = { path, millis }; } };
}

/** What the console uses of the browser's older way to the network: one body, one answer, half of it on the way. */
function requestTo(otklik: FakeOtklik): typeof XMLHttpRequest {
  class FakeRequest {
    upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {};
    onload = (): void => undefined;
    onerror = (): void => undefined;
    status = 0;
    responseText = '';
    private method = '';
    private url = new URL('http://otklik.test');
    private readonly headers = new Headers();
    open(method: string, path: string): void { this.method = method; this.url = new URL(path, 'http://otklik.test'); }
    setRequestHeader(name: string, value: string): void { this.headers.set(name, value); }
    send(file: File): void {
      this.upload.onprogress?.({ lengthComputable: true, loaded: file.size / 2, total: file.size });
      void this.answered(file).then(() => this.onload(), () => this.onerror());
    }
    private async answered(file: File): Promise<void> {
      const body = await bytesOf(file);
      const response = await answer(otklik, new Request(this.url, { method: this.method, headers: this.headers, body }));
      this.status = response?.status ?? 404;
      this.responseText = (await response?.text()) ?? '';
    }
  }
  return FakeRequest as unknown as typeof XMLHttpRequest;
}

/** The files of jsdom cannot be read by the network of node. */
function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(file);
  });
}

function sessionOf(login: string): Session {
  return {
    name: people.find((each) => each.login === login)?.name ?? login,
    token: () => Promise.resolve(tokenOf(login)),
    signOut: vi.fn(() => Promise.resolve()),
    signInAgain: vi.fn(() => Promise.resolve()),
    isExpired: () => false,
    subscribe: () => () => undefined,
  };
}

export const button = (name: RegExp): Promise<HTMLElement> => screen.findByRole('button', { name });
