import type { Card } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { channelName, draftKinds } from '../words/words';
import type { Sending } from './useCommand';

/**
 * The one confirmation of the console, because an approved text leaves the house. `card` is the card as it stood when the button
 * was pressed: the text shown and the version sent belong together, whatever changes behind the dialog.
 */
export function ApproveDialog({ card, sending, onClose }: { card: Card; sending: Sending; onClose: () => void }) {
  const { draft } = card;
  const approve = async (): Promise<void> => {
    // Taken or refused, the page behind tells: a refusal means that what is shown here may be old.
    await sending.send({ type: 'Approve' }, card.version);
    onClose();
  };
  return (
    <Dialog title="Согласовать и опубликовать?" onClose={onClose} wide>
      <p>Текст сразу уйдёт на страницу ({channelName(card.channel)}) от имени органа{card.organ !== null && ` «${card.organ.name}»`}.</p>
      {draft !== null && (
        <>
          <p className="muted">{draftKinds[draft.kind].title}, {draft.by.name}</p>
          <p className="post-text answer-text quote">{draft.text}</p>
        </>
      )}
      <p className="dialog-buttons">
        <button type="button" className="button button-main" disabled={sending.isBusy} onClick={() => void approve()}>{sending.isBusy ? 'Отправляю…' : 'Да, опубликовать'}</button>
        <button type="button" className="button" onClick={onClose} autoFocus>Ещё посмотрю</button>
      </p>
    </Dialog>
  );
}
