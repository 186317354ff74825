import { createContext, useContext, useEffect } from 'react';
import type { Card, CommandResult, Offer } from '../api/types';
import { useConsole } from '../session/context';
import { now } from '../time/clock';
import { keepText } from './localText';

/** A step of this person that may still be taken back. */
export interface Undoable {
  id: string;
  version: number;
  state: string;
  /** What the step was; null if the server did not say. */
  done: string | null;
  /** By the server's clock, milliseconds. */
  until: number;
  /** Called once it is taken back: puts back what was typed. */
  restore: () => void;
  /** How it is taken back where it was no command. */
  takeBack?: () => Promise<unknown>;
}

export interface Undo { offer: (step: Undoable) => void }

export const UndoContext = createContext<Undo>({ offer: () => undefined });
export const useUndo = (): Undo => useContext(UndoContext);

const LONGEST_MS = 30_000;

/** Null if the command cannot be taken back. */
export function undoableOf({ id, version, state, done, undoUntil }: CommandResult, restore: () => void): Undoable | null {
  return undoUntil === null ? null : { id, version, state, done, until: until(undoUntil, LONGEST_MS), restore };
}

/** For what was no command: as long from now as the server allows. */
export const undoableUntil = (): number => now() + LONGEST_MS;

/** A clock that disagrees with the server's must not hide the chance. */
function until(undoUntil: string, otherwiseMs: number): number {
  const left = Date.parse(undoUntil) - now();
  return now() + (left > 0 && left <= LONGEST_MS ? left : otherwiseMs);
}

/**
 * Shows the chance to take the last step back also when the page has been loaded anew since: the server knows until when. `isInStep`: the
 * offers are for the card as it is.
 */
export function useUndoOffered(card: Card | undefined, offers: Offer[] | undefined, isInStep: boolean): void {
  const { me } = useConsole();
  const undo = useUndo();
  const offered = isInStep ? offers?.find((each) => each.type === 'Undo') : undefined;
  useEffect(() => {
    if (card === undefined || offered?.until == null) return;
    const { draft } = card;
    const restore = (): void => {
      if (draft !== null && draft.by.id === me.id && isJustSent(card)) keepText(me.id, card.id, { kind: draft.kind, text: draft.text, taken: draft.attachments.map((file) => file.id) });
    };
    undo.offer({ id: card.id, version: card.version, state: card.state, done: offered.done ?? null, until: until(offered.until, Math.min(LONGEST_MS, (offered.secondsLeft ?? 0) * 1_000)), restore });
  }, [card, offered, me.id, undo]);
}

/** The last step of its author can only have been to send it. */
const isJustSent = ({ state }: Card): boolean => state === 'ON_AGREEMENT' || state === 'ON_APPROVAL';
