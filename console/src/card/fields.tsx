import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Card, Organ, Reason, ReworkReason } from '../api/types';
import { useConsole } from '../session/context';
import { clauseName } from '../words/words';
import type { FieldProps } from './CommandForm';

export function OrganField({ values, set, card }: FieldProps & { card: Card }) {
  const { api } = useConsole();
  const organs = useQuery({ queryKey: ['organs', card.jurisdiction], queryFn: () => api.organs(card.jurisdiction), staleTime: 300_000 });
  const chosen = organs.data?.find((organ) => organ.id === values.organ);
  return (
    <>
      <label className="field">Орган
        <select autoFocus required value={values.organ} onChange={(event) => set({ organ: event.target.value })}>
          <option value="">Выберите орган</option>
          {organs.data?.map((organ) => <OrganOption key={organ.id} organ={organ} />)}
        </select>
      </label>
      {organs.isError && <p role="alert" className="notice notice-bad">Не получилось загрузить список органов. Закройте форму и откройте ещё раз.</p>}
      {chosen !== undefined && chosen.people.length > 0 && <p className="muted">Работают: {chosen.people.map((person) => person.name).join(', ')}</p>}
    </>
  );
}

/** An organ that cannot take work stays in the list with the reason: a missing one would only puzzle. */
function OrganOption({ organ }: { organ: Organ }) {
  return <option value={organ.id} disabled={!organ.assignable}>{organ.name}{!organ.assignable && ` — нельзя: ${organ.reason ?? 'не настроен'}`}</option>;
}

export function ReasonField({ values, set, label }: FieldProps & { label: string }) {
  return (
    <label className="field">{label}
      <textarea autoFocus required rows={3} value={values.reason} onChange={(event) => set({ reason: event.target.value })} />
    </label>
  );
}

export function ReasonsField({ values, set, reasons }: FieldProps & { reasons: Reason[] }) {
  const toggle = (reason: ReworkReason, isOn: boolean): void =>
    set({ reasons: isOn ? [...values.reasons, reason] : values.reasons.filter((each) => each !== reason) });
  return (
    <fieldset className="field">
      <legend>Что не так</legend>
      {reasons.map((reason, index) => (
        <label key={reason.id} className="check">
          <input type="checkbox" autoFocus={index === 0} checked={values.reasons.includes(reason.id)} onChange={(event) => toggle(reason.id, event.target.checked)} />
          <span>{reason.title}{reason.clause !== null && <span className="clause">{clauseName(reason.clause)}</span>}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function CommentField({ values, set }: FieldProps) {
  return (
    <label className="field">{values.reasons.includes('other') ? 'Что исправить (обязательно)' : 'Что исправить'}
      <textarea rows={3} value={values.comment} onChange={(event) => set({ comment: event.target.value })} />
    </label>
  );
}

export function UrlField({ values, set }: FieldProps) {
  const hint = useId();
  return (
    <>
      <label className="field">Ссылка на опубликованный ответ
        <input type="url" autoFocus required inputMode="url" placeholder="https://" aria-describedby={hint} value={values.url} onChange={(event) => set({ url: event.target.value })} />
      </label>
      <p id={hint} className="muted">Опубликуйте ответ сами и вставьте ссылку на него: она станет подтверждением.</p>
    </>
  );
}

export function OtherFields({ values, set, names }: FieldProps & { names: string[] }) {
  return names.map((name) => (
    <label key={name} className="field">{name}
      <input value={values.other[name] ?? ''} onChange={(event) => set({ other: { ...values.other, [name]: event.target.value } })} />
    </label>
  ));
}
