import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemFrom } from '../api/problem';
import type { AbsenceReason, NewAbsence } from '../api/types';
import { useConsole } from '../session/context';
import { now } from '../time/clock';
import { ProblemNotice } from '../ui/Notice';
import { zoneOf } from '../words/jurisdictions';
import { absenceReasons } from '../words/words';
import { todayIn } from './days';
import { mayNote, placeOf, type Colleague } from './whose';

/** Writes down who is away, from when to when, and who stands in. Whoever may only note oneself finds oneself chosen. */
export function AbsenceForm({ colleagues, onDone }: { colleagues: Colleague[]; onDone: () => void }) {
  const { api, jurisdiction, me } = useConsole();
  const client = useQueryClient();
  const today = todayIn(zoneOf(jurisdiction), now());
  const whose = colleagues.filter((each) => mayNote(me, jurisdiction, each));
  const [value, setValue] = useState<NewAbsence>({ jurisdiction, person: whose.length === 1 ? (whose[0]?.id ?? '') : '', substitute: '', from: today, to: today, reason: 'VACATION' });
  const set = (part: Partial<NewAbsence>): void => setValue((old) => ({ ...old, ...part }));
  const save = useMutation({
    mutationFn: () => api.noteAbsence(value),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['absences', jurisdiction] });
      onDone();
    },
  });
  const isComplete = value.person !== '' && value.substitute !== '' && value.from !== '' && value.to >= value.from;
  return (
    <form className="panel" aria-label="Новое отсутствие" onSubmit={(event) => { event.preventDefault(); if (isComplete && !save.isPending) save.mutate(); }}>
      <PersonField label="Кто отсутствует" isFirst people={whose} value={value.person} onChange={(person) => set({ person, ...(person === value.substitute && { substitute: '' }) })} />
      <PersonField label="Кто замещает" people={colleagues.filter((each) => each.id !== value.person)} value={value.substitute} onChange={(substitute) => set({ substitute })} />
      <div className="field-pair">
        <label className="field">Первый день<input type="date" required value={value.from} onChange={(event) => set({ from: event.target.value, ...(event.target.value > value.to && { to: event.target.value }) })} /></label>
        <label className="field">Последний день<input type="date" required min={value.from} value={value.to} onChange={(event) => set({ to: event.target.value })} /></label>
        <label className="field">Почему
          <select value={value.reason} onChange={(event) => set({ reason: event.target.value as AbsenceReason })}>
            {Object.entries(absenceReasons).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
      </div>
      {save.isError && <ProblemNotice problem={problemFrom(save.error)} />}
      <p className="dialog-buttons">
        <button type="submit" className="button button-main" disabled={!isComplete || save.isPending}>{save.isPending ? 'Сохраняю…' : 'Записать'}</button>
        <button type="button" className="button" onClick={onDone}>Отмена</button>
      </p>
    </form>
  );
}

interface PersonProps { label: string; people: Colleague[]; value: string; onChange: (id: string) => void; isFirst?: boolean }

function PersonField({ label, people, value, onChange, isFirst = false }: PersonProps) {
  return (
    <label className="field">{label}
      <select required autoFocus={isFirst} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Выберите сотрудника</option>
        {people.map((each) => <option key={each.id} value={each.id}>{each.name} — {placeOf(each)}</option>)}
      </select>
    </label>
  );
}
