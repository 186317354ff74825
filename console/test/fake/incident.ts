import type { Attachment, Card, Comment, DraftKind, KeptFile, IncidentState, Offer, Part, ReplyFinding, TimelineItem } from '../../src/api/types.ts';
import { hasRole, organName, type FakePerson } from './people.ts';
import { addDeadline, endDeadlines, nearest } from './deadlines.ts';

/**
 * One incident of the fake: the card as the API shows it, and its facts. Thin rules of one regulation, for the console only; `takesMail`: drafts may
 * come by e-mail, `checks`: the organ first says that the question is theirs, as others have it; `findings`: what binds was found in its draft.
 */
export interface FakeIncident { card: Card; timeline: TimelineItem[]; answers: Map<string, unknown>; files: Map<string, FakeFile>; comments: Comment[]; last?: LastStep; takesMail?: boolean; checks?: boolean; findings?: ReplyFinding[] }

/** A file that was brought, with its bytes. */
export interface FakeFile { kept: KeptFile; bytes: ArrayBuffer }

/** The last step of a person, and the card before it. */
export interface LastStep { by: string; until: number; version: number; before: string; what: string }

export type Body = Record<string, unknown> & { type: string };

const offer = (type: string, title: string, clause: string, fields: string[] = []): Offer => ({ type, title, clause, fields });
const correct = offer('CorrectClassification', 'Поправить классификацию', 'AK-6', ['topicGroup', 'topic', 'location', 'importance']);
const draft = (title: string, clause: string): Offer => offer('SubmitDraft', title, clause, ['kind', 'text', 'attachments']);
const mail = offer('RecordEmailedDraft', 'Записать проект из электронной почты', 'VP-13', ['from', 'receivedAt', 'kind', 'text', 'attachments']);
const check: Offer = { ...offer('ConfirmCompetence', 'Подтвердить: вопрос наш', 'LB-5'), expected: true };
const back = offer('Return', 'Вернуть куратору', 'AK-7', ['reason']);
const route = (title: string): Offer => offer('Route', title, 'AK-6', ['organ']);

const reasons = [
  { id: 'format', title: 'Не тот тон и формат для социальной сети', clause: 'AK-16' },
  { id: 'substance', title: 'Нет ответа по существу вопроса', clause: 'AK-16' },
  { id: 'other', title: 'Другое', clause: null },
];

const grounds = [
  { id: 'abuse', title: 'Нецензурные или оскорбительные слова', clause: 'AK-17' },
  { id: 'threat', title: 'Угрозы должностному лицу или его семье', clause: 'AK-17' },
];

const ofCurator: Partial<Record<IncidentState, Offer[]>> = {
  NEW: [route('Направить в орган'), { ...offer('ScreenOut', 'Отсеять', 'AK-17', ['ground', 'comment']), reasons: grounds }, correct],
  RETURNED: [route('Направить в орган'), correct],
  ROUTED: [route('Направить в другой орган'), correct],
  ON_APPROVAL: [offer('Approve', 'Согласовать', 'AK-10'), { ...offer('RequestRework', 'На доработку', 'AK-16', ['reasons', 'comment']), reasons }],
  SCREENED_OUT: [offer('Restore', 'Вернуть в работу', 'AK-17', ['reason'])],
  APPROVED: [offer('RecordPublication', 'Опубликовано вручную', 'AK-12', ['url'])],
};
const ofExecutor: Partial<Record<IncidentState, Offer[]>> = {
  ROUTED: [draft('На согласование', 'AK-9'), offer('StartWork', 'Взять в работу', 'AK-8'), back],
  IN_WORK: [draft('На согласование', 'AK-9'), back],
  REWORK: [draft('На согласование', 'AK-11')],
  AWAITING_FINAL: [draft('На согласование', 'AK-13')],
  AWAITING_AUTHOR: [draft('На согласование', 'AK-9')],
  APPROVED: [offer('RecordPublication', 'Опубликовано вручную', 'AK-12', ['url'])],
};

export function offersTo(person: FakePerson, { card, takesMail, checks, findings }: FakeIncident): Offer[] {
  const all = [
    ...(hasRole(person, 'curator') ? (ofCurator[card.state] ?? []).map((each) => (each.type === 'Approve' && findings !== undefined ? { ...each, fields: ['letPass'], findings } : each)) : []),
    ...(takesMail === true && card.state === 'ROUTED' && hasRole(person, 'curator') ? [mail] : []),
    ...(card.organ !== null && hasRole(person, 'executor', card.organ.id) ? (ofExecutor[card.state] ?? []) : []),
    ...(checks === true && card.organ !== null && hasRole(person, 'executor', card.organ.id) ? [check] : []),
    ...(openPart(card, person) === undefined ? [] : [offer('Contribute', 'Отправить часть ответа', 'AK-14', ['text', 'attachments'])]),
  ];
  return all.filter((each) => each.type !== 'RecordPublication' || card.publication?.state === 'manual-needed');
}

const openPart = (card: Card, person: FakePerson): Part | undefined =>
  card.several?.parts.find((part) => (part.status === 'asked' || part.status === 'rework') && hasRole(person, 'executor', part.organ.id));

const UNDO_MS = 30_000;

export function remember(incident: FakeIncident, person: FakePerson, before: string, now: number): number | null {
  const what = incident.timeline.at(-1);
  if (what === undefined || what.type === 'ReplyApproved' || what.type === 'ReplyPublished') {
    delete incident.last;
    return null;
  }
  incident.last = { by: person.login, until: now + UNDO_MS, version: incident.card.version, before, what: what.title };
  return incident.last.until;
}

