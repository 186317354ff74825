import { useCallback, useSyncExternalStore } from 'react';
import { now } from './clock';

/** One timer for all countdowns. It fires just after each whole second and stops when nobody looks. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function schedule(): void {
  timer = setTimeout(() => {
    for (const listener of [...listeners]) listener();
    if (listeners.size > 0) schedule();
  }, 1_000 - (now() % 1_000));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) schedule();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

/** Renders again only when what `read` returns changes; `read` must return a string or a number. */
export function useTicking<T extends string | number>(read: (nowMs: number) => T): T {
  const snapshot = useCallback(() => read(now()), [read]);
  return useSyncExternalStore(subscribe, snapshot);
}
