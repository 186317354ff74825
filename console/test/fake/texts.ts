import type { Card, FilledTemplate, ReplyPromise, Template } from '../../src/api/types.ts';
import { hasRole, type FakePerson } from './people.ts';
import type { Refusal } from './otklik.ts';

/** Ready texts, files and promises of the fake: enough for the console to show. */
export const templates: Template[] = [
  { id: 'road', name: 'Яма на дороге', purpose: 'FINAL', organ: null, topic: null },
  { id: 'interim', name: 'Промежуточный ответ', purpose: 'INTERIM', organ: null, topic: null },
];

export function fill(card: Card, id: string): FilledTemplate {
  const template = templates.find((each) => each.id === id) ?? templates[0]!;
  const text = `Здравствуйте! Сообщение ${card.number} получили. Закончим [до какого числа].`;
  const from = text.indexOf('[');
  return {
    template: template.id, name: template.name, kind: template.purpose === 'INTERIM' ? 'interim' : 'final', text,
    unfilled: [{ name: null, what: 'до какого числа', from, to: text.indexOf(']') + 1 }],
  };
}

export const promiseOf = (card: Card, words: string, dueOn: string, due: boolean): ReplyPromise => ({
  id: `${card.id}-${dueOn}`, incident: { id: card.id, number: String(card.number) }, jurisdiction: card.jurisdiction, organ: card.organ, words,
  sentence: `Заделаем ${words}.`, saidOn: '2026-11-01', dueOn, status: 'OPEN', due, mine: false, version: 1, note: null, link: null, changedBy: null, changedAt: null, answers: [],
});

export const seenBy = (person: FakePerson, promise: ReplyPromise): ReplyPromise =>
  ({ ...promise, mine: hasRole(person, 'curator') || (promise.organ !== null && hasRole(person, 'executor', promise.organ.id)) });

/** Somebody else was quicker: with what stands there now. */
export const outrun = ({ status, dueOn, note, link, changedBy, changedAt, version }: ReplyPromise): Refusal & { version: number; current: object } => ({
  status: 412, code: 'stale-version', title: 'Обещание успели изменить', detail: `Пока вы работали, его изменил(а) ${changedBy}. Посмотрите, что нового, и повторите.`,
  version, current: { status, dueOn, note, link, changedBy, changedAt },
});

function undone(promise: ReplyPromise, person: FakePerson): Refusal | null {
  const last = promise.answers.at(-1);
  if (last?.by.id !== person.login) return { status: 403, code: 'not-yours', title: 'Ответ не записан', detail: 'Отменить ответ может только тот, кто его дал.' };
  promise.answers.push({ ...last, version: promise.version + 1, status: 'OPEN', dueBefore: last.dueAfter, dueAfter: last.dueBefore, note: 'Ответ отменён', link: null });
  Object.assign(promise, { status: 'OPEN', due: true, version: promise.version + 1, note: 'Ответ отменён', link: null, dueOn: last.dueBefore });
  return null;
}

/** Applies an answer; the promise stays where it is when it is refused. */
export function answerPromise(promise: ReplyPromise, what: string, said: Partial<ReplyPromise>, person: FakePerson): Refusal | null {
  if (what === 'undo') return undone(promise, person);
  if (promise.status !== 'OPEN') return { status: 409, code: 'promise-closed', title: 'Ответ не записан', detail: 'Обещание уже отмечено выполненным.' };
  const status = what === 'keep' ? 'KEPT' : what === 'withdraw' ? 'WITHDRAWN' : 'OPEN';
  const dueAfter = said.dueOn ?? promise.dueOn;
  promise.answers.push({
    version: promise.version + 1, at: new Date().toISOString(), by: { id: person.login, name: person.name, role: 'curator' }, status, dueBefore: promise.dueOn, dueAfter,
    note: said.note ?? null, link: said.link ?? null,
  });
  Object.assign(promise, {
    status, due: false, version: promise.version + 1, note: said.note ?? null, link: said.link ?? null, changedBy: person.name, changedAt: new Date().toISOString(), dueOn: dueAfter,
  });
  return null;
}
