import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { ApiClient } from '../api/client';
import type { Link } from '../api/changes';
import type { Me } from '../api/types';
import { learnJurisdictions } from '../words/jurisdictions';
import type { Session } from './session';

export interface Console { session: Session; api: ApiClient; me: Me; jurisdiction: string; choose: (jurisdiction: string) => void; link: Link }

export const ConsoleContext = createContext<Console | null>(null);

export function useConsole(): Console {
  const value = useContext(ConsoleContext);
  if (value === null) throw new Error('useConsole outside ConsoleContext');
  return value;
}

/** Jurisdictions this person may open, in the order of the grants; `*` opens all that there are. */
export function jurisdictionsOf(me: Me): string[] {
  const own = me.grants.flatMap((grant) => (grant.jurisdiction === '*' ? me.jurisdictions.map((each) => each.id) : [grant.jurisdiction]));
  return [...new Set(own)];
}

export function useMe(api: ApiClient) {
  return useQuery({
    queryKey: ['me'],
    queryFn: async () => {
      const me = await api.me();
      learnJurisdictions(me.jurisdictions);
      return me;
    },
    staleTime: Infinity,
  });
}
