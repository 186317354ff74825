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

const dayKey = (p: Record<string, string>): string => `${p['year'] ?? ''}-${p['month'] ?? ''}-${p['day'] ?? ''}`;
