import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followChanges, type Link } from '../../src/api/changes';
import type { ApiClient } from '../../src/api/client';
import type { Change } from '../../src/api/types';

interface Line { say: (text: string) => void; drop: () => void }

function exchange() {
  const lines: Line[] = [];
  let refuse = 0;
  const api = {
    changes: (signal: AbortSignal) => {
      if (refuse > 0) { refuse -= 1; return Promise.reject(new Error('no connection')); }
      return Promise.resolve(new Response(new ReadableStream<Uint8Array>({
        start(stream) {
          signal.addEventListener('abort', () => { try { stream.error(new Error('hung up')); } catch { /* already closed */ } });
          lines.push({ say: (text) => stream.enqueue(new TextEncoder().encode(text)), drop: () => stream.close() });
        },
      })));
    },
  } as unknown as ApiClient;
  return { api, lines, refuse: (times: number) => { refuse = times; } };
}

const changes: Change[] = [];
const links: Link[] = [];
const listener = { onChange: (change: Change) => void changes.push(change), onLink: (link: Link) => void links.push(link) };
const event = (id: string): string => `event: incident\ndata: {"id":"${id}","version":2,"state":"NEW","jurisdiction":"altai-krai"}\n\n`;
const settle = (millis = 0) => vi.advanceTimersByTimeAsync(millis);

beforeEach(() => { changes.length = 0; links.length = 0; vi.useFakeTimers(); });
afterEach(() => void vi.useRealTimers());

it('changes_arriveHoweverTheBytesAreCut', async () => {
  const { api, lines } = exchange();
  const stop = followChanges(api, listener);
  await settle();
  const text = `: heartbeat\n\n${event('a')}${event('b')}event: other\ndata: {}\n\nevent: incident\ndata: broken\n\n${event('c')}`;
  for (const letter of text) lines[0]?.say(letter);
  await settle();
  expect(changes.map((change) => change.id)).toEqual(['a', 'b', 'c']);
  stop();
});

it('aDroppedLine_isTakenUpAgainWithAGrowingPause', async () => {
  const { api, lines, refuse } = exchange();
  const stop = followChanges(api, listener);
  await settle();
  refuse(2);
  lines[0]?.drop();
  await settle();
  expect(links).toEqual(['connecting', 'live', 'lost']);
  await settle(1_000 + 2_000);
  expect(lines).toHaveLength(1);
  await settle(4_000);
  expect(lines).toHaveLength(2);
  expect(links.at(-1)).toBe('live');
  stop();
});

it('aSilentLine_isGivenUp', async () => {
  const { api, lines } = exchange();
  const stop = followChanges(api, listener);
  await settle(40_000);
  lines[0]?.say(': heartbeat\n\n');
  await settle(40_000);
  expect(links.at(-1)).toBe('live');
  await settle(6_000);
  expect(links).toContain('lost');
  stop();
});

it('stop_endsItForGood', async () => {
  const { api, lines } = exchange();
  const stop = followChanges(api, listener);
  await settle();
  stop();
  await settle(60_000);
  expect(lines).toHaveLength(1);
  expect(links).toEqual(['connecting', 'live']);
});
