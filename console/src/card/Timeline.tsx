import type { TimelineItem } from '../api/types';
import { now } from '../time/clock';
import { moment } from '../time/format';
import { zoneOf } from '../words/jurisdictions';
import { clauseName, doerName, reworkReason } from '../words/words';
import { safeLink } from './PostView';

/** Facts and events of terms in order of time: who, when, by which clause. */
export function Timeline({ items, jurisdiction }: { items: TimelineItem[] | undefined; jurisdiction: string }) {
  if (items === undefined) return <p className="muted" aria-busy="true">Загружаю историю…</p>;
  const undone = undoneVersions(items);
  if (items.length === 0) return <p className="muted">Пока пусто.</p>;
  return (
    <ol className="timeline">
      {items.map((item, index) => (
        <li key={`${item.version ?? 'sla'}-${index}`} className={item.version !== null && undone.has(item.version) ? 'timeline-undone' : toneOf(item)}>
          <div className="timeline-what">{item.version !== null && undone.has(item.version) ? <s>{item.title}</s> : item.title}{item.clause !== null && <> <span className="clause">{clauseName(item.clause)}</span></>}</div>
          <div className="timeline-when muted">
            <time dateTime={item.at}>{moment(item.at, zoneOf(jurisdiction), now())}</time>
            {item.by?.name != null && <> · {doerName(item.by)}</>}
          </div>
          <Details item={item} zone={zoneOf(jurisdiction)} />
        </li>
      ))}
    </ol>
  );
}

/** Facts of steps that were taken back: they stay in the history and hold no longer. */
export function undoneVersions(items: TimelineItem[]): Set<number> {
  const undone = new Set<number>();
  for (const { type, version, details } of items) {
    const backTo = details?.['backTo'];
    if (type !== 'StepUndone' || version === null || typeof backTo !== 'number') continue;
    for (let each = backTo + 1; each < version; each += 1) undone.add(each);
  }
  return undone;
}

function toneOf(item: TimelineItem): string {
  if (/breach|escalat/i.test(item.type)) return 'timeline-bad';
  if (/warn/i.test(item.type)) return 'timeline-warn';
  return item.version === null && !item.type.startsWith('Promise') ? 'timeline-sla' : '';
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The few details people read, unless the title has said them already; the rest of a fact is for machines. */
function Details({ item: { details, title, type, version }, zone }: { item: TimelineItem; zone: string }) {
  if (details === null) return null;
  const reasons = Array.isArray(details['reasons']) ? details['reasons'].map((each) => reworkReason(String(each))).join(', ') : null;
  // Whose term it is: facts name the organ in their title.
  const organ = version === null ? text(details['organName']) : null;
  const words = [organ, reasons, text(details['reason']), text(details['comment']), text(details['note'])]
    .filter((each) => each !== null && each !== '' && !title.includes(each));
  // The first fact carries the post itself, which stands at the top of the page.
  const body = type === 'IncidentRegistered' ? null : text(details['text']);
  // An end that somebody named; that of a term of the regulation its clock shows.
  const dueAt = version === null ? null : text(details['dueAt']);
  const explanation = text(details['explanation']);
  const link = safeLink(text(details['permalink']) ?? text(details['url']) ?? text(details['link']));
  return (
    <>
      {words.map((each) => <p key={each} className="timeline-detail">{each}</p>)}
      {dueAt !== null && <p className="timeline-detail">До {moment(dueAt, zone, now())}</p>}
      {explanation !== null && <details className="explanation"><summary>Как посчитано</summary><p>{explanation}</p></details>}
      {body !== null && <details className="explanation"><summary>Текст</summary><p className="post-text">{body}</p></details>}
      {link !== null && type !== 'IncidentRegistered' && <p className="timeline-detail"><a href={link} target="_blank" rel="noreferrer">{link}</a></p>}
    </>
  );
}
