import { useEffect, useState, type KeyboardEvent } from 'react';
import type { Card, Offer } from '../api/types';
import { Notice } from '../ui/Notice';
import { zoneOf } from '../words/jurisdictions';
import { CommandField } from './fields';
import type { Sending } from './useCommand';
import { commandOf, fewestOrgans, firstValues, type Values } from './commandValues';

interface Props { card: Card; offer: Offer; sending: Sending; isOffered: boolean; onClose: () => void; onTyped: (text: string) => void }

/**
 * The form of one command, made of the fields that the server names. It stays open, with all that was typed, when the command is refused
 * or is no longer offered because somebody else was quicker.
 */
export function CommandForm({ card, offer, sending, isOffered, onClose, onTyped }: Props) {
  const [openedAt] = useState(card.version);
  const [values, setValues] = useState<Values>(() => firstValues(card, offer));
  const command = commandOf(offer, values, zoneOf(card.jurisdiction), fewestOrgans(card));
  const text = values.texts['text'] ?? '';
  useEffect(() => { onTyped(text); }, [text, onTyped]);
  useEffect(() => () => onTyped(''), [onTyped]);
  const hasClashed = sending.problem?.isClash === true && sending.last === offer.type;
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
      {offer.fields.map((name, index) => (
        <CommandField key={name} name={name} isFirst={index === 0} offer={offer} card={card} values={values} set={setValues} />
      ))}
      <p className="dialog-buttons">
        <button type="submit" className="button button-main" disabled={command === null || !isOffered || sending.isBusy} title="Ctrl+Enter">
          {sending.isBusy ? 'Отправляю…' : offer.title}
        </button>
        <button type="button" className="button" onClick={onClose}>Отмена</button>
      </p>
    </form>
  );
}
