import { useState } from 'react';
import type { Card, Offer } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { zoneOf } from '../words/jurisdictions';
import { channelName, draftKinds } from '../words/words';
import { AttachmentList } from './AttachmentList';
import { checksToPass, commandOf, emptyValues, excuseField, type Values } from './commandValues';
import { ChecksField } from './fields';
import { Finding, findingKey } from './ReplyFindings';
import type { Sending } from './useCommand';

/** What the program found against the regulation: to be sent back for, or, where the program is mistaken, to be let pass with a reason that stays. */
function Excuses({ offer, values, set }: { offer: Offer; values: Values; set: (change: (old: Values) => Values) => void }) {
  const findings = offer.findings ?? [];
  if (findings.length === 0) return null;
  return (
    <section aria-label="Нарушения регламента" className="notice notice-bad">
      <p><strong>Текст не по регламенту.</strong> Верните его на доработку. Если программа ошиблась, напишите почему: это останется в истории.</p>
      {checksToPass(offer).map((check) => (
        <div key={check}>
          <ul className="finding-list">
            {findings.filter((finding) => finding.check === check).map((finding) => <Finding key={findingKey(finding)} finding={finding} />)}
          </ul>
          <label className="field">Почему можно пропустить
            <textarea lang="ru" rows={2} value={values.texts[excuseField(check)] ?? ''}
              onChange={(event) => set((old) => ({ ...old, texts: { ...old.texts, [excuseField(check)]: event.target.value } }))} />
          </label>
        </div>
      ))}
    </section>
  );
}

/**
 * The one confirmation of the console, because an approved text leaves the house. `card` is the card as it stood when the button
 * was pressed: the text shown and the version sent belong together, whatever changes behind the dialog.
 */
export function ApproveDialog({ card, offer, sending, onClose }: { card: Card; offer: Offer; sending: Sending; onClose: () => void }) {
  const { draft } = card;
  const [values, setValues] = useState(emptyValues);
  const command = commandOf(offer, values, zoneOf(card.jurisdiction));
  const approve = async (): Promise<void> => {
    if (command === null) return;
    // Taken or refused, the page behind tells: a refusal means that what is shown here may be old.
    await sending.send(command, card.version);
    onClose();
  };
  return (
    <Dialog title="Согласовать и опубликовать?" onClose={onClose} wide>
      <p>Текст сразу уйдёт на страницу ({channelName(card.channel)}) от имени органа{card.organ !== null && ` «${card.organ.name}»`}.</p>
      {draft !== null && (
        <>
          <p className="muted">{draftKinds[draft.kind].title}, {draft.by.name}</p>
          <p className="post-text answer-text quote">{draft.text}</p>
          <AttachmentList incident={card.id} files={draft.attachments} />
        </>
      )}
      {(offer.checks ?? []).length > 0 && <ChecksField name="checked" isFirst={false} legend="Отметьте, что проверено" lines={offer.checks ?? []} values={values} set={setValues} />}
      <Excuses offer={offer} values={values} set={setValues} />
      <p className="dialog-buttons">
        <button type="button" className="button button-main" disabled={sending.isBusy || command === null} onClick={() => void approve()}>{sending.isBusy ? 'Отправляю…' : 'Да, опубликовать'}</button>
        <button type="button" className="button" onClick={onClose} autoFocus>Ещё посмотрю</button>
      </p>
    </Dialog>
  );
}
