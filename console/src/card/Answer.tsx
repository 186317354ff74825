import type { Card } from '../api/types';
import { DraftDownloads } from './DraftFiles';
import { now } from '../time/clock';
import { moment } from '../time/format';
import { Notice } from '../ui/Notice';
import { zoneOf } from '../words/jurisdictions';
import { draftKinds, reworkReason } from '../words/words';
import { AttachmentList } from './AttachmentList';
import { safeLink } from './PostView';

export function DraftView({ card }: { card: Card }) {
  const { draft } = card;
  if (draft === null) return null;
  return (
    <section className="panel" aria-labelledby="draft-title">
      <h2 id="draft-title">{card.publication?.state === 'published' ? draftKinds[draft.kind].title : `${draftKinds[draft.kind].title}: черновик`}</h2>
      <p className="muted">
        {draft.by.name}, {moment(draft.submittedAt, zoneOf(card.jurisdiction), now())}{draft.round > 1 && `, редакция ${draft.round}`}
        {draft.editedBy !== null && `, текст правил(а) ${draft.editedBy.name}`}{draft.urgent && <span className="badge badge-important">Срочно</span>}
      </p>
      <p className="post-text answer-text">{draft.text}</p>
      <AttachmentList incident={card.id} files={draft.attachments} />
      <DraftDownloads card={card} />
    </section>
  );
}

/** A draft that was not agreed inside the organ comes back as work, one that was not approved as rework. */
export const isBeingReworked = (card: Card): boolean => card.rework !== null && (card.state === 'REWORK' || card.state === 'IN_WORK');

export function ReworkView({ card }: { card: Card }) {
  if (card.rework === null || !isBeingReworked(card)) return null;
  return (
    <Notice tone="warn">
      <strong>Просят доработать</strong>
      {card.rework.reasons.length > 0 && <p>{card.rework.reasons.map(reworkReason).join(', ')}</p>}
      {card.rework.dueAt !== null && <p>До {moment(card.rework.dueAt, zoneOf(card.jurisdiction), now())}</p>}
      {card.rework.comment !== null && card.rework.comment !== '' && <p className="post-text">{card.rework.comment}</p>}
    </Notice>
  );
}

export function PublicationView({ card }: { card: Card }) {
  const { publication } = card;
  if (publication === null) return null;
  const link = safeLink(publication.permalink);
  const when = publication.publishedAt === null ? null : moment(publication.publishedAt, zoneOf(card.jurisdiction), now());
  switch (publication.state) {
    case 'published':
      return (
        <Notice tone="good" live="status">
          <strong>Опубликовано{publication.manual && ' вручную'}</strong>{when !== null && `, ${when}`}
          {link !== null && <p><a href={link} target="_blank" rel="noreferrer" data-testid="permalink">{link}</a></p>}
        </Notice>
      );
    case 'requested':
      return <Notice tone="plain" live="status"><strong>Публикуется…</strong><p>Ответ согласован и отправляется на страницу.</p></Notice>;
    case 'manual-needed':
      return <Notice tone="warn" live="status"><strong>Нужно опубликовать вручную</strong>{publication.reason !== null && <p>{publication.reason}</p>}</Notice>;
    case 'impossible':
      return <Notice tone="bad" live="status"><strong>Опубликовать нельзя</strong>{publication.reason !== null && <p>{publication.reason}</p>}</Notice>;
  }
}
