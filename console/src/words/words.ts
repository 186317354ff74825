import type { AbsenceReason, Actor, Doing, DraftKind, Importance, IncidentState, PromiseAnswer, PromiseStatus, Queue, ReworkReason } from '../api/types';

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

export const severalModes: Record<string, string> = {
  sequential: 'Органы отвечают по очереди и видят то, что написали до них',
  'sequential-with-lead': 'Органы отвечают по очереди, общий ответ пишет ведущий',
  'parallel-consolidated-by-curator': 'Органы отвечают одновременно, общий ответ пишет куратор',
  'parallel-consolidated-by-controller': 'Органы отвечают одновременно, общий ответ пишет контролёр',
};

const partStatuses: Record<string, string> = {
  waiting: 'ждёт очереди', asked: 'готовит', proposed: 'согласует внутри органа', submitted: 'часть на проверке', rework: 'дорабатывает', accepted: 'часть принята',
  returned: 'вернул: не его вопрос',
};
export const partStatus = (status: string): string => partStatuses[status] ?? status;

const fieldLabels: Record<string, string> = {
  comment: 'Пояснение', text: 'Текст', reason: 'Почему', dueAt: 'Доработать до', urgent: 'Срочно: куратор узнает сразу', from: 'Кто прислал проект', receivedAt: 'Когда пришло письмо', publishedAt: 'Когда опубликован, если раньше, чем сейчас', kind: 'Вид ответа',
  'Return reason': 'Почему вопрос не ваш', 'ReturnToCurator reason': 'Почему вопрос не района', 'ScreenOut ground': 'Почему не обрабатываем',
  'Restore reason': 'Почему возвращаем в работу', 'DecideNoReaction reason': 'Почему ответ не нужен', 'TellUnpublished reason': 'Почему опубликовать не получается', 'CloseUnpublished reason': 'Почему опубликовать невозможно',
  'Reopen reason': 'Почему возобновляем', 'MarkAppeal reason': 'Почему нужно обращение', 'RequestRework comment': 'Что исправить', 'ReworkContribution comment': 'Что исправить',
  'Decline comment': 'Что исправить', 'DeclineContribution comment': 'Что исправить', 'Contribute text': 'Ваша часть ответа', 'RecordAuthorAnswer text': 'Что ответил автор',
  'EditDraft text': 'Текст ответа после правки', 'Route dueAt': 'До какого времени нужен ответ (если назначаете срок)', 'EngageOrgans dueAt': 'До какого времени нужны части (если назначаете срок)', 'SetTerm dueAt': 'До какого времени нужен ответ', 'ShortenTerm dueAt': 'До какого времени нужен проект', 'ShortenTerm reason': 'Почему ответ нужен раньше', 'PassUp note': 'Как передали: устно, запиской № …',
};
/** What to ask for in a field of a command. */
export const fieldLabel = (type: string, name: string): string => fieldLabels[`${type} ${name}`] ?? fieldLabels[name] ?? name;

export const doingWords: Record<Doing, string> = { reading: 'смотрит', writing: 'пишет ответ' };

export const absenceReasons: Record<AbsenceReason, string> = {
  VACATION: 'Отпуск', ILLNESS: 'Болезнь', TRAVEL: 'Командировка', TRAINING: 'Обучение', OTHER: 'Другое',
};

export const executorWords = {
  title: 'Смена исполнителей',
  before: 'Раньше',
  after: 'Теперь',
  nobody: 'исполнителя нет',
  since: (day: string): string => `с ${day}`,
  told: (moment: string): string => `Сообщено ${moment}`,
  inTime: 'вовремя',
  late: (due: string): string => `с опозданием, срок был ${due}`,
  owed: (names: string): string => `отвечает за это: ${names}`,
};

const roles: Record<string, string> = {
  curator: 'куратор', controller: 'контролёр', executor: 'исполнитель', responsible: 'ответственный', supervisor: 'руководитель направления',
  leadership: 'руководство', chief: 'руководитель аппарата', observer: 'наблюдатель', integration: 'интеграция', admin: 'администратор',
};
export const roleName = (role: string): string => roles[role.toLowerCase()] ?? role;

/** Somebody with the role they acted in, where that is known. */
export const doerName = ({ id, name, role }: Actor): string => `${name ?? id}${role === undefined || role === '' ? '' : `, ${roleName(role)}`}`;

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

export const promiseStatuses: Record<PromiseStatus, string> = { OPEN: 'Ждём', KEPT: 'Сделано', WITHDRAWN: 'Не обещание' };

/** What an answer made of a promise; days as people read them. */
export const promiseSaid: Record<PromiseStatus, (before: string, after: string) => string> = {
  OPEN: (before, after) => `перенос с ${before} на ${after}`,
  KEPT: () => 'сделано',
  WITHDRAWN: () => 'это не обещание',
};

export const promiseAnswers: Record<PromiseAnswer['what'], { title: string; note: string; done: string }> = {
  keep: { title: 'Сделано', note: 'Что сделано', done: 'Отмечено: обещание выполнено' },
  move: { title: 'Перенести', note: 'Почему переносим', done: 'Срок обещания перенесён' },
  withdraw: { title: 'Это не обещание', note: 'Почему', done: 'Отмечено: это не обещание' },
};

export const promiseLists = {
  today: { title: 'Пора ответить', empty: 'На сегодня и раньше ничего не обещано. Спасибо, что держите слово!' },
  open: { title: 'Все открытые', empty: 'Открытых обещаний нет.' },
  all: { title: 'Все', empty: 'Обещаний пока нет: они появятся из опубликованных ответов.' },
};

/** Who has an incident: one organ, several, or none yet. */
export const whoHasIt = (organ: { name: string } | null, organs = 0): string => organ?.name ?? (organs > 0 ? `${organs === 1 ? 'Отвечает' : 'Отвечают'} ${plural(organs, 'орган', 'органа', 'органов')}` : 'Орган не выбран');
