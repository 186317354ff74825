import { useQuery, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiClient } from '../api/client';
import type { Doing, Present, Somebody } from '../api/types';
import { useConsole } from '../session/context';

const KEY = ['presence'];
const nobody: Somebody[] = [];

/** The server forgets a page after 20 s of silence. */
const BEAT_MS = 7_000;
/** Whoever has not typed for so long has stopped writing. */
const STILL_WRITING_MS = 90_000;

/** News of one incident from the stream. */
export function takePresence(client: QueryClient, present: Present): void {
  client.setQueryData<Present[]>(KEY, (all) => [...(all ?? []).filter((each) => each.id !== present.id), ...(present.people.length === 0 ? [] : [present])]);
}

/** Who else is at the incident just now; the stream keeps it fresh. */
export function useOthersAt(id: string): Somebody[] {
  const { api, me } = useConsole();
  const select = useCallback((all: Present[]) => all.find((each) => each.id === id)?.people.filter((each) => each.id !== me.id) ?? nobody, [id, me.id]);
  return useQuery({ queryKey: KEY, queryFn: api.presence, select, retry: false }).data ?? nobody;
}

/** Tells the others that this page shows the incident, while it is in front; a closed page or a lost network goes silent and is forgotten. */
export function usePresence(api: ApiClient, id: string, doing: Doing): void {
  const [page] = useState(() => Math.random().toString(36).slice(2, 12));
  useEffect(() => {
    // A sign that is lost costs nothing: the next one comes in seconds.
    const beat = (): void => { if (document.visibilityState === 'visible') api.beat(id, page, doing).catch(() => undefined); };
    const change = (): void => { if (document.visibilityState === 'visible') beat(); else leave(); };
    const leave = (): void => void api.leave(id, page).catch(() => undefined);
    beat();
    const timer = setInterval(beat, BEAT_MS);
    document.addEventListener('visibilitychange', change);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', change);
      window.removeEventListener('pagehide', leave);
    };
  }, [api, id, page, doing]);
  useEffect(() => () => void api.leave(id, page).catch(() => undefined), [api, id, page]);
}

/** What this person does on the page: writing from the first letter until the text is sent, emptied or left alone for a while. */
export function useDoing(): { doing: Doing; typed: (text: string) => void } {
  const [doing, setDoing] = useState<Doing>('reading');
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = useCallback((text: string): void => {
    clearTimeout(rest.current);
    const isWriting = text.trim() !== '';
    setDoing(isWriting ? 'writing' : 'reading');
    if (isWriting) rest.current = setTimeout(() => setDoing('reading'), STILL_WRITING_MS);
  }, []);
  useEffect(() => () => clearTimeout(rest.current), []);
  return { doing, typed };
}
