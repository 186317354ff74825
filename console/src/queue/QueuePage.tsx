import { useEffect, useMemo, useRef } from 'react';
import type { QueueQuery } from '../api/client';
import type { Summary } from '../api/types';
import { problemFrom } from '../api/problem';
import { useConsole } from '../session/context';
import { SurgeNotices } from '../surges/SurgeNotices';
import { ProblemNotice } from '../ui/Notice';
import { useKeys } from '../ui/keys';
import { queues, queueWords } from '../words/words';
import { Filters } from './Filters';
import { rememberQueue, useFilter, type Filter } from './filter';
import { QueueRow } from './QueueRow';
import { moveFocus, useRowKeys } from './rowKeys';
import { useMineCount, useQueue } from './useQueue';

export function QueuePage() {
  const [filter, change] = useFilter();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list);
  useKeys(useMemo(() => ({ Slash: () => search.current?.focus(), ...tabKeys(change) }), [change]));
  useEffect(rememberQueue);
  return (
    <main className="page">
      <h1 className="visually-hidden">Очередь сообщений</h1>
      <SurgeNotices />
      <Tabs current={filter} onChange={(queue) => change({ queue, state: '' })} />
      <Filters filter={filter} onChange={change} search={search} onDown={() => moveFocus(list.current, 1)} />
      <Matter filter={filter} onClear={() => change({ topicGroup: '', location: '' })} />
      <Rows filter={filter} list={list} onClear={() => change({ q: '', organ: '', state: '', topicGroup: '', location: '' })} />
    </main>
  );
}

/** What the queue is narrowed to by a link, for there is no field for it. */
function Matter({ filter: { topicGroup, location }, onClear }: { filter: Filter; onClear: () => void }) {
  if (topicGroup === '' && location === '') return null;
  return (
    <p className="matter">
      Только: <strong>{[topicGroup, location].filter((word) => word !== '').join(', ')}</strong>
      <button type="button" className="button button-quiet" onClick={onClear}>Показать все</button>
    </p>
  );
}

const tabKeys = (change: (part: Partial<Filter>) => void) =>
  Object.fromEntries(queues.map((queue, index) => [`Digit${index + 1}`, () => change({ queue, state: '' })]));

function Tabs({ current, onChange }: { current: Filter; onChange: (queue: Filter['queue']) => void }) {
  const mine = useMineCount();
  return (
    <div className="tabs" role="group" aria-label="Какие сообщения показать">
      {queues.map((queue, index) => (
        <button key={queue} type="button" className="tab" aria-pressed={current.queue === queue} title={`Клавиша ${index + 1}`} onClick={() => onChange(queue)}>
          {queueWords[queue].title}
          {queue === 'mine' && mine !== null && <span className="count">{mine}</span>}
        </button>
      ))}
    </div>
  );
}

interface RowsProps { filter: Filter; list: React.RefObject<HTMLUListElement | null>; onClear: () => void }

function Rows({ filter, list, onClear }: RowsProps) {
  const { jurisdiction } = useConsole();
  const query = useMemo<QueueQuery>(() => ({ jurisdiction, ...filter }), [jurisdiction, filter]);
  const found = useQueue(query);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  if (found.isPending) return <Waiting />;
  const rows = distinct(found.data?.pages.flatMap((page) => page.items) ?? []);
  const isFiltered = filter.q !== '' || filter.organ !== '' || filter.state !== '' || filter.topicGroup !== '' || filter.location !== '';
  return (
    <>
      {found.isError && <ProblemNotice problem={problemFrom(found.error)} onRetry={() => void found.refetch()} />}
      {rows.length === 0 && !found.isError && <Nothing filter={filter} isFiltered={isFiltered} onClear={onClear} />}
      <ul ref={list} className={found.isPlaceholderData ? 'rows rows-stale' : 'rows'} aria-label={queueWords[filter.queue].title} aria-busy={found.isFetching}>
        {rows.map((row) => <QueueRow key={row.id} row={row} />)}
      </ul>
      {hasNextPage && <More isBusy={isFetchingNextPage} onSeen={() => void fetchNextPage()} />}
    </>
  );
}

/** A row that moved between two pages while they were read must not stand twice. */
const distinct = (rows: Summary[]): Summary[] => [...new Map(rows.map((row) => [row.id, row])).values()];

function Nothing({ filter, isFiltered, onClear }: { filter: Filter; isFiltered: boolean; onClear: () => void }) {
  if (!isFiltered) return <p className="empty">{queueWords[filter.queue].empty}</p>;
  return (
    <div className="empty">
      <p>По такому запросу ничего не нашлось.</p>
      <button type="button" className="button" onClick={onClear}>Сбросить фильтры</button>
    </div>
  );
}

function Waiting() {
  return (
    <div aria-busy="true">
      <p className="visually-hidden" role="status">Загружаю очередь…</p>
      {Array.from({ length: 5 }, (_, index) => <div key={index} className="row-skeleton" aria-hidden="true" />)}
    </div>
  );
}

/** Asks for the next page shortly before the end of the list is seen; the button is there for the keyboard. */
function More({ isBusy, onSeen }: { isBusy: boolean; onSeen: () => void }) {
  const element = useRef<HTMLButtonElement>(null);
  const ask = useRef(onSeen);
  useEffect(() => { ask.current = onSeen; });
  useEffect(() => {
    if (element.current === null || isBusy) return undefined;
    const watch = new IntersectionObserver((seen) => { if (seen.some((entry) => entry.isIntersecting)) ask.current(); }, { rootMargin: '600px' });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [isBusy]);
  return <button ref={element} type="button" className="button more" disabled={isBusy} onClick={onSeen}>{isBusy ? 'Загружаю…' : 'Показать ещё'}</button>;
}
