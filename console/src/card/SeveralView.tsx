import type { Card } from '../api/types';
import { now } from '../time/clock';
import { moment } from '../time/format';
import { zoneOf } from '../words/jurisdictions';
import { partStatus, reworkReason, severalModes } from '../words/words';
import { AttachmentList } from './AttachmentList';

/** Several organs at work on one answer: whose turn it is, and the parts that are there. */
export function SeveralView({ card }: { card: Card }) {
  const { several } = card;
  if (several === null) return null;
  return (
    <section className="panel" aria-labelledby="several-title">
      <h2 id="several-title">Отвечают несколько органов</h2>
      <p className="muted">{severalModes[several.mode] ?? several.mode}{several.lead !== null && `. Ведущий — ${several.lead.name}`}</p>
      <ol className="parts">
        {several.parts.map((part) => (
          <li key={part.organ.id}>
            <strong>{part.organ.name}</strong> — {partStatus(part.status)}{part.round > 1 && `, редакция ${part.round}`}
            {part.at !== null && <span className="muted"> {moment(part.at, zoneOf(card.jurisdiction), now())}{part.by !== null && `, ${part.by.name}`}</span>}
            {part.rework !== null && <p className="muted">Просят доработать: {[...part.rework.reasons.map(reworkReason), part.rework.comment].filter(Boolean).join(', ')}</p>}
            {part.text !== null && <p className="post-text answer-text quote">{part.text}</p>}
            <AttachmentList incident={card.id} files={part.attachments} />
          </li>
        ))}
      </ol>
    </section>
  );
}
