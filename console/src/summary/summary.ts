/** `GET /api/reports/v1/summary`; `open` and `overdue` are of now, the rest of the period. Hours may be missing without answers. */
export interface SummaryFigures {
  jurisdiction: string;
  from: string;
  to: string;
  detected: number;
  published: number;
  publishedInTime: number;
  publishedLate: number;
  returned: number;
  reworks: number;
  screenedOut: number;
  open: number;
  overdue: number;
  timeToAnswer: { medianHours: number | null; p90Hours: number | null; medianWorkingHours: number | null; p90WorkingHours: number | null };
  byState: Record<string, number>;
  byOrgan: OrganRow[];
  byTopic: { topicGroup: string; detected: number; published: number }[];
  breaches: { clause: string; title: string; count: number }[];
  byDay: { day: string; detected: number; published: number; breached: number }[];
  /** Which clause a figure comes from, by the figure's name. */
  clauses: Record<string, string>;
}

export interface OrganRow {
  id: string;
  organ: string;
  assigned: number;
  published: number;
  publishedInTime: number;
  publishedLate: number;
  overdue: number;
  returned: number;
  reworks: number;
}

const number = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 1 });

export const count = (value: number): string => number.format(value);
export const hours = (value: number | null): string => (value === null ? '—' : `${number.format(value)} ч`);

/** Of the answers that had a term; `—` when there were none. */
export function share(inTime: number, late: number): string {
  return inTime + late === 0 ? '—' : `${number.format(Math.floor((1_000 * inTime) / (inTime + late)) / 10)} %`;
}

/** `1 ноября 2026`: a local day of the jurisdiction, whatever zone the browser is in. */
export function dayName(day: string): string {
  return new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(day)).replace(/ г\.$/, '');
}

/** A period to ask for: this month by default; an empty side is left to the server. */
export interface Period { from: string; to: string }
