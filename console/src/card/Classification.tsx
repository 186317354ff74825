import { useState } from 'react';
import type { Card, Importance, Offer } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { clauseName, importanceWords } from '../words/words';
import { streetOf } from './street';
import type { Sending } from './useCommand';

interface Props { card: Card; offer: Offer | undefined; sending: Sending }

export function Classification({ card, offer, sending }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="panel" aria-labelledby="classification-title">
      <h2 id="classification-title">О чём</h2>
      <dl className="facts">
        <dt>Раздел</dt><dd>{card.topicGroup ?? '—'}</dd>
        <dt>Тема</dt><dd>{card.topic ?? '—'}</dd>
        <dt>Место</dt><dd>{card.location ?? <SaidPlace text={card.text} />}</dd>
        <dt>Важность</dt><dd>{importanceWords[card.importance]}</dd>
      </dl>
      {offer !== undefined && (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          Поправить{offer.clause !== null && <span className="clause">{clauseName(offer.clause)}</span>}
        </button>
      )}
      {isOpen && <CorrectionDialog card={card} sending={sending} onClose={() => setOpen(false)} />}
    </section>
  );
}

/** Where no place is known, what the text says itself. */
function SaidPlace({ text }: { text: string }) {
  const street = streetOf(text);
  return street === null ? <>—</> : <>{street} <span className="muted">(из текста)</span></>;
}

function CorrectionDialog({ card, sending, onClose }: { card: Card; sending: Sending; onClose: () => void }) {
  const [start] = useState(card);
  const [value, setValue] = useState({
    topicGroup: start.topicGroup ?? '', topic: start.topic ?? '', location: start.location ?? '', importance: start.importance,
  });
  const field = (name: 'topicGroup' | 'topic' | 'location', label: string) => (
    <label className="field">{label}
      <input value={value[name]} onChange={(event) => setValue({ ...value, [name]: event.target.value })} />
    </label>
  );
  const save = async (): Promise<void> => {
    // After a clash the person has seen the fresh card behind the message: the repeat counts from there.
    const version = sending.problem?.isClash === true ? card.version : start.version;
    if (await sending.send({ type: 'CorrectClassification', ...value }, version)) onClose();
  };
  return (
    <Dialog title="О чём сообщение" onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); void save(); }}>
        {field('topicGroup', 'Раздел')}
        {field('topic', 'Тема')}
        {field('location', 'Место')}
        <label className="field">Важность
          <select value={value.importance} onChange={(event) => setValue({ ...value, importance: event.target.value as Importance })}>
            {Object.entries(importanceWords).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
        {sending.problem !== null && <p role="alert" className="notice notice-bad">{sending.problem.title}. {sending.problem.detail}</p>}
        <p className="dialog-buttons">
          <button type="submit" className="button button-main" disabled={sending.isBusy}>Сохранить</button>
          <button type="button" className="button" onClick={onClose}>Отмена</button>
        </p>
      </form>
    </Dialog>
  );
}
