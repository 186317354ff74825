import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Surge } from '../api/types';
import { matterPlace } from '../queue/filter';
import { useConsole } from '../session/context';
import { now } from '../time/clock';
import { nearMoment } from '../time/format';
import { Notice } from '../ui/Notice';
import { zoneOf } from '../words/jurisdictions';
import { plural } from '../words/words';
import { ReportButtons } from './ReportButtons';

/** The stream tells of changes; this is for what it lost. */
const REFRESH_MS = 60_000;
const SHOWN = 3;

/**
 * Above the queue: what many people write about just now, and why that is much. Nothing where there is no surge, and for the people of the organs: the
 * server tells those only who watch over the whole jurisdiction.
 */
export function SurgeNotices() {
  const { api, jurisdiction } = useConsole();
  const [isWhole, setWhole] = useState(false);
  const surges = useQuery({ queryKey: ['surges'], queryFn: () => api.surges(), refetchInterval: REFRESH_MS });
  const found = (surges.data ?? []).filter((each) => each.jurisdiction === jurisdiction);
  if (found.length === 0) return null;
  return (
    <section className="surges" aria-label="Всплески">
      {(isWhole ? found : found.slice(0, SHOWN)).map((surge) => <SurgeNotice key={surge.id} surge={surge} />)}
      {!isWhole && found.length > SHOWN && <button type="button" className="button button-quiet" onClick={() => setWhole(true)}>Ещё всплески: {found.length - SHOWN}</button>}
    </section>
  );
}

function SurgeNotice({ surge }: { surge: Surge }) {
  const { topicGroup, location, counted, report } = surge;
  return (
    <Notice tone="warn" live="status">
      <p className="surge-head">
        <strong>Всплеск: {topicGroup}, {location ?? 'место не названо'}</strong> — {plural(counted.authors, 'человек', 'человека', 'человек')} за {spanOf(counted)}, обычно {decimal(counted.usual)}.{' '}
        <Link href={matterPlace(topicGroup, location)}>Показать</Link>
      </p>
      <details><summary>Почему это всплеск</summary><p>{surge.why}</p></details>
      <Reported surge={surge} />
      {report?.mine === true && surge.passedUp === null && <ReportButtons surge={surge} to={report.to} />}
    </Notice>
  );
}

/** What the leadership did with it, where the regulation wants that recorded. */
function Reported({ surge: { jurisdiction, report, acknowledged, passedUp } }: { surge: Surge }) {
  if (report === null) return null;
  const told = (at: string): string => nearMoment(at, zoneOf(jurisdiction), now());
  return (
    <p className="surge-report">
      {acknowledged === null ? 'Получение ещё не отмечено' : `Получено: ${acknowledged.by}, ${told(acknowledged.at)}`}
      {passedUp !== null && `. Передано: ${passedUp.to} — ${passedUp.by}, ${told(passedUp.at)}${passedUp.note === null ? '' : ` (${passedUp.note})`}`}
    </p>
  );
}

const spanOf = ({ from, to }: Surge['counted']): string => `${decimal((Date.parse(to) - Date.parse(from)) / 3_600_000)} ч`;
const decimal = (number: number): string => number.toLocaleString('ru-RU', { maximumFractionDigits: 1 });
