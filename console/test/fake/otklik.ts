import { randomUUID } from 'node:crypto';
import type { Card, CommandResult, ExecutorChange, Queue, ReplyPromise, Summary } from '../../src/api/types.ts';
import { apply, type Body, type FakeIncident, mayUndo, offersTo, publish, record, remember, undo } from './incident.ts';
import { FakeTeam } from './team.ts';
import { hasRole, type FakePerson } from './people.ts';
import { newIncident, seed } from './seed.ts';
import { FakeSurges } from './surges.ts';

export interface Refusal { status: number; code: string; title: string; detail: string; clause?: string }
export type Answer = { result: CommandResult } | { refusal: Refusal };

const closedStates = ['DONE', 'NO_REACTION'];

/** An Otklik in memory: what routing, the SLA timer and the publisher do for the console, without them. */
export class FakeOtklik {
  /** Replies that stand on the simulated wall. */
  readonly wall: string[] = [];
  readonly promises: ReplyPromise[] = [];
  readonly executorChanges: ExecutorChange[] = [];
  readonly incidents: Map<string, FakeIncident>;
  readonly team = new FakeTeam();
  readonly surges = new FakeSurges();
  private readonly listeners = new Set<(card: Card) => void>();

  /** `publishAfterMs` is how long the publisher takes. */
  constructor(private readonly publishAfterMs = 700, seeded = true) {
    this.incidents = new Map((seeded ? seed(Date.now()) : []).map((each) => [each.card.id, each]));
  }

  onChange(listener: (card: Card) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  post(text: string): FakeIncident {
    const number = this.incidents.size + 1;
    const incident = newIncident({ id: randomUUID(), number, text, detectedAt: Date.now(), url: `https://vk.com/wall-217000001_${number}` });
    this.incidents.set(incident.card.id, incident);
    this.tell(incident);
    return incident;
  }

  list(person: FakePerson, filter: URLSearchParams): { items: Summary[]; next: string | null } {
    const queue = (filter.get('queue') ?? 'open') as Queue;
    const q = (filter.get('q') ?? '').toLowerCase();
    const found = [...this.incidents.values()].filter((each) => this.isIn(queue, each, person)
      && (filter.get('state') === null || each.card.state === filter.get('state'))
      && (filter.get('organ') === null || each.card.organ?.id === filter.get('organ'))
      && (filter.get('topicGroup') === null || each.card.topicGroup === filter.get('topicGroup'))
      && (filter.get('location') === null || each.card.location === filter.get('location'))
      && [each.card.text, each.card.location, String(each.card.number)].some((text) => text?.toLowerCase().includes(q)));
    found.sort((a, b) => (a.card.deadline?.dueAt ?? '9').localeCompare(b.card.deadline?.dueAt ?? '9'));
    const from = Number(filter.get('cursor') ?? 0);
    const limit = Number(filter.get('limit') ?? 50);
    const next = from + limit < found.length ? String(from + limit) : null;
    return { items: found.slice(from, from + limit).map((each) => summaryOf(each.card)), next };
  }

  command(person: FakePerson, id: string, body: Body, version: number | null, key: string | null): Answer {
    const incident = this.incidents.get(id);
    if (incident === undefined) return refuse(404, 'incident-unknown', 'Такого сообщения нет', 'Проверьте ссылку.');
    const known = key === null ? undefined : incident.answers.get(key);
    if (known !== undefined) return known as Answer;
    const answer = this.decide(person, incident, body, version);
    if (key !== null && 'result' in answer) incident.answers.set(key, answer);
    return answer;
  }

  private decide(person: FakePerson, incident: FakeIncident, body: Body, version: number | null): Answer {
    const { card } = incident;
    if (version !== null && version !== card.version) {
      return refuse(412, 'version-stale', 'Сообщение уже изменилось', 'Посмотрите, что изменилось, и решите ещё раз.');
    }
    if (body.type === 'Undo') return this.undo(person, incident);
    const offer = offersTo(person, incident).find((each) => each.type === body.type);
    if (offer === undefined) return refuse(409, 'not-now', 'Сейчас так сделать нельзя', 'Сообщение в другом состоянии.');
    const missing = offer.fields.find((field) => field !== 'comment' && field !== 'attachments' && isEmpty(body[field]));
    if (missing !== undefined) return refuse(422, 'field-missing', 'Заполнено не всё', `Не хватает: ${missing}.`);
    const before = JSON.stringify(card);
    const fact = apply(incident, body, person, Date.now());
    const until = remember(incident, person, before, Date.now());
    this.tell(incident);
    if (body.type === 'Approve') setTimeout(() => this.publish(incident), this.publishAfterMs);
    return { result: { id: card.id, version: card.version, state: card.state, facts: [fact], done: incident.last?.what ?? null, undoUntil: until === null ? null : new Date(until).toISOString() } };
  }

  private undo(person: FakePerson, incident: FakeIncident): Answer {
    if (!mayUndo(incident, person, Date.now())) return refuse(409, 'undo-too-late', 'Отменить уже нельзя', 'Отменить шаг можно в течение 30 секунд. Исправьте обычным порядком.');
    const fact = undo(incident, person, Date.now());
    this.tell(incident);
    const { card } = incident;
    return { result: { id: card.id, version: card.version, state: card.state, facts: [fact], done: null, undoUntil: null } };
  }

  private publish(incident: FakeIncident): void {
    const { card } = incident;
    if (card.text.includes('закрытая стена')) {
      card.publication = { permalink: null, publishedAt: null, manual: true, state: 'manual-needed', reason: 'Страница закрыта для комментариев.' };
      record(incident, { type: 'PublicationFailed', title: 'Автоматически не опубликовано', by: null, clause: 'AK-12', details: {} }, Date.now());
    } else {
      const permalink = `${card.url ?? ''}?reply=${card.version + 1000}`;
      this.wall.push(card.draft?.text ?? '');
      publish(incident, permalink, false, Date.now());
      record(incident, { type: 'ReplyPublished', title: 'Ответ опубликован', by: null, clause: 'AK-12', details: { permalink } }, Date.now());
    }
    this.tell(incident);
  }

  private isIn(queue: Queue, incident: FakeIncident, person: FakePerson): boolean {
    const { state, deadline, organ } = incident.card;
    if (!hasRole(person, 'executor', organ?.id) && person.grants.every((each) => each.role === 'executor')) return false;
    const isClosed = closedStates.includes(state);
    switch (queue) {
      case 'mine': return offersTo(person, incident).some((each) => !['CorrectClassification', 'Restore'].includes(each.type)) && !(state === 'ROUTED' && hasRole(person, 'curator'));
      case 'open': return !isClosed && state !== 'SCREENED_OUT';
      case 'overdue': return !isClosed && deadline !== null && Date.parse(deadline.dueAt) < Date.now();
      case 'closed': return isClosed;
      case 'screened': return state === 'SCREENED_OUT';
    }
  }

  private tell(incident: FakeIncident): void {
    for (const listener of this.listeners) listener(incident.card);
  }
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const refuse = (status: number, code: string, title: string, detail: string): Answer => ({ refusal: { status, code, title, detail } });

function summaryOf(card: Card): Summary {
  const { id, number, jurisdiction, state, channel, kind, url, topicGroup, topic, location, importance, organ, excerpt, detectedAt, version, deadline } = card;
  return { id, number, jurisdiction, state, channel, kind, url, topicGroup, topic, location, importance, organ, excerpt, detectedAt, version, deadline };
}
