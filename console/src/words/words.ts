import type { DraftKind, Importance, IncidentState, Queue, ReworkReason } from '../api/types';

/** The words people see. Everything here is Russian; codes come from the API. */

export const stateWords: Record<IncidentState, string> = {
  NEW: 'Новое',
  ROUTED: 'Направлено',
  IN_WORK: 'В работе',
  ON_AGREEMENT: 'Согласует орган',
  ON_APPROVAL: 'На согласовании',
  REWORK: 'На доработке',
  APPROVED: 'Согласовано',
  PUBLISHED: 'Опубликовано',
  DONE: 'Закрыто',
  SCREENED_OUT: 'Отсеяно',
  NO_REACTION: 'Без реагирования',
  AWAITING_FINAL: 'Ждёт окончательного ответа',
  RETURNED: 'Возвращено куратору',
  AWAITING_AUTHOR: 'Ждём автора',
};

export const stateName = (state: string): string => (stateWords as Record<string, string>)[state] ?? state;

export const queueWords: Record<Queue, { title: string; empty: string }> = {
  mine: { title: 'Мне', empty: 'Сейчас от вас ничего не ждут. Новое появится здесь само.' },
  open: { title: 'В работе', empty: 'Открытых сообщений нет.' },
  overdue: { title: 'Просрочено', empty: 'Просроченных сообщений нет. Так держать!' },
  closed: { title: 'Закрытые', empty: 'Закрытых сообщений пока нет.' },
  screened: { title: 'Отсеянные', empty: 'Отсеянных сообщений нет.' },
};

export const queues = Object.keys(queueWords) as Queue[];

const channels: Record<string, string> = {
  vk: 'ВКонтакте', ok: 'Одноклассники', telegram: 'Телеграм', max: 'MAX', web: 'Сайт', email: 'Почта', csv: 'Импорт',
};
export const channelName = (channel: string): string => channels[channel.toLowerCase()] ?? channel;

const kinds: Record<string, string> = { post: 'пост', comment: 'комментарий', message: 'сообщение' };
export const kindName = (kind: string): string => kinds[kind] ?? kind;

export const draftKinds: Record<DraftKind, { title: string; hint: string }> = {
  final: { title: 'Ответ', hint: 'Окончательный ответ по существу' },
  interim: { title: 'Промежуточный ответ', hint: 'Сообщаем, что делаем, окончательный ответ — позже' },
  clarification: { title: 'Уточнение', hint: 'Просим автора добавить то, чего не хватает для ответа' },
};

const reworkReasons: Record<ReworkReason, string> = {
  format: 'Не тот тон или формат для соцсети',
  substance: 'Нет ответа по существу',
  attachments: 'Не хватает фото или видео',
  contacts: 'Нет сроков, телефонов или адресов',
  officialese: 'Канцеляризмы или сложные слова',
  greeting: 'Нет приветствия',
  grammar: 'Ошибки в тексте',
  questions: 'Ответ не на все вопросы',
  disrespect: 'Неуважительная форма',
  style: 'Не тот стиль или содержание',
  other: 'Другое',
};

/** For a reason on a card or in the history; a form takes the regulation's own wording from the offer. */
export const reworkReason = (id: string): string => reworkReasons[id] ?? id;

export const importanceWords: Record<Importance, string> = { normal: 'Обычная', elevated: 'Повышенная' };

const roles: Record<string, string> = {
  curator: 'куратор', controller: 'контролёр', executor: 'исполнитель', responsible: 'ответственный', supervisor: 'руководитель направления',
  leadership: 'руководство', observer: 'наблюдатель', integration: 'интеграция', admin: 'администратор',
};
export const roleName = (role: string): string => roles[role.toLowerCase()] ?? role;

/** `AK-10` → `п. 10`: people know their regulation, the prefix only tells regulations apart. */
export function clauseName(clause: string): string {
  return `п. ${clause.replace(/^[A-Z]+-/, '')}`;
}

/** `plural(3, 'знак', 'знака', 'знаков')` → `3 знака`. */
export function plural(count: number, one: string, few: string, many: string): string {
  const tens = Math.abs(count) % 100;
  const ones = tens % 10;
  const word = tens > 10 && tens < 20 ? many : ones === 1 ? one : ones > 1 && ones < 5 ? few : many;
  return `${count} ${word}`;
}
