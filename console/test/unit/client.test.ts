import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../../src/api/client';
import { problemFrom } from '../../src/api/problem';

afterEach(() => void vi.unstubAllGlobals());

function answering(...answers: (Response | Error)[]) {
  const sent: Request[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    sent.push(new Request(new URL(path, 'http://otklik.test'), init));
    const next = answers.shift();
    return next instanceof Response ? Promise.resolve(next) : Promise.reject(next ?? new Error('no more answers'));
  });
  return sent;
}

const json = (value: unknown, status = 200): Response => new Response(JSON.stringify(value), { status });

describe('ApiClient', () => {
  it('sends the token, the key and the version of a command', async () => {
    const sent = answering(json({ id: 'a', version: 8, state: 'DONE', facts: [] }));
    await new ApiClient(() => Promise.resolve('t0')).command('a b', { type: 'Approve' }, 7, 'key-1');
    expect(sent[0]?.url).toBe('http://otklik.test/api/routing/v1/incidents/a%20b/commands');
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toMatchObject({ authorization: 'Bearer t0', 'if-match': '"7"', 'idempotency-key': 'key-1' });
    expect(await sent[0]?.json()).toEqual({ type: 'Approve' });
  });

  it('renews the token once after a 401', async () => {
    const sent = answering(json({}, 401), json({ id: 'me', name: 'Я', grants: [] }));
    const tokens = vi.fn((fresh?: boolean) => Promise.resolve(fresh === true ? 'new' : 'old'));
    await new ApiClient(tokens).me();
    expect(sent.map((request) => request.headers.get('Authorization'))).toEqual(['Bearer old', 'Bearer new']);
  });

  it('gives up after the second 401', async () => {
    answering(json({}, 401), json({ title: 'Нужно войти' }, 401));
    const failure = await new ApiClient(() => Promise.resolve('old')).me().catch(problemFrom);
    expect(failure).toMatchObject({ status: 401, title: 'Нужно войти' });
  });

  it('turns a problem into its Russian words and keeps the clause', async () => {
    answering(json({ title: 'Уже согласовано', detail: 'Обновите карточку.', code: 'not-now', clause: 'AK-10' }, 409));
    const failure = await new ApiClient(() => Promise.resolve('t')).card('1').catch(problemFrom);
    expect(failure).toMatchObject({ status: 409, title: 'Уже согласовано', detail: 'Обновите карточку.', clause: 'AK-10', isClash: true });
  });

  it('finds words of its own for an answer that is not a problem', async () => {
    answering(new Response('<html>Bad gateway</html>', { status: 502 }));
    const failure = await new ApiClient(() => Promise.resolve('t')).card('1').catch(problemFrom);
    expect(failure).toMatchObject({ title: 'На сервере что-то сломалось', isUnknownOutcome: true });
  });

  it('calls a lost connection by its name', async () => {
    answering(new TypeError('Failed to fetch'));
    const failure = await new ApiClient(() => Promise.resolve('t')).card('1').catch(problemFrom);
    expect(failure).toMatchObject({ status: 0, isOffline: true, title: 'Нет связи с сервером' });
  });

  it('leaves empty filters out of the address', async () => {
    const sent = answering(json({ items: [], next: null }));
    await new ApiClient(() => Promise.resolve('t')).incidents({ jurisdiction: 'altai-krai', queue: 'open', q: 'яма & снег', organ: '' });
    expect(sent[0]?.url).toBe('http://otklik.test/api/routing/v1/incidents?jurisdiction=altai-krai&queue=open&q=%D1%8F%D0%BC%D0%B0+%26+%D1%81%D0%BD%D0%B5%D0%B3');
  });
});
