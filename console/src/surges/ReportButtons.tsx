import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemFrom } from '../api/problem';
import type { Surge } from '../api/types';
import { useConsole } from '../session/context';
import { ProblemNotice } from '../ui/Notice';

/** For whoever has to take note of a surge and pass it on (LP-22); passing it on records both. */
export function ReportButtons({ surge, to }: { surge: Surge; to: string }) {
  const { api } = useConsole();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const onSettled = () => client.invalidateQueries({ queryKey: ['surges'] });
  const taking = useMutation({ mutationFn: () => api.acknowledgeSurge(surge.id), onSettled });
  const passing = useMutation({ mutationFn: () => api.passUpSurge(surge.id, note.trim()), onSuccess: () => setOpen(false), onSettled });
  const failure = passing.error ?? taking.error;
  const isBusy = taking.isPending || passing.isPending;
  return (
    <>
      <p className="dialog-buttons">
        {surge.acknowledged === null && <button type="button" className="button" disabled={isBusy} onClick={() => taking.mutate()}>Получено</button>}
        <button type="button" className="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>Передано: {to}</button>
      </p>
      {isOpen && (
        <form className="command-form" aria-label={`Передано: ${to}`} onSubmit={(event) => { event.preventDefault(); if (!isBusy) passing.mutate(); }}>
          <label className="field">Как передано, если важно<textarea rows={2} maxLength={1000} value={note} lang="ru" spellCheck onChange={(event) => setNote(event.target.value)} /></label>
          <p className="dialog-buttons">
            <button type="submit" className="button button-main" disabled={isBusy}>{passing.isPending ? 'Записываю…' : 'Записать'}</button>
            <button type="button" className="button" onClick={() => setOpen(false)}>Отмена</button>
          </p>
        </form>
      )}
      {failure !== null && <ProblemNotice problem={problemFrom(failure)} />}
    </>
  );
}
