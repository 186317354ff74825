/** Dates and times as people of the jurisdiction say them: always in its own zone, never in the browser's. */

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(instant: string | number, zone: string): Record<string, string> {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('ru-RU', {
      timeZone: zone, weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

const dayOf = (p: Record<string, string>): string => `${p['weekday'] ?? ''}, ${p['day'] ?? ''} ${p['month'] ?? ''}`;
const timeOf = (p: Record<string, string>): string => `${p['hour'] ?? ''}:${p['minute'] ?? ''}`;

/** `чт, 26 ноября, 14:37`; the year only when it is not this one. */
export function moment(instant: string, zone: string, nowMs: number): string {
  const p = parts(instant, zone);
  const year = p['year'] === parts(nowMs, zone)['year'] ? '' : ` ${p['year'] ?? ''}`;
  return `${dayOf(p)}${year}, ${timeOf(p)}`;
}

/** Shorter where the day is plain: `сегодня, чт 14:37`, `завтра, пт 09:00`, otherwise as {@link moment}. */
export function nearMoment(instant: string, zone: string, nowMs: number): string {
  const p = parts(instant, zone);
  const word = dayKey(p) === dayKey(parts(nowMs, zone)) ? 'сегодня'
    : dayKey(p) === dayKey(parts(nowMs + 86_400_000, zone)) ? 'завтра' : null;
  return word === null ? moment(instant, zone, nowMs) : `${word}, ${p['weekday'] ?? ''} ${timeOf(p)}`;
}

export const clockTime = (instant: string, zone: string): string => timeOf(parts(instant, zone));

/**
 * The instant of a date and time as typed (`2026-11-16T09:20`), meant in the zone; null if it is none. An hour that a change of the clocks
 * leaves out or repeats becomes one of those beside it.
 */
export function instantOf(typed: string, zone: string): string | null {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(typed) ? Date.parse(`${typed.slice(0, 16)}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  // The offset there and then is known only once the instant is: the second guess is right wherever the clocks do not change between the two.
  const guess = asUtc - offset(asUtc, zone);
  return new Date(asUtc - offset(guess, zone)).toISOString();
}

/** By how many milliseconds the zone is ahead of UTC at that instant, in whole minutes. */
function offset(instant: number, zone: string): number {
  const p = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(instant).reduce<Record<string, string>>((all, part) => ({ ...all, [part.type]: part.value }), {});
  return Date.parse(`${p['year'] ?? ''}-${p['month'] ?? ''}-${p['day'] ?? ''}T${timeOf(p)}:00Z`) - Math.floor(instant / 60_000) * 60_000;
}

const dayKey = (p: Record<string, string>): string => `${p['year'] ?? ''}-${p['month'] ?? ''}-${p['day'] ?? ''}`;
