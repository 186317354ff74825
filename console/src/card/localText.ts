import type { DraftKind } from '../api/types';

/**
 * Text typed and not yet sent, kept in this browser per person and incident: a clash, a lost connection, an expired session or
 * a closed tab costs nobody a word. Forgotten when sent, and after two weeks.
 */
export interface LocalText {
  kind: DraftKind;
  text: string;
  /** Ids of files that stand with it besides the new ones: taken over from other organs' parts, or sent with an answer that was taken back. */
  taken?: string[];
  savedAt: number;
}

const PREFIX = 'otklik.text.';
const KEPT_MS = 14 * 86_400_000;

const key = (person: string, incident: string): string => `${PREFIX}${person}.${incident}`;

export function readText(person: string, incident: string): LocalText | null {
  return parse(localStorage.getItem(key(person, incident)));
}

export function keepText(person: string, incident: string, text: Omit<LocalText, 'savedAt'>): void {
  try {
    localStorage.setItem(key(person, incident), JSON.stringify({ ...text, savedAt: Date.now() }));
  } catch {
    // A full or forbidden storage only takes the safety net away; the text stays on the screen.
  }
}

export const forgetText = (person: string, incident: string): void => localStorage.removeItem(key(person, incident));

export function forgetOldTexts(nowMs = Date.now()): void {
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) {
    const text = parse(localStorage.getItem(name));
    if (text === null || nowMs - text.savedAt > KEPT_MS) localStorage.removeItem(name);
  }
}

function parse(stored: string | null): LocalText | null {
  if (stored === null) return null;
  try {
    const value = JSON.parse(stored) as Partial<LocalText>;
    return typeof value.text === 'string' && value.kind !== undefined ? { kind: value.kind, text: value.text, savedAt: value.savedAt ?? 0, ...(Array.isArray(value.taken) ? { taken: value.taken } : {}) } : null;
  } catch {
    return null;
  }
}
