import { useQuery } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import type { Attachment, Card, Offer, Organ, Reason } from '../api/types';
import { useConsole } from '../session/context';
import { clauseName, draftKinds, fieldLabel, roleName } from '../words/words';
import { AttachmentField } from './AttachmentField';
import { isOptional, type Values } from './commandValues';
import { GroundField } from './GroundField';
import { kindsOf } from './kinds';
import { ownPart } from './parts';
import { useAttachments } from './useAttachments';

export interface FieldProps { name: string; isFirst: boolean; offer: Offer; card: Card; values: Values; set: (change: (old: Values) => Values) => void }

/** Where the server lists no reasons, the words must do. */
const anyReason: Reason[] = [{ id: 'other', title: 'Другое', clause: null }];

/** One field of a command, by its name; a name that the console does not know is a line of text. */
export function CommandField(props: FieldProps) {
  switch (props.name) {
    case 'organ': return <OrganField {...props} />;
    case 'organs': return <OrgansField {...props} />;
    case 'anew': return <AnewField {...props} />;
    case 'lead': return <LeadField {...props} />;
    case 'reasons': return <ChecksField {...props} legend="Что не так" lines={props.offer.reasons ?? anyReason} />;
    case 'ground': return <GroundField {...props} />;
    case 'checked': return props.offer.checks == null ? null : <ChecksField {...props} legend="Проверено" lines={props.offer.checks} />;
    case 'attachments': return <AttachmentsField {...props} />;
    case 'urgent': return <MarkField {...props} />;
    case 'reason': case 'text': case 'comment': case 'note': return <WordsField {...props} />;
    case 'url': return <UrlField {...props} />;
    case 'earlier': return <EarlierField {...props} />;
    case 'from': return <SenderField {...props} />;
    case 'kind': return <KindField {...props} />;
    case 'dueAt': case 'receivedAt': case 'publishedAt': return <LineField {...props} type="datetime-local" />;
    default: return <LineField {...props} type="text" />;
  }
}

const withText = (name: string, text: string) => (old: Values): Values => ({ ...old, texts: { ...old.texts, [name]: text } });
const withList = (name: string, list: string[]) => (old: Values): Values => ({ ...old, lists: { ...old.lists, [name]: list } });

function useOrgans(card: Card) {
  const { api } = useConsole();
  return useQuery({ queryKey: ['organs', card.jurisdiction], queryFn: () => api.organs(card.jurisdiction), staleTime: 300_000 });
}

const notLoaded = <p role="alert" className="notice notice-bad">Не получилось загрузить список органов. Закройте форму и откройте ещё раз.</p>;

/** Any organ, or, where the command is about somebody's part, one of those. */
function OrganField({ name, isFirst, offer, card, values, set }: FieldProps) {
  const organs = useOrgans(card);
  const about = offer.organs ?? null;
  if (about?.length === 1) return <p className="muted">{organs.data?.find((organ) => organ.id === about[0])?.name ?? about[0]}</p>;
  const chosen = organs.data?.find((organ) => organ.id === values.texts[name]);
  return (
    <>
      <label className="field">Орган
        <select autoFocus={isFirst} required={!isOptional(offer, name, values)} value={values.texts[name] ?? ''} onChange={(event) => set(withText(name, event.target.value))}>
          <option value="">{isOptional(offer, name, values) ? 'Все, кто готовит ответ' : 'Выберите орган'}</option>
          {organs.data?.filter((organ) => about === null || about.includes(organ.id)).map((organ) => <OrganOption key={organ.id} organ={organ} />)}
        </select>
      </label>
      {organs.isError && notLoaded}
      {chosen !== undefined && chosen.people.length > 0 && <p className="muted">Работают: {chosen.people.map((person) => person.name).join(', ')}</p>}
    </>
  );
}