/** Whether this person may take back what was done last. */
export const mayUndo = (incident: FakeIncident, person: FakePerson, now: number): boolean =>
  incident.last !== undefined && incident.last.by === person.login && incident.last.version === incident.card.version && now <= incident.last.until;

export function undo(incident: FakeIncident, person: FakePerson, now: number): string {
  const { last, card } = incident;
  if (last === undefined) return '';
  const { version } = card;
  for (const name of Object.keys(card)) Reflect.deleteProperty(card, name);
  const earlier = JSON.parse(last.before) as Card;
  Object.assign(card, earlier, { version });
  delete incident.last;
  const by = { id: person.login, name: person.name, role: person.grants[0]?.role ?? '' };
  return record(incident, { type: 'StepUndone', title: `Шаг отменён: ${last.what}`, clause: null, by, details: { backTo: earlier.version } }, now);
}

/** Applies an accepted command; `fact` keeps versions and the timeline. */
export function apply(incident: FakeIncident, body: Body, person: FakePerson, now: number): string {
  const { card } = incident;
  const by = { id: person.login, name: person.name, role: person.grants[0]?.role ?? '' };
  const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
  const fact = (type: string, title: string, clause: string | null, details: Record<string, unknown> = {}): string =>
    record(incident, { type, title, clause, by, details }, now);
  switch (body.type) {
    case 'Route':
      card.organ = { id: text('organ'), name: organName(text('organ')) };
      move(card, 'ROUTED', now);
      return fact('IncidentRouted', `Направлено: ${card.organ.name}`, 'AK-6');
    case 'Return':
      card.organ = null;
      move(card, 'RETURNED', now);
      return fact('IncidentReturned', 'Возвращено куратору', 'AK-7', { reason: text('reason') });
    case 'StartWork':
      card.state = 'IN_WORK';
      return fact('WorkStarted', 'Взято в работу', 'AK-8');
    case 'ConfirmCompetence':
      delete incident.checks;
      return fact('CompetenceConfirmed', 'Подтверждено: вопрос в компетенции органа', 'LB-5');
    case 'RecordEmailedDraft': case 'SubmitDraft':
      card.draft = { kind: body['kind'] as DraftKind, text: text('text'), by, submittedAt: new Date(now).toISOString(), round: (card.draft?.round ?? 0) + 1, urgent: false, editedBy: null, attachments: handedIn(incident, body['attachments'] as string[] | undefined) };
      card.rework = null;
      move(card, 'ON_APPROVAL', now);
      return fact('DraftSubmitted', 'Черновик отправлен на согласование', 'AK-9', { text: text('text') });
    case 'Contribute':
      Object.assign(openPart(card, person)!, { status: 'accepted', text: text('text'), by, at: new Date(now).toISOString(), attachments: handedIn(incident, body['attachments'] as string[] | undefined) });
      card.organ ??= card.several?.lead ?? null;
      return fact('ContributionSubmitted', 'Орган дал свою часть ответа', 'AK-14', { text: text('text') });
    case 'RequestRework':
      card.rework = { reasons: body['reasons'] as [], comment: text('comment'), dueAt: null };
      move(card, 'REWORK', now);
      return fact('ReworkRequested', 'Возвращено на доработку', 'AK-16', { reasons: body['reasons'], comment: text('comment') });
    case 'Approve':
      card.publication = { permalink: null, publishedAt: null, manual: false, state: 'requested', reason: null };
      move(card, 'APPROVED', now);
      return fact('ReplyApproved', 'Согласовано', 'AK-10');
    case 'RecordPublication':
      publish(incident, text('url'), true, now);
      return fact('ReplyPublished', 'Опубликовано вручную', 'AK-12', { permalink: text('url') });
    case 'ScreenOut':
      move(card, 'SCREENED_OUT', now);
      return fact('IncidentScreenedOut', `Отсеяно: ${grounds.find((each) => each.id === body['ground'])?.title}`, 'AK-17', { reason: text('comment') });
    case 'Restore':
      move(card, 'NEW', now);
      return fact('IncidentRestored', 'Возвращено в работу', 'AK-17', { reason: text('reason') });
    default:
      Object.assign(card, { topicGroup: text('topicGroup'), topic: text('topic'), location: text('location'), importance: text('importance') });
      return fact('ClassificationCorrected', 'Классификация исправлена', 'AK-6');
  }
}

function handedIn(incident: FakeIncident, ids: string[] = []): Attachment[] {
  return ids.map((id) => {
    const { kept } = incident.files.get(id)!;
    kept.handedIn = true;
    const { id: name, kind, name: title, mediaType, size, sha256 } = kept;
    return { id: name, kind, name: title, mediaType, size, sha256 };
  });
}

export function publish({ card }: FakeIncident, permalink: string, manual: boolean, now: number): void {
  card.publication = { permalink, publishedAt: new Date(now).toISOString(), manual, state: 'published', reason: null };
  const after: Record<DraftKind, IncidentState> = { final: 'DONE', interim: 'AWAITING_FINAL', clarification: 'AWAITING_AUTHOR' };
  move(card, after[card.draft?.kind ?? 'final'], now);
}

export function record(incident: FakeIncident, item: Omit<TimelineItem, 'version' | 'at'>, now: number): string {
  incident.card.version += 1;
  incident.timeline.push({ ...item, version: incident.card.version, at: new Date(now).toISOString() });
  return item.type;
}

export function move(card: Card, state: IncidentState, now: number): void {
  card.state = state;
  endDeadlines(card, now);
  addDeadline(card, now);
  card.deadline = nearest(card);
}
