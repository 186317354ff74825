import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../session/context';

/** The three readings of a card. Keys start with `['incident', id]`, so one invalidation renews them together. */
export function useIncident(id: string) {
  const { api } = useConsole();
  return {
    card: useQuery({ queryKey: ['incident', id, 'card'], queryFn: () => api.card(id) }),
    timeline: useQuery({ queryKey: ['incident', id, 'timeline'], queryFn: () => api.timeline(id) }),
    offers: useQuery({ queryKey: ['incident', id, 'offers'], queryFn: () => api.offers(id) }),
  };
}
