import { useQuery } from '@tanstack/react-query';
import { problemFrom } from '../api/problem';
import type { Executor, ExecutorChange } from '../api/types';
import { useConsole } from '../session/context';
import { now } from '../time/clock';
import { nearMoment } from '../time/format';
import { ProblemNotice } from '../ui/Notice';
import { zoneOf } from '../words/jurisdictions';
import { clauseName, executorWords as words } from '../words/words';
import { dayAndYear } from './days';

/** Which organs got other executors lately, and whether the curator heard of it in time where the regulation asks for that. Nothing where none did. */
export function ExecutorChanges() {
  const { api, jurisdiction } = useConsole();
  const changes = useQuery({ queryKey: ['executor-changes', jurisdiction], queryFn: () => api.executorChanges(jurisdiction) });
  if (changes.isError) return <ProblemNotice problem={problemFrom(changes.error)} onRetry={() => void changes.refetch()} />;
  if (changes.data === undefined || changes.data.length === 0) return null;
  return (
    <section aria-labelledby="executor-changes">
      <h2 id="executor-changes">{words.title}</h2>
      <ul className="rows absences" aria-labelledby="executor-changes">
        {changes.data.map((change) => <ChangeRow key={change.id} change={change} />)}
      </ul>
    </section>
  );
}

const namesOf = (...lists: Executor[][]): string => lists.flat().map((each) => each.name).join(', ') || words.nobody;

function ChangeRow({ change: { organ, left, came, stayed, changedOn, notice, jurisdiction } }: { change: ExecutorChange }) {
  const moment = (instant: string): string => nearMoment(instant, zoneOf(jurisdiction), now());
  return (
    <li className="row absence">
      <div>
        <div className="row-head"><strong>{organ.name}</strong><span className="badge">{words.since(dayAndYear(changedOn))}</span></div>
        <div>{words.before}: {namesOf(left, stayed)}</div>
        <div>{words.after}: {namesOf(came, stayed)}</div>
        {notice !== null && (
          <div className="row-about">
            {words.told(moment(notice.toldAt))}
            {notice.inTime === true && ` — ${words.inTime}`}
            {notice.inTime === false && notice.dueAt !== null && <strong> — {words.late(moment(notice.dueAt))}</strong>}
            {notice.inTime === false && notice.owedBy.length > 0 && ` · ${words.owed(notice.owedBy.join(', '))}`}
            {' · '}<span className="clause">{clauseName(notice.clause)}</span>
          </div>
        )}
      </div>
    </li>
  );
}
