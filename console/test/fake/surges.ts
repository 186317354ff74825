import { randomUUID } from 'node:crypto';
import type { Surge } from '../../src/api/types.ts';
import type { Refusal } from './otklik.ts';
import { hasRole, type FakePerson } from './people.ts';

const HOUR = 3_600_000;

/** Surges of the fake, as the service would count them: a test says what goes on. */
export class FakeSurges {
  readonly open: Surge[] = [];
  private readonly listeners = new Set<(surge: Surge) => void>();

  onChange(listener: (surge: Surge) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** @param to whom the regulation wants it passed on; null: nobody */
  begin(topicGroup: string, location: string | null, authors: number, to: string | null = null): Surge {
    const now = Date.now();
    const surge: Surge = {
      id: randomUUID(), jurisdiction: 'altai-krai', topicGroup, location, open: true, version: 1, beganAt: new Date(now).toISOString(), toldAt: new Date(now).toISOString(), endedAt: null,
      counted: { authors, messages: authors + 2, from: new Date(now - 6 * HOUR).toISOString(), to: new Date(now).toISOString(), usual: 1.25, threshold: 5 },
      peak: authors, clause: 'AK-21', why: `${authors} человек за 6 часов (${authors + 2} сообщений), обычно 1,3; всплеск — от 5 человек (п. 21 регламента)`,
      report: to === null ? null : { to, clause: 'AK-22', mine: false }, acknowledged: null, passedUp: null,
    };
    this.open.push(surge);
    this.tell(surge);
    return surge;
  }

  end(surge: Surge): void {
    this.open.splice(this.open.indexOf(surge), 1);
    this.tell(surge);
  }

  seenBy(person: FakePerson, surge: Surge): Surge {
    return { ...surge, report: surge.report === null ? null : { ...surge.report, mine: hasRole(person, 'leadership') } };
  }

  report(person: FakePerson, id: string, what: string, note: string): Surge | Refusal {
    const surge = this.open.find((each) => each.id === id);
    if (surge === undefined) return { status: 404, code: 'not-found', title: 'Не найдено', detail: 'Всплеска нет.' };
    if (!hasRole(person, 'leadership')) return { status: 403, code: 'forbidden', title: 'Не записано', detail: 'Это отмечает руководство.', clause: 'AK-22' };
    const at = new Date().toISOString();
    surge.acknowledged ??= { by: person.name, at };
    if (what === 'pass-up') surge.passedUp ??= { by: person.name, at, to: surge.report?.to ?? '', note: note === '' ? null : note };
    this.tell(surge);
    return this.seenBy(person, surge);
  }

  private tell(surge: Surge): void {
    for (const listener of this.listeners) listener(surge);
  }
}
