import type { Card, IncidentState } from '../../src/api/types.ts';
import { addDeadline, deadline, nearest } from './deadlines.ts';
import type { FakeIncident } from './incident.ts';
import { organName } from './people.ts';

const MINUTE = 60_000;

interface Start { id: string; number: number; text: string; detectedAt: number; topicGroup?: string; topic?: string; location?: string; organ?: string; url?: string }

/** A new incident as the classifier hands it over: recorded, with a suggestion, its terms running. */
export function newIncident(start: Start): FakeIncident {
  const at = new Date(start.detectedAt).toISOString();
  const suggested = start.organ ?? 'altai-krai.transport';
  const card: Card = {
    id: start.id, number: start.number, jurisdiction: 'altai-krai', state: 'NEW', channel: 'vk', kind: 'comment', url: start.url ?? 'https://vk.com/wall-217000001_77',
    topicGroup: start.topicGroup ?? 'Дороги', topic: start.topic ?? 'Ямы', location: start.location ?? 'Барнаул', importance: 'normal', organ: null,
    excerpt: start.text.slice(0, 160), detectedAt: at, version: 1, deadline: null, text: start.text,
    author: { name: start.number % 2 === 0 ? null : 'Лидия Ромашкина', profileUrl: 'https://vk.com/id1001' }, postedAt: at,
    suggestion: { organ: { id: suggested, name: organName(suggested) }, with: [], rule: 'topic', explanation: 'Тема «Дороги» в этом месте — за этим органом.', notReady: null },
    learned: null,
    draft: null, rework: null, several: null, marks: { atCurator: false, repeatOf: null, appeal: null, authorSaid: null, interim: null, report: null, authorComment: null, answerTo: null, shortened: null }, passUp: null, publication: null,
    deadlines: [deadline('publish', 'Опубликовать ответ', 'AK-8', start.detectedAt, 540)],
  };
  addDeadline(card, start.detectedAt);
  card.deadline = nearest(card);
  return { card, answers: new Map(), files: new Map(), comments: [], timeline: [{ version: 1, at, type: 'IncidentDetected', title: 'Сообщение выявлено', by: null, clause: 'AK-6', details: {} }] };
}

const samples: [text: string, group: string, topic: string, place: string, organ: string][] = [
  ['Третью неделю не можем проехать по Малахова: яма на яме, вчера пробил второе колесо. Когда будет ремонт?', 'Дороги', 'Ямы', 'Барнаул, ул. Малахова', 'altai-krai.transport'],
  ['Автобус № 57 утром не приходит по 40 минут, дети опаздывают в школу', 'Транспорт', 'Расписание', 'Барнаул', 'altai-krai.transport'],
  ['В подъезде нет отопления, батареи еле тёплые. Управляющая компания трубку не берёт', 'ЖКХ', 'Отопление', 'Бийск', 'altai-krai.housing'],
  ['Фонари на Ленина не горят уже месяц, ходим с фонариками', 'Благоустройство', 'Освещение', 'Рубцовск', 'altai-krai.housing'],
  ['Почему к нам в село не ездит снегоуборочная техника? Скорая застряла', 'Дороги', 'Уборка снега', 'Павловский район', 'altai-krai.transport'],
];

/** A small working day: something in every queue and of every urgency. */
export function seed(now: number): FakeIncident[] {
  const states: [IncidentState, number][] = [['NEW', 3], ['ROUTED', 100], ['ON_APPROVAL', 25], ['ROUTED', 290], ['NEW', 55], ['REWORK', 10], ['DONE', 600], ['SCREENED_OUT', 700]];
  return states.map(([state, ago], index) => seeded(index, state, now - ago * MINUTE));
}

function seeded(index: number, state: IncidentState, at: number): FakeIncident {
  const [text, topicGroup, topic, location, organ] = samples[index % samples.length] ?? ['', '', '', '', ''];
  const incident = newIncident({ id: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`, number: index + 1, text, detectedAt: at, topicGroup, topic, location, organ });
  const { card } = incident;
  if (state === 'NEW') return breachLate(incident);
  card.state = state;
  card.organ = state === 'SCREENED_OUT' ? null : { id: organ, name: organName(organ) };
  card.deadlines = state === 'DONE' || state === 'SCREENED_OUT' ? [] : card.deadlines.filter((each) => each.stage === 'publish');
  addDeadline(card, at);
  card.deadline = nearest(card);
  if (state !== 'ROUTED' && state !== 'SCREENED_OUT') {
    card.draft = {
      kind: 'final', round: 1, urgent: false, editedBy: null, attachments: [], submittedAt: new Date(at).toISOString(), by: { id: 'executor.altai', name: 'Игорь Савин' },
      text: 'Здравствуйте, Лидия! Участок включён в план ямочного ремонта, работы закончим до 30 ноября. Спасибо, что сообщили.',
    };
  }
  if (state === 'REWORK') card.rework = { reasons: ['substance'], comment: 'Не ответили, кто возместит колесо.', dueAt: null };
  if (state === 'DONE') card.publication = { permalink: 'https://vk.com/wall-217000001_70?reply=71', publishedAt: new Date(at).toISOString(), manual: false, state: 'published', reason: null };
  return breachLate(incident);
}

function breachLate(incident: FakeIncident): FakeIncident {
  for (const each of incident.card.deadlines) if (Date.parse(each.dueAt) < Date.now()) each.status = 'BREACHED';
  incident.card.deadline = nearest(incident.card);
  return incident;
}
