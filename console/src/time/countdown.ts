import type { NearestDeadline } from '../api/types';

/** How worried one should be: more than half of the term left, less, less than a quarter, or none. */
export type Urgency = 'calm' | 'half' | 'soon' | 'overdue';

type Term = Pick<NearestDeadline, 'dueAt' | 'status' | 'startedAt'>;

/**
 * Without `startedAt` the share is unknown, so only the server's warning makes it `soon`. A server's `BREACHED` wins over the
 * local clock, and so does its `WARNED`: it counts in working time, the share here is of wall-clock time.
 */
export function urgency(term: Term, nowMs: number): Urgency {
  const due = Date.parse(term.dueAt);
  if (term.status === 'BREACHED' || nowMs >= due) return 'overdue';
  if (term.status === 'WARNED') return 'soon';
  const start = term.startedAt == null ? Number.NaN : Date.parse(term.startedAt);
  if (Number.isNaN(start) || start >= due) return 'calm';
  const share = (due - nowMs) / (due - start);
  if (share < 0.25) return 'soon';
  return share > 0.5 ? 'calm' : 'half';
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A length of time to read at a glance: `2 дн 3 ч` from a day up, `3:04:05` from an hour, `4:05` below. Rounds up, so that zero
 * is shown only when the time is over.
 */
export function span(millis: number): string {
  const left = Math.ceil(Math.max(0, millis) / SECOND) * SECOND;
  if (left >= DAY) return `${Math.floor(left / DAY)} дн ${Math.floor((left % DAY) / HOUR)} ч`;
  const seconds = two(Math.floor((left % MINUTE) / SECOND));
  if (left >= HOUR) return `${Math.floor(left / HOUR)}:${two(Math.floor((left % HOUR) / MINUTE))}:${seconds}`;
  return `${Math.floor(left / MINUTE)}:${seconds}`;
}

/** The text of the countdown: time left, or how late it is (whole seconds that have passed). */
export function countdown(dueAt: string, nowMs: number): string {
  const left = Date.parse(dueAt) - nowMs;
  return left > 0 ? span(left) : `−${span(Math.floor(-left / SECOND) * SECOND)}`;
}

/** The same for a screen reader, which must hear no minutes as colons; precise to a minute. */
export function spokenCountdown(dueAt: string, nowMs: number): string {
  const left = Date.parse(dueAt) - nowMs;
  const minutes = Math.floor(Math.abs(left) / MINUTE);
  const parts = [
    [Math.floor(minutes / 1440), 'дн'],
    [Math.floor((minutes % 1440) / 60), 'ч'],
    [minutes % 60, 'мин'],
  ].filter(([value]) => value !== 0);
  const text = parts.length === 0 ? 'меньше минуты' : parts.map(([value, unit]) => `${value} ${unit}`).join(' ');
  return left > 0 ? `осталось ${text}` : `просрочено на ${text}`;
}
