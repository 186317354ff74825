import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { QueueQuery } from '../api/client';
import { useConsole } from '../session/context';

const PAGE = 50;
const COUNTED = 100;

export function useQueue(filter: QueueQuery) {
  const { api } = useConsole();
  return useInfiniteQuery({
    queryKey: ['incidents', filter],
    queryFn: ({ pageParam }) => api.incidents({ ...filter, limit: PAGE }, pageParam ?? undefined),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** How many incidents wait for this person, `99+` above; also in the document's title, for the tab in the background. */
export function useMineCount(): string | null {
  const { api, jurisdiction } = useConsole();
  const mine = useQuery({
    queryKey: ['incidents', 'mine-count', jurisdiction],
    queryFn: () => api.incidents({ jurisdiction, queue: 'mine', limit: COUNTED }),
  });
  const count = mine.data === undefined ? null : mine.data.items.length >= COUNTED ? '99+' : String(mine.data.items.length);
  useEffect(() => {
    document.title = count === null || count === '0' ? 'Отклик' : `(${count}) Отклик`;
  }, [count]);
  return count;
}
