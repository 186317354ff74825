import { useEffect, useId, useRef, useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react';
import type { Card, DraftKind, FilledTemplate, KeptFile, Offer, Part } from '../api/types';
import { SomebodyWrites } from '../team/Others';
import { clauseName, draftKinds, plural } from '../words/words';
import { isBeingReworked } from './Answer';
import { AttachmentField, pastedFiles } from './AttachmentField';
import { Blanks } from './Blanks';
import { FileReading } from './DraftFiles';
import { kindAmong, kindsOf } from './kinds';
import { Mark } from './fields';
import { forgetText, keepText, readText, type LocalText } from './localText';
import { PartChoice } from './PartChoice';
import { ReplyFindings } from './ReplyFindings';
import { TemplateChoice } from './TemplateChoice';
import { useAttachments } from './useAttachments';
import type { Sending } from './useCommand';

/** `isMain`: to write is what this person is here for. */
interface Props { card: Card; offer: Offer; isMain: boolean; person: string; sending: Sending; onTyped: (text: string) => void }

type Typed = Pick<LocalText, 'kind' | 'text' | 'taken'>;

/** Begins with the text kept in this browser, else with the draft to be reworked, else empty. */
function firstText(card: Card, person: string): Typed {
  const kept = readText(person, card.id);
  if (kept !== null) return kept;
  if (isBeingReworked(card) && card.draft !== null) return { kind: card.draft.kind, text: card.draft.text };
  return { kind: 'final', text: '' };
}

export function DraftEditor({ card, offer, isMain, person, sending, onTyped }: Props) {
  // Null until something is typed: the card and the offers arrive apart, and what to begin with may come a moment later.
  const [own, setOwn] = useState<Typed | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const kinds = kindsOf(offer);
  const begun = own ?? firstText(card, person);
  const typed = { ...begun, kind: kindAmong(kinds, begun.kind) };
  const change = (part: Partial<Typed>): void => {
    const next = { ...typed, ...part };
    setOwn(next);
    onTyped(next.text);
    if (next.text.trim() === '') forgetText(person, card.id);
    else keepText(person, card.id, next);
  };
  const [marks, setMarks] = useState<string[]>([]);
  const mark = (name: string, isOn: boolean): void => setMarks(isOn ? [...marks, name] : marks.filter((each) => each !== name));
  const before = isBeingReworked(card) ? (card.draft?.attachments ?? []).map((file) => file.id) : [];
  const taken = typed.taken ?? [];
  const attaching = useAttachments(card, [...before, ...taken]);
  const drop = (file: KeptFile): void => {
    // What was sent before, by whomever, stays there; it only does not stand with this answer.
    if (taken.includes(file.id)) change({ taken: taken.filter((id) => id !== file.id) });
    else attaching.remove(file);
  };
  const takesFiles = offer.fields.includes('attachments');
  const files = takesFiles && attaching.files.length > 0 ? { attachments: attaching.files.map((file) => file.id) } : {};
  const text = typed.text.trim();
  const isEmpty = text === '';
  const isWaiting = sending.isBusy || (takesFiles && (attaching.isBusy || !attaching.isReady));
  const [blanks, setBlanks] = useState<string[]>([]);
  /** Where the cursor is, so that nothing typed is lost; alone where nothing is typed. */
  const insert = (words: string, kind: DraftKind | null, besides: Partial<Typed> = {}): void => {
    if (text === '') change({ text: words, ...(kind === null ? {} : { kind }), ...besides });
    else {
      const at = field.current?.selectionStart ?? typed.text.length;
      change({ text: typed.text.slice(0, at) + words + typed.text.slice(field.current?.selectionEnd ?? at), ...besides });
    }
  };
  const fill = (filled: FilledTemplate): void => {
    setBlanks([...blanks, ...filled.unfilled.map(({ from, to }) => filled.text.slice(from, to))]);
    insert(filled.text, filled.kind);
  };
  const takeOver = (part: Part & { text: string }): void => {
    const added = part.attachments.map((file) => file.id).filter((id) => !taken.includes(id) && !before.includes(id));
    insert(part.text, null, { taken: [...taken, ...added] });
  };
  /** Sent by the keyboard while files were still on their way, or the screen was still renewed after the draft before: it goes as soon as it can. */
  const wished = useRef(false);
  const underway = useRef<string | null>(null);
  const send = async (): Promise<void> => {
    if (isEmpty || text === underway.current) return;
    wished.current = isWaiting;
    if (isWaiting) return;
    underway.current = text;
    const isTaken = await sending.send({ type: 'SubmitDraft', kind: typed.kind, text, ...Object.fromEntries(marks.map((name) => [name, true])), ...files }, card.version);
    underway.current = null;
    if (isTaken) clear(text);
    else wished.current = false; // what changed is to be seen first
  };
  /** Leaves what was typed on since. */
  const clear = (sent: string): void => {
    if (readText(person, card.id)?.text.trim() === sent) forgetText(person, card.id);
    setOwn((now) => (now?.text.trim() === sent ? null : now));
    onTyped('');
    setMarks([]);
    setBlanks([]);
  };
  useEffect(() => { if (wished.current && !isWaiting) void send(); });
  const onKey = (event: KeyboardEvent): void => {
    if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void send(); }
  };
  return (
    <form className="panel" aria-labelledby="editor-title" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <h2 id="editor-title">Ответ автору</h2>
      <SomebodyWrites id={card.id} />
      <div className="editor-tools">
        <TemplateChoice card={card} onFilled={fill} />
        <FileReading card={card} onRead={(words) => insert(words, null)} />
        <PartChoice card={card} onTaken={takeOver} />
      </div>
      <KindChoice kinds={kinds} kind={typed.kind} onChange={(kind) => change({ kind })} />
      <TextField field={field} text={typed.text} kind={typed.kind} onChange={(next) => change({ text: next })} onKey={onKey}
        onPaste={(event) => { if (takesFiles) attaching.add(pastedFiles(event)); }} />
      {takesFiles && <AttachmentField card={card} attaching={{ ...attaching, remove: drop }} />}
      <Blanks blanks={blanks} text={typed.text} field={field} />
      {['urgent'].filter((name) => offer.fields.includes(name)).map((name) => <Mark key={name} name={name} isOn={marks.includes(name)} onChange={(isOn) => mark(name, isOn)} />)}
      <ReplyFindings card={card} kind={typed.kind} text={typed.text} attachments={attaching.files.length} field={field} />
      <p className="dialog-buttons">
        <button type="submit" className={isMain ? 'button button-main' : 'button'} data-command="SubmitDraft" disabled={isEmpty || isWaiting} title="Ctrl+Enter">
          {sending.isBusy ? 'Отправляю…' : offer.title}{offer.clause !== null && <span className="clause">{clauseName(offer.clause)}</span>}
        </button>
      </p>
    </form>
  );
}