/** An organ that cannot take work stays in the list with the reason: a missing one would only puzzle. */
function OrganOption({ organ }: { organ: Organ }) {
  return <option value={organ.id} disabled={!organ.assignable}>{organ.name}{!organ.assignable && ` — нельзя: ${organ.reason ?? 'не настроен'}`}</option>;
}

/** Several organs in the order in which they are chosen: where the regulation works one after the other, that is the order of work. */
function OrgansField({ name, isFirst, card, values, set }: FieldProps) {
  const organs = useOrgans(card);
  const chosen = values.lists[name] ?? [];
  const toggle = (id: string, isOn: boolean): void => set(withList(name, isOn ? [...chosen, id] : chosen.filter((each) => each !== id)));
  return (
    <fieldset className="field">
      <legend>Органы, в порядке работы</legend>
      {organs.isError && notLoaded}
      {organs.data?.map((organ, index) => (
        <label key={organ.id} className="check">
          <input type="checkbox" autoFocus={isFirst && index === 0} disabled={!organ.assignable} checked={chosen.includes(organ.id)} onChange={(event) => toggle(organ.id, event.target.checked)} />
          <span>{chosen.includes(organ.id) && `${chosen.indexOf(organ.id) + 1}. `}{organ.name}{!organ.assignable && <span className="muted"> — нельзя: {organ.reason ?? 'не настроен'}</span>}</span>
        </label>
      ))}
    </fieldset>
  );
}

function LeadField({ name, card, values, set }: FieldProps) {
  const organs = useOrgans(card);
  const chosen = values.lists.organs ?? [];
  return (
    <label className="field">Ведущий орган, если регламент его называет
      <select value={values.texts[name] ?? ''} onChange={(event) => set(withText(name, event.target.value))}>
        <option value="">Не выбран</option>
        {organs.data?.filter((organ) => chosen.includes(organ.id)).map((organ) => <option key={organ.id} value={organ.id}>{organ.name}</option>)}
      </select>
    </label>
  );
}

/** Of the organs chosen, those whose part is there: they may be asked for it once more. */
function AnewField({ name, offer, card, values, set }: FieldProps) {
  const organs = useOrgans(card);
  const chosen = values.lists.organs ?? [];
  const given = (offer.organs ?? []).filter((id) => chosen.includes(id));
  if (given.length === 0) return null;
  const lines = given.map((id) => ({ id, title: organs.data?.find((organ) => organ.id === id)?.name ?? id, clause: null }));
  return <ChecksField name={name} isFirst={false} legend="Спросить ещё раз — часть уже есть" lines={lines} values={values} set={set} />;
}

/** Who of the organ that has it sent the draft, and answers for it. */
function SenderField({ name, isFirst, offer, card, values, set }: FieldProps) {
  const organs = useOrgans(card);
  const people = organs.data?.find((organ) => organ.id === card.organ?.id)?.people ?? [];
  return (
    <>
      <label className="field">{fieldLabel(offer.type, name)}
        <select autoFocus={isFirst} required value={values.texts[name] ?? ''} onChange={(event) => set(withText(name, event.target.value))}>
          <option value="">Выберите сотрудника</option>
          {people.map((person) => <option key={person.id} value={person.id}>{person.name}{person.role !== undefined && `, ${roleName(person.role)}`}</option>)}
        </select>
      </label>
      {organs.isError && notLoaded}
    </>
  );
}

function KindField({ name, offer, values, set }: FieldProps) {
  return (
    <label className="field">{fieldLabel(offer.type, name)}
      <select value={values.texts[name] ?? 'final'} onChange={(event) => set(withText(name, event.target.value))}>
        {kindsOf(offer).map((kind) => <option key={kind} value={kind}>{draftKinds[kind].title}</option>)}
      </select>
    </label>
  );
}

