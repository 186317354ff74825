import { createContext, useContext } from 'react';
import type { CommandResult } from '../api/types';
import { now } from '../time/clock';

/** A step of this person that may still be taken back. */
export interface Undoable {
  id: string;
  version: number;
  state: string;
  /** By the server's clock, milliseconds. */
  until: number;
  /** Called once it is taken back: puts back what was typed. */
  restore: () => void;
}

export interface Undo { offer: (step: Undoable) => void }

export const UndoContext = createContext<Undo>({ offer: () => undefined });
export const useUndo = (): Undo => useContext(UndoContext);

const LONGEST_MS = 30_000;

/** Null if the command cannot be taken back. A clock that disagrees with the server's must not hide the chance. */
export function undoableOf(result: CommandResult, restore: () => void): Undoable | null {
  if (result.undoUntil === null) return null;
  const left = Date.parse(result.undoUntil) - now();
  return { id: result.id, version: result.version, state: result.state, until: now() + (left > 0 && left <= LONGEST_MS ? left : LONGEST_MS), restore };
}
