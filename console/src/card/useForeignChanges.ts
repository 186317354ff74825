import { useState } from 'react';
import type { TimelineItem } from '../api/types';

/** What other people did to the incident since it was opened, or since this person last took note of it. */
export function useForeignChanges(items: TimelineItem[] | undefined, version: number, myId: string) {
  const [seen, setSeen] = useState(version);
  return { changes: foreignSince(items ?? [], seen, myId), dismiss: () => setSeen(version) };
}

export function foreignSince(items: TimelineItem[], version: number, myId: string): TimelineItem[] {
  return items.filter((item) => item.version !== null && item.version > version && item.by?.name != null && item.by.id !== myId);
}
