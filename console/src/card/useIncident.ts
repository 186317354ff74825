import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConsole } from '../session/context';

/** The three readings of a card. Keys start with `['incident', id]`, so one invalidation renews them together. */
export function useIncident(id: string) {
  const { api } = useConsole();
  const client = useQueryClient();
  const card = useQuery({ queryKey: ['incident', id, 'card'], queryFn: () => api.card(id) });
  const timeline = useQuery({ queryKey: ['incident', id, 'timeline'], queryFn: () => api.timeline(id) });
  const offers = useQuery({ queryKey: ['incident', id, 'offers'], queryFn: () => api.offers(id) });
  // The incident may change between two readings. What is offered counts only for what is shown: nobody approves a text unseen.
  const isInStep = card.data?.version === offers.data?.version;
  const isApart = !isInStep && card.data !== undefined && offers.data !== undefined && !card.isFetching && !offers.isFetching;
  useEffect(() => {
    if (isApart) void client.invalidateQueries({ queryKey: ['incident', id] });
  }, [isApart, client, id]);
  return { card, timeline, offers, isInStep };
}
