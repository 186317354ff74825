import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemFrom } from '../api/problem';
import type { Absence } from '../api/types';
import { useConsole } from '../session/context';
import { now } from '../time/clock';
import { Notice, ProblemNotice } from '../ui/Notice';
import { zoneOf } from '../words/jurisdictions';
import { absenceReasons } from '../words/words';
import { AbsenceForm } from './AbsenceForm';
import { ExecutorChanges } from './ExecutorChanges';
import { daysName, todayIn } from './days';
import { colleaguesOf, mayEnd, mayNote, placeOf, type Colleague } from './whose';

/** Who is away or will be, and who stands in: with exactly the rights of whoever is away, by the calendar alone. */
export function AbsencesPage() {
  const { api, jurisdiction, me } = useConsole();
  const [isAdding, setAdding] = useState(false);
  const absences = useQuery({ queryKey: ['absences', jurisdiction], queryFn: () => api.absences(jurisdiction) });
  const staff = useQuery({ queryKey: ['staff', jurisdiction], queryFn: () => api.staff(jurisdiction), staleTime: 300_000 });
  const colleagues = staff.data === undefined ? [] : colleaguesOf(staff.data);
  const canAdd = colleagues.some((each) => mayNote(me, jurisdiction, each));
  return (
    <main className="page">
      <h1>Отсутствия и замещения</h1>
      <p className="muted">Пока сотрудник в отъезде или болеет, его сообщения видит и ведёт заместитель. В истории остаётся, кто и за кого действовал.</p>
      {isAdding
        ? <AbsenceForm colleagues={colleagues} onDone={() => setAdding(false)} />
        : canAdd && <p><button type="button" className="button button-main" onClick={() => setAdding(true)}>Записать отсутствие</button></p>}
      {(absences.isError || staff.isError) && (
        <ProblemNotice problem={problemFrom(absences.error ?? staff.error)} onRetry={() => { void absences.refetch(); void staff.refetch(); }} />
      )}
      {absences.isPending && <p className="muted" role="status">Загружаю…</p>}
      {absences.data?.length === 0 && <p className="empty">Никто не отсутствует, и ничего не запланировано.</p>}
      <ul className="rows absences" aria-label="Отсутствия">
        {absences.data?.map((absence) => <AbsenceRow key={absence.id} absence={absence} colleagues={colleagues} canEnd={mayEnd(me, absence, colleagues)} />)}
      </ul>
      <ExecutorChanges />
    </main>
  );
}

function AbsenceRow({ absence, colleagues, canEnd }: { absence: Absence; colleagues: Colleague[]; canEnd: boolean }) {
  const { api } = useConsole();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const end = useMutation({
    mutationFn: () => api.endAbsence(absence.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['absences', absence.jurisdiction] }),
  });
  const name = (id: string): string => colleagues.find((each) => each.id === id)?.name ?? id;
  const away = colleagues.find((each) => each.id === absence.person);
  const isNow = absence.from <= todayIn(zoneOf(absence.jurisdiction), now());
  return (
    <li className="row absence">
      <div>
        <div className="row-head"><strong>{name(absence.person)}</strong><span className={isNow ? 'badge badge-warn' : 'badge'}>{isNow ? 'отсутствует' : 'будет отсутствовать'}</span></div>
        <div>{daysName(absence.from, absence.to)}, {absenceReasons[absence.reason].toLowerCase()}</div>
        <div className="row-about">Замещает: {name(absence.substitute)}{away !== undefined && ` · ${placeOf(away)}`}</div>
      </div>
      {canEnd && !isAsking && <button type="button" className="button" onClick={() => setAsking(true)}>{isNow ? 'Уже на работе' : 'Не понадобится'}<span className="visually-hidden">: {name(absence.person)}</span></button>}
      {canEnd && isAsking && (
        <div className="absence-sure">
          <p>{isNow ? 'Замещение закончится сейчас же.' : 'Запись будет снята.'}</p>
          <p className="dialog-buttons">
            <button type="button" className="button button-main" autoFocus disabled={end.isPending} onClick={() => end.mutate()}>{end.isPending ? 'Сохраняю…' : 'Да, закончить'}</button>
            <button type="button" className="button" onClick={() => setAsking(false)}>Оставить</button>
          </p>
        </div>
      )}
      {end.isError && <Notice tone="bad" live="alert">{problemFrom(end.error).detail ?? problemFrom(end.error).title}</Notice>}
    </li>
  );
}
