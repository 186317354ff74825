/** How a kind of street begins in a text, and how it is written for people. */
const kinds: [pattern: string, shown: string][] = [
  ['ул\\.?|улиц[аеуы]', 'ул.'], ['пр-т[ае]?|просп\\.?|проспект[аеу]?', 'просп.'], ['пер\\.?|переул(?:ок|ке|ка)', 'пер.'], ['ш\\.|шоссе', 'шоссе'],
  ['б-р|бульвар[аеу]?', 'бульвар'], ['пл\\.|площад[ьи]', 'пл.'], ['наб\\.|набережн(?:ая|ой|ую)', 'наб.'], ['мкр\\.?|микрорайон[аеу]?', 'мкр.'], ['тракт[аеу]?', 'тракт'],
];
const kind = kinds.map(([pattern]) => `(${pattern})`).join('|');
const number = String.raw`(\d+[а-яА-Я]?(?:\/\d+)?)(?![\p{L}\d\/])`;
/** «ул. Мира, 2 недели нет воды» names no house. */
const counted = String.raw`(?!\s*(?:недел|дн|день|год|лет|раз|час|мин|месяц|сут|руб|км|метр|человек|подъезд|ям|машин|дом))`;
const house = String.raw`(?:,?\s*(?:д\.|дом)\s*${number}|,\s*${number}${counted}|\s+${number}(?=\s*(?:[.,;:!?)(]|$)))?`;
const named = new RegExp(String.raw`(?<![\p{L}\d])(?:${kind})\s*((?:\d+(?:-[а-я]+)?\s+)?\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+){0,2})${house}`, 'u');
const adjective = /(?<!\p{L})(\p{Lu}\p{L}+(?:ая|ой|ую))\s+улиц[аеу](?!\p{L})/u;

/**
 * The first street that a text names, with its house, as the text says it: nothing is looked up or put into another case. For people to see
 * where no place is known; null where no word like «улица» stands there.
 */
export function streetOf(text: string): string | null {
  const found = named.exec(text);
  if (found === null) {
    const before = adjective.exec(text);
    return before === null ? null : `ул. ${before[1] ?? ''}`;
  }
  const groups: (string | undefined)[] = found.slice(1);
  const which = kinds.findIndex((_, index) => groups[index] !== undefined);
  const [name, ...numbers] = groups.slice(kinds.length);
  const at = numbers.find((each) => each !== undefined);
  return `${kinds[which]?.[1] ?? ''} ${name ?? ''}${at === undefined ? '' : `, ${at}`}`;
}
