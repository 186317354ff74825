import type { SummaryFigures } from '../../src/summary/summary.ts';
import type { FakeOtklik } from './otklik.ts';
import { organs } from './people.ts';

/** Counts what the fake holds now; days before today are made up, so that the bars have something to show. */
export function summary(otklik: FakeOtklik, asked: URLSearchParams): SummaryFigures {
  const today = new Date().toISOString().slice(0, 10);
  const cards = [...otklik.incidents.values()].map((each) => each.card);
  const done = cards.filter((card) => card.state === 'DONE').length;
  const overdue = cards.filter((card) => card.deadline?.status === 'BREACHED');
  const byState: Record<string, number> = {};
  for (const card of cards) byState[card.state] = (byState[card.state] ?? 0) + 1;
  return {
    jurisdiction: 'altai-krai', from: asked.get('from') ?? `${today.slice(0, 8)}01`, to: asked.get('to') ?? today,
    detected: cards.length, published: done, publishedInTime: done, publishedLate: 0, returned: 0, reworks: cards.filter((card) => card.rework !== null).length,
    screenedOut: byState['SCREENED_OUT'] ?? 0, open: cards.length - done - (byState['SCREENED_OUT'] ?? 0), overdue: overdue.length,
    timeToAnswer: { medianHours: 5.3, p90Hours: 20, medianWorkingHours: 4.25, p90WorkingHours: 8.5 },
    byState,
    byOrgan: organs.map(({ id, name }) => {
      const own = cards.filter((card) => card.organ?.id === id);
      return {
        id, organ: name, assigned: own.length, published: own.filter((card) => card.state === 'DONE').length, publishedInTime: own.filter((card) => card.state === 'DONE').length,
        publishedLate: 0, overdue: own.filter((card) => card.deadline?.status === 'BREACHED').length, returned: 0, reworks: own.filter((card) => card.rework !== null).length,
      };
    }),
    byTopic: [...new Set(cards.map((card) => card.topicGroup ?? ''))].map((topicGroup) => ({ topicGroup, detected: cards.filter((card) => card.topicGroup === topicGroup).length, published: 0 })),
    breaches: overdue.length === 0 ? [] : [{ clause: 'AK-6', title: 'Направить', count: overdue.length }],
    byDay: Array.from({ length: Number(today.slice(8)) }, (_, index) => ({
      day: `${today.slice(0, 8)}${String(index + 1).padStart(2, '0')}`, detected: (index * 7) % 12, published: (index * 5) % 11, breached: index % 4 === 3 ? 1 : 0,
    })),
    clauses: { publishedInTime: 'AK-8', reworks: 'AK-16', returned: 'AK-7', screenedOut: 'AK-17' },
  };
}
