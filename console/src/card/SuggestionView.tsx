import type { Card, Offer } from '../api/types';
import { clauseName } from '../words/words';
import type { Sending } from './useCommand';

interface Props { card: Card; route: Offer | undefined; sending: Sending }

/** The organ the rules suggest and why; one click routes there. Shown while there is something to decide. */
export function SuggestionView({ card, route, sending }: Props) {
  const { suggestion } = card;
  if (suggestion === null || route === undefined || suggestion.organ.id === card.organ?.id) return null;
  return (
    <section className="panel" aria-labelledby="suggestion-title">
      <h2 id="suggestion-title">Предложение</h2>
      <p><strong>{suggestion.organ.name}</strong></p>
      <p className="muted">{suggestion.explanation}</p>
      <button type="button" className="button button-main" disabled={sending.isBusy}
        onClick={() => void sending.send({ type: 'Route', organ: suggestion.organ.id }, card.version)}>
        Направить сюда{route.clause !== null && <span className="clause">{clauseName(route.clause)}</span>}
      </button>
    </section>
  );
}
