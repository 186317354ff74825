import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Queue } from '../api/types';
import { queues } from '../words/words';

export interface Filter { queue: Queue; q: string; organ: string; state: string; topicGroup: string; location: string }

/** The filter lives in the address: it survives a reload, «назад» and being sent to a colleague. */
export function useFilter(): [Filter, (change: Partial<Filter>) => void] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo<Filter>(() => {
    const queue = params.get('queue') as Queue | null;
    return {
      queue: queue !== null && queues.includes(queue) ? queue : 'mine',
      q: params.get('q') ?? '',
      organ: params.get('organ') ?? '',
      state: params.get('state') ?? '',
      topicGroup: params.get('topicGroup') ?? '',
      location: params.get('location') ?? '',
    };
  }, [params]);
  const change = useCallback((part: Partial<Filter>): void => {
    setParams((old) => {
      const next = new URLSearchParams(old);
      for (const [name, value] of Object.entries(part)) {
        if (value === '' || (name === 'queue' && value === 'mine')) next.delete(name);
        else next.set(name, value);
      }
      return next;
    }, { replace: true });
  }, [setParams]);
  return [filter, change];
}

/** The address of the open incidents about the same in the same place. */
export const matterPlace = (topicGroup: string, location: string | null): string =>
  `/?${new URLSearchParams({ queue: 'open', topicGroup, ...(location !== null && { location }) }).toString()}`;

const PLACE = 'otklik.queue-place';

/** The card leads back to the list one came from, with its tab and filters. */
export const rememberQueue = (): void => sessionStorage.setItem(PLACE, location.search);
export const queuePlace = (): string => `/${sessionStorage.getItem(PLACE) ?? ''}`;
