import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { Connect, Plugin } from 'vite';
import { answer } from './api.ts';
import { FakeOtklik } from './otklik.ts';
import { FakeSignIn } from './signIn.ts';

/** Puts the fake before Vite's own pages, in `vite --mode fake` and `vite preview --mode fake`. */
export function fakeBackend(): Plugin {
  const middleware = fakeMiddleware();
  return {
    name: 'otklik-fake',
    configureServer: (server) => void server.middlewares.use(middleware),
    configurePreviewServer: (server) => void server.middlewares.use(middleware),
  };
}

function fakeMiddleware(): Connect.NextHandleFunction {
  const otklik = new FakeOtklik();
  const signIn = new FakeSignIn(Number(process.env['OTKLIK_FAKE_TOKEN_LIFE'] ?? 300));
  return (incoming, outgoing, next) => {
    const request = requestOf(incoming, outgoing);
    Promise.resolve()
      .then(async () => (await signIn.answer(request)) ?? (await answer(otklik, request)))
      .then((response) => (response === null ? next() : send(response, outgoing)))
      .catch(next);
  };
}

function requestOf(incoming: IncomingMessage, outgoing: ServerResponse): Request {
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  const method = incoming.method ?? 'GET';
  const init: RequestInit & { duplex: 'half' } = { method, headers: incoming.headers as Record<string, string>, signal: gone.signal, duplex: 'half' };
  // Only what the fake answers may be read here: the rest belongs to the next in line, with its body.
  if (method === 'POST' || method === 'PUT') init.body = Readable.toWeb(incoming) as unknown as ReadableStream;
  return new Request(`http://${incoming.headers.host ?? '127.0.0.1'}${incoming.url ?? '/'}`, init);
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  if (response.body === null) { outgoing.end(); return; }
  for await (const chunk of Readable.fromWeb(response.body as NodeStream)) outgoing.write(chunk);
  outgoing.end();
}
