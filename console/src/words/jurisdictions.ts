/** Names and zones of the shipped jurisdictions. One not listed shows its id and the time of this computer. */
const known: Record<string, { name: string; zone: string }> = {
  'altai-krai': { name: 'Алтайский край', zone: 'Asia/Barnaul' },
  'barnaul-leninsky': { name: 'Барнаул, Ленинский район', zone: 'Asia/Barnaul' },
  'khabarovsk-krai': { name: 'Хабаровский край', zone: 'Asia/Vladivostok' },
  'lipetsk-oblast': { name: 'Липецкая область', zone: 'Europe/Moscow' },
  'vyatskie-polyany': { name: 'Вятские Поляны', zone: 'Europe/Kirov' },
};

export const knownJurisdictions = Object.keys(known);
export const jurisdictionName = (id: string): string => known[id]?.name ?? id;
export const zoneOf = (id: string): string => known[id]?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
