import type { Card, Deadline, IncidentState } from '../../src/api/types.ts';

const MINUTE = 60_000;

/** Plain wall-clock terms: the console shows whatever the SLA service counts, and tests of the counting live there. */
const terms: Partial<Record<IncidentState, [stage: string, title: string, clause: string, minutes: number]>> = {
  NEW: ['route', 'Направить', 'AK-6', 30],
  RETURNED: ['route', 'Направить', 'AK-6', 30],
  ROUTED: ['draft', 'Черновик', 'AK-9', 300],
  ON_APPROVAL: ['approve', 'Согласовать', 'AK-10', 30],
  REWORK: ['rework', 'Доработать', 'AK-11', 60],
  APPROVED: ['place', 'Опубликовать', 'AK-12', 30],
  AWAITING_FINAL: ['final', 'Окончательный ответ', 'AK-13', 7 * 24 * 60],
};
const closed: IncidentState[] = ['DONE', 'SCREENED_OUT', 'NO_REACTION'];

export function deadline(stage: string, title: string, clause: string, startedAt: number, minutes: number): Deadline {
  return {
    id: `${stage}-${startedAt}`, stage, title, clause, status: 'OPEN',
    startedAt: new Date(startedAt).toISOString(), dueAt: new Date(startedAt + minutes * MINUTE).toISOString(),
    explanation: `Срок отсчитан от начала этапа: ${minutes} мин по ${clause.replace('AK-', 'пункту ')} регламента, без перерывов.`, organ: null, owner: null,
  };
}

export function addDeadline(card: Card, now: number): void {
  const term = terms[card.state];
  if (term !== undefined) card.deadlines.push(deadline(term[0], term[1], term[2], now, term[3]));
}

/** The stage is over; the term of the whole answer (AK-8) runs until the incident is closed. */
export function endDeadlines(card: Card, now: number): void {
  for (const each of card.deadlines) {
    const isOver = each.stage !== 'publish' || closed.includes(card.state);
    if (isOver && (each.status === 'OPEN' || each.status === 'WARNED' || each.status === 'BREACHED')) {
      each.status = Date.parse(each.dueAt) >= now ? 'MET' : 'MET_LATE';
    }
  }
}

export function nearest(card: Card): Card['deadline'] {
  const running = card.deadlines.filter((each) => ['OPEN', 'WARNED', 'BREACHED'].includes(each.status));
  running.sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  return running[0] ?? null;
}
