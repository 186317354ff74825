import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { problemFrom, type Problem } from '../api/problem';
import type { Card, KeptFile } from '../api/types';
import { useConsole } from '../session/context';

/** A file on its way, or why it did not come. `share` is how much of it has left, 0 to 1. */
export interface Coming { key: number; name: string; share: number; problem: Problem | null }

export interface Attaching {
  /** Those that will stand with the reply, in their order. */
  files: KeptFile[];
  coming: Coming[];
  /** False until it is known which files there are: a draft sent before that would lose them. */
  isReady: boolean;
  isBusy: boolean;
  add: (files: Iterable<File>) => void;
  remove: (file: KeptFile) => void;
  dismiss: (key: number) => void;
}

/**
 * Files of the draft or part being written: those of what came back (`before`, their ids), and those uploaded since and not yet sent. They are kept by the server
 * the moment they are there, so a closed tab loses none. Where several organs work at once, those that others have not yet sent are theirs.
 */
export function useAttachments(card: Card, before: string[]): Attaching {
  const { api, me } = useConsole();
  const client = useQueryClient();
  const [coming, setComing] = useState<Coming[]>([]);
  const [removed, setRemoved] = useState<string[]>([]);
  const count = useRef(0);
  const kept = useQuery({ queryKey: ['incident', card.id, 'attachments'], queryFn: () => api.attachments(card.id) });
  const isMeant = (file: KeptFile): boolean =>
    before.includes(file.id) || (!file.handedIn && (card.several === null || file.by.id === me.id));
  const files = (kept.data ?? []).filter((file) => !removed.includes(file.id) && isMeant(file));

  const renew = (): Promise<void> => client.invalidateQueries({ queryKey: ['incident', card.id, 'attachments'] });
  const change = (key: number, part: Partial<Coming>): void => setComing((old) => old.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const dismiss = (key: number): void => setComing((old) => old.filter((each) => each.key !== key));
  const fail = (name: string, error: unknown): void => {
    count.current += 1;
    const key = count.current;
    setComing((old) => [...old, { key, name, share: 1, problem: problemFrom(error) }]);
  };
  const bring = async (file: File, key: number): Promise<void> => {
    try {
      await api.attach(card.id, file, (share) => change(key, { share }));
      await renew();
      dismiss(key);
    } catch (error) {
      change(key, { problem: problemFrom(error) });
    }
  };
  const bringAll = async (all: File[]): Promise<void> => {
    const begun = all.map((file) => { count.current += 1; return { file, key: count.current }; });
    setComing((old) => [...old, ...begun.map(({ file, key }) => ({ key, name: file.name, share: 0, problem: null }))]);
    for (const { file, key } of begun) await bring(file, key);
  };
  const take = async (file: KeptFile): Promise<void> => {
    // What a draft has named stays at the server; the next draft goes without it.
    if (file.handedIn) { setRemoved((old) => [...old, file.id]); return; }
    try {
      await api.detach(card.id, file.id);
      await renew();
    } catch (error) {
      fail(file.name, error);
    }
  };
  return {
    files, coming, dismiss,
    isReady: kept.isSuccess,
    isBusy: coming.some((each) => each.problem === null),
    add: (all) => void bringAll([...all]),
    remove: (file) => void take(file),
  };
}
