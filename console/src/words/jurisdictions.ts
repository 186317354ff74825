import type { Jurisdiction } from '../api/types';

/** Names and zones, as the server tells them with who the person is: before anything of an incident is shown. */
const known = new Map<string, Jurisdiction>();

export function learnJurisdictions(told: Jurisdiction[]): void {
  for (const each of told) known.set(each.id, each);
}

export const jurisdictionName = (id: string): string => known.get(id)?.name ?? id;
export const zoneOf = (id: string): string => known.get(id)?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
