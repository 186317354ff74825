import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { problemFrom, type Problem } from '../api/problem';
import type { Command, DraftKind } from '../api/types';
import { useConsole } from '../session/context';
import { keepText } from './localText';
import { undoableOf, useUndo } from './undo';

export interface Sending {
  /** `version` is the one the person decided on. Resolves true when the server took the command. */
  send: (command: Command, version: number) => Promise<boolean>;
  isBusy: boolean;
  problem: Problem | null;
  /** The command the problem or the success belongs to. */
  last: Command['type'] | null;
  /** The version the last command was decided on. */
  version: number;
  forget: () => void;
}

/**
 * Sends commands of one incident. While the outcome of a request is unknown (no connection, 5xx) its repeat carries the same
 * idempotency key; anything else, and any other content, gets a new one. After every answer the card is read anew.
 */
export function useCommand(id: string): Sending {
  const { api, me } = useConsole();
  const undo = useUndo();
  const client = useQueryClient();
  const pending = useRef<{ content: string; key: string } | null>(null);
  const mutation = useMutation({
    mutationFn: ({ command, version }: { command: Command; version: number }) => {
      const content = JSON.stringify([command, version]);
      if (pending.current?.content !== content) pending.current = { content, key: newKey() };
      return api.command(id, command, version, pending.current.key);
    },
    onSuccess: (result, { command }) => {
      const step = undoableOf(result, () => putBack(me.id, id, command));
      if (step !== null) undo.offer(step);
    },
    onSettled: async (_, error) => {
      if (error === null || !problemFrom(error).isUnknownOutcome) pending.current = null;
      if (error === null || problemFrom(error).status > 0) await renew();
    },
  });
  /** Until what the next decision is made on is fresh; the history may come later. */
  const renew = async (): Promise<void> => {
    void client.invalidateQueries({ queryKey: ['incidents'] });
    void client.invalidateQueries({ queryKey: ['incident', id], predicate: ({ queryKey }) => !isDecidedOn(queryKey) });
    await client.invalidateQueries({ queryKey: ['incident', id], predicate: ({ queryKey }) => isDecidedOn(queryKey) });
  };
  return {
    send: (command, version) => mutation.mutateAsync({ command, version }).then(() => true, () => false),
    isBusy: mutation.isPending,
    problem: mutation.error === null ? null : problemFrom(mutation.error),
    last: mutation.variables?.command.type ?? null,
    version: mutation.variables?.version ?? 0,
    forget: mutation.reset,
  };
}

const isDecidedOn = ([, , part]: readonly unknown[]): boolean => part === 'card' || part === 'offers';

/** An answer that was taken back is where it was before it was sent: in the editor. */
function putBack(person: string, id: string, command: Command): void {
  const { kind, text, attachments } = command;
  if (command.type !== 'SubmitDraft' || typeof text !== 'string') return;
  keepText(person, id, { kind: kind as DraftKind, text, taken: Array.isArray(attachments) ? attachments as string[] : [] });
}

/** `crypto.randomUUID` exists only on https and loopback; a console behind plain http in an office network needs a key too. */
function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
