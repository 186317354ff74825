import { useState } from 'react';
import type { Card, Offer } from '../api/types';
import { useConsole } from '../session/context';
import { Notice } from '../ui/Notice';
import { clauseName } from '../words/words';
import { ApproveDialog } from './ApproveDialog';
import { CommandForm } from './CommandForm';
import { DraftEditor, UnsentText } from './DraftEditor';
import { isToDecide } from './SuggestionView';
import type { Sending } from './useCommand';

/** `isInStep`: the offers are for the card as it is shown; a button works only then. */
interface Props { card: Card; offers: Offer[]; isInStep: boolean; sending: Sending; onTyped: (text: string) => void }

/** Offered elsewhere: the editor below, the classification panel, the note that a step was taken. */
const elsewhere = new Set(['SubmitDraft', 'CorrectClassification', 'Undo']);

/** What this person may do now, as the server offers it. Each button names its clause. */
export function Actions({ card, offers, isInStep, sending, onTyped }: Props) {
  const { me } = useConsole();
  const [open, setOpen] = useState<Offer | null>(null);
  const [approving, setApproving] = useState<{ card: Card; offer: Offer } | null>(null);
  const drafting = offers.find((offer) => offer.type === 'SubmitDraft');
  const buttons = offers.filter((offer) => !elsewhere.has(offer.type));
  // One main button on a card: the editor's, the suggestion's, or the first here.
  const hasMain = drafting !== undefined || (isToDecide(card) && offers.some((offer) => offer.type === 'Route'));
  const act = (offer: Offer): void => {
    if (offer.type === 'Approve') setApproving({ card, offer });
    else if (offer.fields.length === 0) void sending.send({ type: offer.type }, card.version);
    else setOpen(open?.type === offer.type ? null : offer);
  };
  return (
    <>
      {drafting !== undefined && <DraftEditor card={card} offer={drafting} person={me.id} sending={sending} onTyped={onTyped} />}
      {drafting === undefined && <UnsentText card={card} person={me.id} />}
      {(buttons.length > 0 || open !== null) && (
        <section className="panel" aria-labelledby="actions-title">
          <h2 id="actions-title">{hasMain ? 'Или' : 'Что можно сделать'}</h2>
          <div className="actions">
            {buttons.map((offer, index) => (
              <button key={offer.type} type="button" disabled={sending.isBusy || !isInStep} data-command={offer.type}
                className={index === 0 && !hasMain ? 'button button-main' : 'button'}
                aria-expanded={offer.type === 'Approve' || offer.fields.length === 0 ? undefined : open?.type === offer.type}
                onClick={() => act(offer)}>
                {offer.title}{offer.clause !== null && <span className="clause">{clauseName(offer.clause)}</span>}
              </button>
            ))}
          </div>
          {open !== null && (
            <CommandForm key={open.type} card={card} offer={open} sending={sending} isOffered={buttons.some((offer) => offer.type === open.type)} onClose={() => setOpen(null)} onTyped={onTyped} />
          )}
        </section>
      )}
      {buttons.length === 0 && open === null && drafting === undefined && <Notice tone="plain">Сейчас от вас ничего не требуется.</Notice>}
      {approving !== null && <ApproveDialog card={approving.card} offer={approving.offer} sending={sending} onClose={() => setApproving(null)} />}
    </>
  );
}