function KindChoice({ kinds, kind, onChange }: { kinds: DraftKind[]; kind: DraftKind; onChange: (kind: DraftKind) => void }) {
  const name = useId();
  return (
    <fieldset className="kinds">
      <legend className="visually-hidden">Вид ответа</legend>
      {kinds.map((each) => (
        <label key={each} className="kind">
          <input type="radio" name={name} checked={each === kind} onChange={() => onChange(each)} />{draftKinds[each].title}
        </label>
      ))}
    </fieldset>
  );
}

interface TextProps { field: RefObject<HTMLTextAreaElement | null>; text: string; kind: DraftKind; onChange: (text: string) => void; onKey: (event: KeyboardEvent) => void; onPaste: (event: ClipboardEvent) => void }

function TextField({ field, text, kind, onChange, onKey, onPaste }: TextProps) {
  const hint = useId();
  return (
    <>
      <label className="field"><span className="visually-hidden">Текст ответа</span>
        <textarea ref={field} rows={8} value={text} lang="ru" spellCheck placeholder="Здравствуйте! …" aria-describedby={hint}
          onChange={(event) => onChange(event.target.value)} onKeyDown={onKey} onPaste={onPaste} />
      </label>
      <p id={hint} className="muted editor-foot">
        <span>{draftKinds[kind].hint}</span>
        <Counter length={text.length} />
      </p>
    </>
  );
}

/** What fits into one comment of the networks. The server decides; this only tells in time. */
const LONGEST = 4096;

function Counter({ length }: { length: number }) {
  if (length === 0) return <span>Текст сохраняется на этом компьютере</span>;
  if (length <= LONGEST) return <span>{plural(length, 'знак', 'знака', 'знаков')}</span>;
  return <strong className="too-long">Слишком длинно: {plural(length - LONGEST, 'лишний знак', 'лишних знака', 'лишних знаков')}</strong>;
}

/** A text typed while somebody else moved the incident on: it can be read and copied, and leaves only when told to. */
export function UnsentText({ card, person }: { card: Card; person: string }) {
  const [kept, setKept] = useState(() => readText(person, card.id));
  // Its answer may have been lost on the way: what stands on the card has been sent.
  const isSent = kept !== null && card.draft?.by.id === person && card.draft.text === kept.text.trim();
  useEffect(() => { if (isSent) forgetText(person, card.id); }, [isSent, person, card.id]);
  if (kept === null || isSent) return null;
  return (
    <section className="panel" aria-labelledby="unsent-title">
      <h2 id="unsent-title">Ваш неотправленный текст</h2>
      <p className="post-text answer-text quote">{kept.text}</p>
      <p className="dialog-buttons">
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(kept.text)}>Скопировать</button>
        <button type="button" className="button" onClick={() => { forgetText(person, card.id); setKept(null); }}>Удалить</button>
      </p>
    </section>
  );
}
