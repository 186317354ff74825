import { useState, type KeyboardEvent } from 'react';
import type { Card, Command, Offer } from '../api/types';
import { Notice } from '../ui/Notice';
import { CommentField, OrganField, OtherFields, ReasonField, ReasonsField, UrlField } from './fields';
import type { Sending } from './useCommand';
import { commandOf, emptyValues, type Values } from './commandValues';

interface Props { card: Card; offer: Offer; sending: Sending; isOffered: boolean; onClose: () => void }

/**
 * The form of one command. It stays open, with all that was typed, when the command is refused or is no longer offered because
 * somebody else was quicker.
 */
export function CommandForm({ card, offer, sending, isOffered, onClose }: Props) {
  const [openedAt] = useState(card.version);
  const [values, setValues] = useState<Values>(emptyValues);
  const command = commandOf(offer, values);
  const hasClashed = sending.problem?.isClash === true && sending.last === command?.type;
  const submit = async (): Promise<void> => {
    if (command === null || !isOffered || sending.isBusy) return;
    if (await sending.send(command, hasClashed ? card.version : openedAt)) onClose();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
    if (event.code === 'Escape') { event.stopPropagation(); onClose(); }
  };
  return (
    <form className="command-form" aria-label={offer.title} onKeyDown={onKey} onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      {!isOffered && <Notice tone="warn" live="status">Сообщение изменилось, и это действие больше не нужно. Ваш текст остался ниже.</Notice>}
      <Fields offer={offer} card={card} values={values} set={(part) => setValues((old) => ({ ...old, ...part }))} />
      <p className="dialog-buttons">
        <button type="submit" className="button button-main" disabled={command === null || !isOffered || sending.isBusy} title="Ctrl+Enter">
          {sending.isBusy ? 'Отправляю…' : offer.title}
        </button>
        <button type="button" className="button" onClick={onClose}>Отмена</button>
      </p>
    </form>
  );
}

/** Where the server lists no reasons, the words must do. */
const anyReason = [{ id: 'other', title: 'Другое', clause: null }];

export interface FieldProps { values: Values; set: (part: Partial<Values>) => void }

function Fields({ offer, card, values, set }: FieldProps & { offer: Offer; card: Card }) {
  const props = { values, set };
  switch (offer.type as Command['type']) {
    case 'Route': return <OrganField {...props} card={card} />;
    case 'RequestRework': return <><ReasonsField {...props} reasons={offer.reasons ?? anyReason} /><CommentField {...props} /></>;
    case 'RecordPublication': return <UrlField {...props} />;
    case 'Return': return <ReasonField {...props} label="Почему вопрос не ваш" />;
    case 'ScreenOut': return <ReasonField {...props} label="Почему отсеиваем" />;
    case 'Restore': return <ReasonField {...props} label="Почему возвращаем в работу" />;
    case 'DecideNoReaction': return <ReasonField {...props} label="Почему ответ не нужен" />;
    case 'StartWork': case 'Approve': case 'SubmitDraft': case 'CorrectClassification': return null;
    default: return <OtherFields {...props} names={offer.fields} />;
  }
}
