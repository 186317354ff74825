import type { Card, Part } from '../api/types';
import { plural } from '../words/words';
import { givenParts } from './parts';

/** Takes what other organs gave over into the common answer: their words, and their files with them. */
export function PartChoice({ card, onTaken }: { card: Card; onTaken: (part: Part & { text: string }) => void }) {
  return givenParts(card).map((part) => (
    <button key={part.organ.id} type="button" className="button" onClick={() => onTaken(part)}>
      Взять часть: {part.organ.name}{part.attachments.length > 0 && ` (${plural(part.attachments.length, 'файл', 'файла', 'файлов')})`}
    </button>
  ));
}
