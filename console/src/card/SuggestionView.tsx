import { Link } from 'wouter';
import type { Card, Command, Learned, Offer, OrganRef, Suggestion } from '../api/types';
import { clauseName } from '../words/words';
import type { Sending } from './useCommand';

interface Props { card: Card; route: Offer | undefined; engage: Offer | undefined; sending: Sending }

/** There is a suggestion that has not been followed. */
export const isToDecide = (card: Card): boolean => (card.suggestion !== null || card.learned !== null) && card.organ === null && card.several === null;

/** The organ the rules suggest and the one that experience speaks for, each with its reason; one click routes there. Shown while there is something to decide. */
export function SuggestionView({ card, route, engage, sending }: Props) {
  const { suggestion, learned } = card;
  if (route === undefined || !isToDecide(card)) return null;
  const send = (command: Command): void => void sending.send(command, card.version);
  const agrees = suggestion !== null && learned !== null && suggestion.with.length === 0 && suggestion.organ.id === learned.organ.id;
  return (
    <section className="panel" aria-labelledby="suggestion-title">
      <h2 id="suggestion-title">Предлагаем направить</h2>
      {suggestion !== null && <ByRule suggestion={suggestion} offer={suggestion.with.length === 0 ? route : engage} isBusy={sending.isBusy} send={send} />}
      {learned !== null && <ByExperience learned={learned} offer={agrees ? undefined : route} isMain={suggestion === null} agrees={agrees} isBusy={sending.isBusy} send={send} />}
    </section>
  );
}

interface RuleProps { suggestion: Suggestion; offer: Offer | undefined; isBusy: boolean; send: (command: Command) => void }

function ByRule({ suggestion, offer, isBusy, send }: RuleProps) {
  const organs = [suggestion.organ, ...suggestion.with];
  const command: Command = suggestion.with.length === 0
    ? { type: 'Route', organ: suggestion.organ.id }
    : { type: 'EngageOrgans', organs: [...suggestion.with, suggestion.organ].map((organ) => organ.id), lead: suggestion.organ.id };
  return (
    <>
      <p><strong>{organs.map((organ) => organ.name).join(', ')}</strong></p>
      <p className="muted">{suggestion.explanation}</p>
      {suggestion.notReady !== null && <p>Пока направить нельзя — {suggestion.notReady}.</p>}
      {offer !== undefined && suggestion.notReady === null && <SendThere offer={offer} isMain={true} isBusy={isBusy} onClick={() => send(command)} />}
    </>
  );
}

interface LearnedProps { learned: Learned; offer: Offer | undefined; isMain: boolean; agrees: boolean; isBusy: boolean; send: (command: Command) => void }

function ByExperience({ learned, offer, isMain, agrees, isBusy, send }: LearnedProps) {
  return (
    <div data-testid="learned">
      <p>{agrees ? 'Опыт говорит о том же' : <>По опыту — <strong>{learned.organ.name}</strong></>} ({percent(learned)})</p>
      <p className="muted">
        {learned.explanation}: {learned.cases.map((each, index) => <span key={each.id}>{index > 0 && ', '}<Link href={`/incidents/${each.id}`}>№ {each.number}</Link></span>)}
        {learned.runnerUp !== null && <>. Следующий по опыту — {nameOf(learned.runnerUp.organ)} ({percent(learned.runnerUp)})</>}
      </p>
      {offer !== undefined && <SendThere offer={offer} isMain={isMain} isBusy={isBusy} onClick={() => send({ type: 'Route', organ: learned.organ.id })} />}
    </div>
  );
}

function SendThere({ offer, isMain, isBusy, onClick }: { offer: Offer; isMain: boolean; isBusy: boolean; onClick: () => void }) {
  return (
    <button type="button" className={isMain ? 'button button-main' : 'button'} disabled={isBusy} onClick={onClick}>
      Направить сюда{offer.clause !== null && <span className="clause">{clauseName(offer.clause)}</span>}
    </button>
  );
}

const nameOf = (organ: OrganRef): string => organ.name;
const percent = (learned: Learned): string => `${String(Math.round(learned.confidence * 100))} %`;
