import { clauseName, stateName } from '../words/words';

export interface Figure { name: string; value: string }
export interface Table { name: string; columns: string[]; rows: string[][] }

const words: Record<string, string> = {
  detected: 'Выявлено', total: 'Всего', open: 'В работе', closed: 'Закрыто', published: 'Опубликовано', overdue: 'Просрочено', breached: 'Сроков нарушено',
  met: 'В срок', metLate: 'С опозданием', warned: 'Предупреждений', screenedOut: 'Отсеяно', reworks: 'Доработок', repeats: 'Повторных',
  organ: 'Орган', organs: 'По органам', byOrgan: 'По органам', stages: 'По срокам', byStage: 'По срокам', byState: 'По состояниям', states: 'По состояниям',
  publishedInTime: 'Опубликовано в срок', publishedLate: 'Опубликовано с опозданием', returned: 'Возвращено куратору', assigned: 'Направлено',
  timeToAnswer: 'Время до ответа', medianHours: 'часов, половина ответов', p90Hours: 'часов, 90 % ответов', medianWorkingHours: 'рабочих часов, половина ответов', p90WorkingHours: 'рабочих часов, 90 % ответов',
  breaches: 'Нарушенные сроки', byDay: 'По дням', day: 'День',
  byTopic: 'По темам', topics: 'По темам', topic: 'Тема', topicGroup: 'Раздел', stage: 'Срок', title: 'Название', clause: 'Пункт', state: 'Состояние', name: 'Название', count: 'Сколько', share: 'Доля',
};

const word = (name: string): string => words[name] ?? name;
const number = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 1 });

/** Which keys describe the question and not the answer. */
const asked = new Set(['jurisdiction', 'from', 'to', 'generatedAt', 'asOf']);

/** Numbers become figures, lists of objects and maps of numbers become tables; anything else is left out. */
export function figuresOf(summary: unknown): { figures: Figure[]; tables: Table[] } {
  const figures: Figure[] = [];
  const tables: Table[] = [];
  for (const [name, value] of entries(summary)) {
    if (asked.has(name)) continue;
    if (typeof value === 'number') figures.push({ name: word(name), value: number.format(value) });
    else if (Array.isArray(value)) pushTable(tables, name, value);
    else if (entries(value).length > 0) pushMap(figures, tables, name, value);
  }
  return { figures, tables };
}

const entries = (value: unknown): [string, unknown][] => (typeof value === 'object' && value !== null ? Object.entries(value) : []);

function pushTable(tables: Table[], name: string, list: unknown[]): void {
  const columns = [...new Set(list.flatMap((row) => entries(row).map(([column]) => column)))].filter((column) => column !== 'id');
  if (columns.length === 0) return;
  tables.push({
    name: word(name),
    columns: columns.map(word),
    rows: list.map((row) => columns.map((column) => cell(column, (row as Record<string, unknown>)[column]))),
  });
}

function pushMap(figures: Figure[], tables: Table[], name: string, map: unknown): void {
  const pairs = entries(map).filter((pair): pair is [string, number] => typeof pair[1] === 'number');
  if (pairs.length === 0) return;
  if (/state/i.test(name)) tables.push({ name: word(name), columns: ['Состояние', 'Сколько'], rows: pairs.map(([key, value]) => [stateName(key), number.format(value)]) });
  else figures.push(...pairs.map(([key, value]) => ({ name: `${word(name)}: ${word(key).toLowerCase()}`, value: number.format(value) })));
}

function cell(column: string, value: unknown): string {
  if (typeof value === 'number') return number.format(value);
  if (typeof value === 'string') return column === 'clause' ? clauseName(value) : column === 'state' ? stateName(value) : value;
  const named = entries(value).find(([name]) => name === 'name' || name === 'title');
  return typeof named?.[1] === 'string' ? named[1] : '—';
}
