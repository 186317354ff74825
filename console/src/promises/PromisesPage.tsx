import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemFrom } from '../api/problem';
import type { ReplyPromise } from '../api/types';
import { useConsole } from '../session/context';
import { ProblemNotice } from '../ui/Notice';
import { jurisdictionName } from '../words/jurisdictions';
import { promiseLists } from '../words/words';
import { PromiseItem } from './PromiseItem';

/** Days pass without an event: the list is looked at anew now and then. */
const REFRESH_MS = 60_000;

/** What replies promised, first what is due: the people of the organ and the curator are asked what became of it. */
export function PromisesPage() {
  const { api, jurisdiction } = useConsole();
  const [due, setDue] = useState<keyof typeof promiseLists>('today');
  /** Those that are being answered stay, with what is typed, though somebody else has taken them out of the list. */
  const [held, setHeld] = useState<ReplyPromise[]>([]);
  const promises = useQuery({
    queryKey: ['promises', jurisdiction, due], queryFn: () => api.promises(jurisdiction, due), refetchInterval: REFRESH_MS, placeholderData: keepPreviousData,
  });
  const shown = promises.data === undefined ? [] : [...held.filter((each) => !promises.data.some(({ id }) => id === each.id)), ...promises.data];
  const hold = (promise: ReplyPromise, isAnswering: boolean): void => setHeld((before) => [...before.filter(({ id }) => id !== promise.id), ...(isAnswering ? [promise] : [])]);
  return (
    <main className="page">
      <h1>Обещано: {jurisdictionName(jurisdiction)}</h1>
      <fieldset className="kinds">
        <legend className="visually-hidden">Какие обещания</legend>
        {(Object.keys(promiseLists) as (keyof typeof promiseLists)[]).map((each) => (
          <label key={each} className="kind"><input type="radio" name="due" checked={each === due} onChange={() => setDue(each)} />{promiseLists[each].title}</label>
        ))}
      </fieldset>
      {promises.isPending && <p className="muted" role="status">Загружаю…</p>}
      {promises.isError && <ProblemNotice problem={problemFrom(promises.error)} onRetry={() => void promises.refetch()} />}
      {promises.data !== undefined && shown.length === 0 && <p className="muted" role="status">{promiseLists[due].empty}</p>}
      {shown.length > 0 && (
        <ul className="promises panel">{shown.map((each) => <PromiseItem key={each.id} promise={each} onAnswering={(isAnswering) => hold(each, isAnswering)} />)}</ul>
      )}
    </main>
  );
}

/** How many promises this person is asked about: their day is today, or over. */
export function useDueCount(): number {
  const { api, jurisdiction } = useConsole();
  const due = useQuery({ queryKey: ['promises', jurisdiction, 'today'], queryFn: () => api.promises(jurisdiction, 'today'), refetchInterval: REFRESH_MS });
  return due.data?.filter((each) => each.mine).length ?? 0;
}
