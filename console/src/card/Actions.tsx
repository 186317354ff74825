import { useId, useState } from 'react';
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

/**
 * What this person may do now, as the server offers it, each with its clause. What is expected stands above the editor, so that nobody looks
 * for it below a long answer; what is only possible stands below.
 */
export function Actions({ card, offers, isInStep, sending, onTyped }: Props) {
  const { me } = useConsole();
  const drafting = offers.find((offer) => offer.type === 'SubmitDraft');
  const buttons = offers.filter((offer) => !elsewhere.has(offer.type));
  const above = drafting === undefined ? [] : buttons.filter((offer) => offer.expected === true);
  const below = buttons.filter((offer) => !above.includes(offer));
  // One main button on a card: the suggestion's, else of what is expected the first, else the editor's, else the first there is.
  const isSuggested = isToDecide(card) && offers.some((offer) => offer.type === 'Route');
  const main = isSuggested ? undefined : (above[0] ?? drafting ?? below.find((offer) => offer.expected === true) ?? below[0]);
  const shared = { card, main, all: buttons, isInStep, sending, onTyped };
  return (
    <>
      <Buttons {...shared} title="Что нужно сделать" offers={above} />
      {drafting !== undefined && <DraftEditor card={card} offer={drafting} isMain={main === drafting} person={me.id} sending={sending} onTyped={onTyped} />}
      {drafting === undefined && <UnsentText card={card} person={me.id} />}
      <Buttons {...shared} title={drafting !== undefined || isSuggested ? 'Или' : 'Что можно сделать'} offers={below} />
      {buttons.length === 0 && drafting === undefined && <Notice tone="plain">Сейчас от вас ничего не требуется.</Notice>}
    </>
  );
}

/** `offers`: those of this panel. */
interface ButtonsProps extends Props { title: string; main: Offer | undefined; all: Offer[] }

/** Offers as buttons; a form that was opened stays open with what was typed, also when its offer is gone. */
function Buttons({ title, card, offers, main, all, isInStep, sending, onTyped }: ButtonsProps) {
  const id = useId();
  const [open, setOpen] = useState<Offer | null>(null);
  const [approving, setApproving] = useState<{ card: Card; offer: Offer } | null>(null);
  const act = (offer: Offer): void => {
    if (offer.type === 'Approve') setApproving({ card, offer });
    else if (offer.fields.length === 0) void sending.send({ type: offer.type }, card.version);
    else setOpen(open?.type === offer.type ? null : offer);
  };
  return (
    <>
      {(offers.length > 0 || open !== null) && (
        <section className="panel" aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <div className="actions">
            {offers.map((offer) => (
              <button key={offer.type} type="button" disabled={sending.isBusy || !isInStep} data-command={offer.type}
                className={offer === main ? 'button button-main' : 'button'}
                aria-expanded={offer.type === 'Approve' || offer.fields.length === 0 ? undefined : open?.type === offer.type}
                onClick={() => act(offer)}>
                {offer.title}{offer.clause !== null && <span className="clause">{clauseName(offer.clause)}</span>}
              </button>
            ))}
          </div>
          {open !== null && (
            <CommandForm key={open.type} card={card} offer={open} sending={sending} isOffered={all.some((offer) => offer.type === open.type)} onClose={() => setOpen(null)} onTyped={onTyped} />
          )}
        </section>
      )}
      {approving !== null && <ApproveDialog card={approving.card} offer={approving.offer} sending={sending} onClose={() => setApproving(null)} />}
    </>
  );
}
