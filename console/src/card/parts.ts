import type { Card, Me, Part } from '../api/types';

/** The part that this person's organ is to give now, if it is asked for one. */
export function ownPart(card: Card, me: Me): Part | null {
  const organs = me.grants.map((grant) => grant.organ);
  return card.several?.parts.find((part) => (part.status === 'asked' || part.status === 'rework') && organs.includes(part.organ.id)) ?? null;
}

/** Parts with words that can be taken over into the common answer. */
export const givenParts = (card: Card): (Part & { text: string })[] =>
  (card.several?.parts ?? []).filter((part): part is Part & { text: string } => part.text !== null && part.status !== 'returned');
