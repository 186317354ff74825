import type { Card, Offer } from '../api/types';
import { clauseName } from '../words/words';
import type { Sending } from './useCommand';

interface Props { card: Card; route: Offer | undefined; sending: Sending }

/** There is a suggestion that has not been followed. */
export const isToDecide = (card: Card): boolean => card.suggestion !== null && card.organ === null;

/** The organ the rules suggest and why; one click routes there. Shown while there is something to decide. */
export function SuggestionView({ card, route, sending }: Props) {
  const { suggestion } = card;
  if (suggestion === null || route === undefined || !isToDecide(card)) return null;
  return (
    <section className="panel" aria-labelledby="suggestion-title">
      <h2 id="suggestion-title">Предлагаем направить</h2>
      <p><strong>{suggestion.organ.name}</strong></p>
      <p className="muted">{suggestion.explanation}</p>
      <button type="button" className="button button-main" disabled={sending.isBusy}
        onClick={() => void sending.send({ type: 'Route', organ: suggestion.organ.id }, card.version)}>
        Направить сюда{route.clause !== null && <span className="clause">{clauseName(route.clause)}</span>}
      </button>
    </section>
  );
}
