import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { promiseNowOf } from '../api/filled';
import { problemFrom, type Problem } from '../api/problem';
import type { PromiseAnswer, PromiseNow, PromiseSaid, ReplyPromise } from '../api/types';
import { safeLink } from '../card/PostView';
import { undoableUntil, useUndo } from '../card/undo';
import { useConsole } from '../session/context';
import { dayName } from '../summary/summary';
import { now } from '../time/clock';
import { moment } from '../time/format';
import { Notice, ProblemNotice } from '../ui/Notice';
import { zoneOf } from '../words/jurisdictions';
import { clauseName, doerName, promiseAnswers, promiseSaid, promiseStatuses } from '../words/words';

/** One promise: what was said, by when, what became of it; whoever answers for it says so here. */
export function PromiseItem({ promise, isOnCard = false, onAnswering }: { promise: ReplyPromise; isOnCard?: boolean; onAnswering?: (isAnswering: boolean) => void }) {
  const [open, setOpen] = useState<PromiseAnswer['what'] | null>(null);
  const answer = (what: PromiseAnswer['what'] | null): void => {
    setOpen(what);
    onAnswering?.(what !== null);
  };
  return (
    <li className={promise.due ? 'promise promise-due' : 'promise'}>
      <p className="promise-head">
        <strong>{promise.status === 'OPEN' ? `до ${dayName(promise.dueOn)}` : promiseStatuses[promise.status]}</strong>
        {promise.due && <span className="badge badge-important">Пора ответить</span>}
        {!isOnCard && <Link href={`/incidents/${promise.incident.id}`}>№ {promise.incident.number}</Link>}
        {!isOnCard && promise.organ !== null && <span className="muted">{promise.organ.name ?? promise.organ.id}</span>}
      </p>
      <p className="quote">{promise.sentence}</p>
      <Answers promise={promise} />
      {promise.mine && promise.status === 'OPEN' && (
        <p className="actions">
          {(Object.keys(promiseAnswers) as PromiseAnswer['what'][]).map((what) => (
            <button key={what} type="button" className="button" aria-expanded={open === what} onClick={() => answer(open === what ? null : what)}>{promiseAnswers[what].title}</button>
          ))}
        </p>
      )}
      {open !== null && <AnswerForm key={open} promise={promise} what={open} onClose={() => answer(null)} />}
    </li>
  );
}

/** All that was said about it, by whom and when. */
function Answers({ promise: { answers, jurisdiction } }: { promise: ReplyPromise }) {
  if (answers.length === 0) return null;
  return <ul className="promise-answers muted">{answers.map((each) => <Said key={each.version} said={each} zone={zoneOf(jurisdiction)} />)}</ul>;
}

function Said({ said: { at, by, status, dueBefore, dueAfter, note, link }, zone }: { said: PromiseSaid; zone: string }) {
  const safe = safeLink(link);
  return (
    <li>
      <time dateTime={at}>{moment(at, zone, now())}</time> · {doerName(by)}: {status === 'OPEN' && dueBefore === dueAfter ? 'снова открыто' : promiseSaid[status](dayName(dueBefore), dayName(dueAfter))}
      {note !== null && <> — {note}</>}
      {safe !== null && <> <a href={safe} target="_blank" rel="noreferrer">{safe}</a></>}
    </li>
  );
}

function AnswerForm({ promise, what, onClose }: { promise: ReplyPromise; what: PromiseAnswer['what']; onClose: () => void }) {
  const { api } = useConsole();
  const client = useQueryClient();
  const undo = useUndo();
  const [note, setNote] = useState('');
  const [link, setLink] = useState('');
  const [dueOn, setDueOn] = useState('');
  const answer: PromiseAnswer = what === 'keep' ? { what, note, link } : what === 'move' ? { what, note, dueOn } : { what, note };
  const isWhole = what === 'keep' ? note.trim() !== '' || link.trim() !== '' : note.trim() !== '' && (what === 'withdraw' || dueOn !== '');
  /** Whoever was told of a later version decides on that one. */
  const version = (): number => Math.max(promise.version, problem?.current?.version ?? 0);
  const sending = useMutation({
    mutationFn: async () => {
      const before = version();
      await api.answerPromise({ ...promise, version: before }, answer);
      return before + 1;
    },
    onSuccess: (saved) => {
      undo.offer({
        id: promise.id, version: saved, state: '', done: promiseAnswers[what].done, until: undoableUntil(), takeBack: () => api.undoPromise(promise.id, saved),
        restore: () => void client.invalidateQueries({ queryKey: ['incident', promise.incident.id] }),
      });
      onClose();
    },
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ['promises'] }), client.invalidateQueries({ queryKey: ['incident', promise.incident.id] })]),
  });
  const problem = sending.error === null ? null : problemFrom(sending.error);
  return (
    <form className="command-form" aria-label={promiseAnswers[what].title} onSubmit={(event) => { event.preventDefault(); if (isWhole && !sending.isPending) sending.mutate(); }}>
      {what === 'move' && <label className="field">Новый день<input type="date" required value={dueOn} onChange={(event) => setDueOn(event.target.value)} /></label>}
      <label className="field">{promiseAnswers[what].note}<textarea rows={2} value={note} lang="ru" spellCheck onChange={(event) => setNote(event.target.value)} /></label>
      {what === 'keep' && <label className="field">Ссылка<input type="url" value={link} placeholder="https://…" onChange={(event) => setLink(event.target.value)} /></label>}
      {problem !== null && <Refused problem={problem} zone={zoneOf(promise.jurisdiction)} />}
      <p className="dialog-buttons">
        <button type="submit" className="button button-main" disabled={!isWhole || sending.isPending}>{sending.isPending ? 'Записываю…' : 'Записать'}</button>
        <button type="button" className="button" onClick={onClose}>Отмена</button>
      </p>
    </form>
  );
}

/** Where somebody else was quicker, what they said stands beside what is typed here. */
function Refused({ problem, zone }: { problem: Problem; zone: string }) {
  if (problem.current === null) return <ProblemNotice problem={problem} />;
  const { status, dueOn, note, link, changedBy, changedAt } = promiseNowOf(problem.current.value as PromiseNow);
  const safe = safeLink(link);
  return (
    <Notice tone="warn" live="alert">
      <strong>{problem.title}</strong>
      {problem.clause !== null && <span className="clause"> {clauseName(problem.clause)}</span>}
      {problem.detail !== null && <p>{problem.detail}</p>}
      <p>
        Сейчас: {status === 'OPEN' ? `ждём до ${dayName(dueOn)}` : promiseStatuses[status].toLowerCase()}
        {changedAt !== null && <>, <time dateTime={changedAt}>{moment(changedAt, zone, now())}</time></>}
        {changedBy !== null && `, ${changedBy}`}
        {note !== null && ` — ${note}`}
        {safe !== null && <> <a href={safe} target="_blank" rel="noreferrer">{safe}</a></>}
      </p>
      <p>Введённый текст на месте.</p>
    </Notice>
  );
}
