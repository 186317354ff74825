import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followChanges, type Link } from './api/changes';
import type { ApiClient } from './api/client';
import type { Card, Change } from './api/types';
import { takePresence } from './team/presence';

/** Lists are read anew at most this often, however many incidents change: an import brings thousands. */
const LISTS_EVERY_MS = 1_500;

/** Keeps everything on the screen fresh while the stream lives, and tells whether it does. */
export function useLiveUpdates(api: ApiClient): Link {
  const client = useQueryClient();
  const [link, setLink] = useState<Link>('connecting');
  useEffect(() => {
    const lists = throttled(() => void client.invalidateQueries({ queryKey: ['incidents'] }), LISTS_EVERY_MS);
    const stop = followChanges(api, {
      onChange: (change) => { lists.call(); refreshIncident(client, change); },
      onComment: (id) => void client.invalidateQueries({ queryKey: ['incident', id, 'comments'] }),
      onPresence: (present) => takePresence(client, present),
      onSurge: () => void client.invalidateQueries({ queryKey: ['surges'] }),
      onLink: (next) => {
        setLink(next);
        // What changed while the line was down nobody will repeat. The first `live` comes while everything is fresh anyway.
        if (next === 'live') void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
      },
    });
    return () => { stop(); lists.stop(); };
  }, [api, client]);
  return link;
}

/** An own command has already put the new version on the screen: its echo need not read it again. */
function refreshIncident(client: QueryClient, change: Change): void {
  const shown = client.getQueryData<Card>(['incident', change.id, 'card']);
  if (shown === undefined || shown.version < change.version) void client.invalidateQueries({ queryKey: ['incident', change.id] });
}

function throttled(act: () => void, everyMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const run = (): void => { timer = undefined; last = Date.now(); act(); };
  return {
    call: () => { timer ??= setTimeout(run, Math.max(150, last + everyMs - Date.now())); },
    stop: () => clearTimeout(timer),
  };
}