export function ChecksField({ name, isFirst, legend, lines, values, set }: Pick<FieldProps, 'name' | 'isFirst' | 'values' | 'set'> & { legend: string; lines: Reason[] }) {
  const chosen = values.lists[name] ?? [];
  const toggle = (id: string, isOn: boolean): void => set(withList(name, isOn ? [...chosen, id] : chosen.filter((each) => each !== id)));
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {lines.map((line, index) => (
        <label key={line.id} className="check">
          <input type="checkbox" autoFocus={isFirst && index === 0} checked={chosen.includes(line.id)} onChange={(event) => toggle(line.id, event.target.checked)} />
          <span>{line.title}{line.clause !== null && <span className="clause">{clauseName(line.clause)}</span>}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Whoever edits a draft, or writes a part anew, begins with its words and its files. */
function useBeginning(offer: Offer, card: Card): { text: string; attachments: Attachment[] } {
  const { me } = useConsole();
  const begun = offer.type === 'EditDraft' ? card.draft : offer.type === 'Contribute' ? ownPart(card, me) : null;
  return { text: begun?.text ?? '', attachments: begun?.attachments ?? [] };
}

function AttachmentsField({ name, offer, card, set }: FieldProps) {
  const { text, attachments } = useBeginning(offer, card);
  const attaching = useAttachments(card, attachments.map((file) => file.id));
  const ids = attaching.files.map((file) => file.id).join(' ');
  const isKnown = attaching.isReady && !attaching.isBusy;
  useEffect(() => {
    // Whoever only takes a file away sends the words as they are. While it is not known which files there will be, none are named.
    if (isKnown) set((old) => withList(name, ids.split(' ').filter((id) => id !== ''))({ ...old, texts: { text, ...old.texts } }));
    else set((old) => ({ ...old, lists: Object.fromEntries(Object.entries(old.lists).filter(([each]) => each !== name)) }));
  }, [isKnown, ids, name, text, set]);
  return <AttachmentField card={card} attaching={attaching} />;
}

function MarkField({ name, values, set }: FieldProps) {
  return <Mark name={name} isOn={values.marks[name] === true} onChange={(isOn) => set((old) => ({ ...old, marks: { ...old.marks, [name]: isOn } }))} />;
}

export function Mark({ name, isOn, onChange }: { name: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} /><span>{fieldLabel('', name)}</span>
    </label>
  );
}

function WordsField({ name, isFirst, offer, card, values, set }: FieldProps) {
  const label = name === 'comment' && (values.lists.reasons ?? []).includes('other') ? 'Что исправить (обязательно)' : fieldLabel(offer.type, name);
  const beginning = useBeginning(offer, card);
  const text = values.texts[name] ?? (name === 'text' ? beginning.text : '');
  return (
    <label className="field">{label}
      <textarea autoFocus={isFirst} lang="ru" rows={name === 'text' ? 8 : 3} value={text} onChange={(event) => set(withText(name, event.target.value))} />
    </label>
  );
}

function UrlField({ name, values, set }: FieldProps) {
  const hint = useId();
  return (
    <>
      <label className="field">Ссылка на опубликованный ответ
        <input type="url" autoFocus required inputMode="url" placeholder="https://" aria-describedby={hint} value={values.texts[name] ?? ''} onChange={(event) => set(withText(name, event.target.value))} />
      </label>
      <p id={hint} className="muted">Опубликуйте ответ сами и вставьте ссылку на него: она станет подтверждением.</p>
    </>
  );
}

function EarlierField({ name, values, set }: FieldProps) {
  return (
    <label className="field">Ссылка на карточку прежнего сообщения
      <input autoFocus required placeholder={`${location.origin}/incidents/…`} value={values.texts[name] ?? ''} onChange={(event) => set(withText(name, event.target.value))} />
    </label>
  );
}

function LineField({ name, offer, type, values, set }: FieldProps & { type: string }) {
  return (
    <label className="field">{fieldLabel(offer.type, name)}
      <input type={type} required={!isOptional(offer, name, values)} value={values.texts[name] ?? ''} onChange={(event) => set(withText(name, event.target.value))} />
    </label>
  );
}
