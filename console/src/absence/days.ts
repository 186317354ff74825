/** Days of a calendar, `2026-04-30`: no instant, no zone but the one that says which day it is today. */

/** Today in that zone. */
export const todayIn = (zone: string, nowMs: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(nowMs);

/** `30 апреля`. */
export const dayName = (day: string): string => new Intl.DateTimeFormat('ru-RU', { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(new Date(`${day}T00:00:00Z`));

/** `30 апреля 2026 г.`: of days that may be long gone. */
export const dayAndYear = (day: string): string => new Intl.DateTimeFormat('ru-RU', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${day}T00:00:00Z`));

/** `30 апреля — 3 мая`, or one day alone. */
export const daysName = (from: string, to: string): string => (from === to ? dayName(from) : `${dayName(from)} — ${dayName(to)}`);
