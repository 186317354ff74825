import { createParser } from 'eventsource-parser';
import type { ApiClient } from './client';
import type { Change, Present } from './types';

export type Link = 'connecting' | 'live' | 'lost';

/** The server sends a heartbeat every 15 s; silence for three of them means the line is dead. */
const SILENCE_MS = 45_000;
const MAX_PAUSE_MS = 15_000;

interface Listener {
  onChange: (change: Change) => void;
  /** Somebody said something among the team, at that incident. */
  onComment?: (incident: string) => void;
  onPresence?: (present: Present) => void;
  /** A surge began, grew, is over or was counted anew. */
  onSurge?: () => void;
  onLink: (link: Link) => void;
}

/**
 * Follows `/changes` for ever, reconnecting with a growing pause. EventSource cannot send a token, hence fetch.
 * What happened while the line was down is unknown: the listener must read everything anew on each `live`.
 */
export function followChanges(api: ApiClient, listener: Listener): () => void {
  const stop = new AbortController();
  void (async () => {
    let failures = 0;
    listener.onLink('connecting');
    while (!stop.signal.aborted) {
      const wasLive = await followOnce(api, listener, stop.signal);
      if (isAborted(stop.signal)) return;
      failures = wasLive ? 1 : failures + 1;
      listener.onLink('lost');
      await pause(Math.min(MAX_PAUSE_MS, 500 * 2 ** failures), stop.signal);
    }
  })();
  return () => stop.abort();
}

/** True if the stream was open, however it ended. */
async function followOnce(api: ApiClient, listener: Listener, outer: AbortSignal): Promise<boolean> {
  const line = new AbortController();
  const hangUp = (): void => line.abort();
  outer.addEventListener('abort', hangUp);
  let watchdog = setTimeout(hangUp, SILENCE_MS);
  let isLive = false;
  try {
    const response = await api.changes(line.signal);
    if (response.body === null) return false;
    isLive = true;
    listener.onLink('live');
    const parser = createParser({ onEvent: (event) => report(event.event, event.data, listener) });
    const reader = response.body.getReader();
    const text = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      clearTimeout(watchdog);
      watchdog = setTimeout(hangUp, SILENCE_MS);
      parser.feed(text.decode(value, { stream: true }));
    }
  } catch {
    return isLive;
  } finally {
    clearTimeout(watchdog);
    outer.removeEventListener('abort', hangUp);
    line.abort();
  }
}

function report(event: string | undefined, data: string, listener: Listener): void {
  try {
    switch (event) {
      case 'incident': listener.onChange(JSON.parse(data) as Change); break;
      case 'comment': listener.onComment?.((JSON.parse(data) as { id: string }).id); break;
      case 'presence': listener.onPresence?.(JSON.parse(data) as Present); break;
      case 'surge': listener.onSurge?.(); break;
      case undefined:
      default: // of a newer server
    }
  } catch {
    // An unreadable event only costs freshness: the next one, or the next read, brings the truth.
  }
}

const isAborted = (signal: AbortSignal): boolean => signal.aborted;

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, millis);
    window.addEventListener('online', done, { once: true });
    signal.addEventListener('abort', done, { once: true });
  });
}
