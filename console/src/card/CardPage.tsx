import { useEffect, useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { problemFrom } from '../api/problem';
import type { Card, Offer, TimelineItem } from '../api/types';
import { PromisesView } from '../promises/PromisesView';
import { queuePlace } from '../queue/filter';
import { useConsole } from '../session/context';
import { Comments } from '../team/Comments';
import { Others } from '../team/Others';
import { useDoing, usePresence } from '../team/presence';
import { Countdown } from '../time/Countdown';
import { StateBadge } from '../ui/Badge';
import { useKeys } from '../ui/keys';
import { ProblemNotice } from '../ui/Notice';
import { whoHasIt } from '../words/words';
import { Actions } from './Actions';
import { Changed } from './Changed';
import { Classification } from './Classification';
import { Deadlines } from './Deadlines';
import { DraftView, isBeingReworked, PublicationView, ReworkView } from './Answer';
import { MarksView } from './MarksView';
import { PostView } from './PostView';
import { Proof } from './Proof';
import { SeveralView } from './SeveralView';
import { SuggestionView } from './SuggestionView';
import { Timeline } from './Timeline';
import { useUndoOffered } from './undo';
import { useCommand, type Sending } from './useCommand';
import { useForeignChanges } from './useForeignChanges';
import { useIncident } from './useIncident';

export function CardPage({ id }: { id: string }) {
  const { card, timeline, offers, isInStep } = useIncident(id);
  useUndoOffered(card.data, offers.data?.items, isInStep);
  const [, go] = useLocation();
  useKeys(useMemo(() => ({ Escape: () => go(queuePlace()) }), [go]));
  if (card.isPending) {
    return <main className="page"><Back /><div className="row-skeleton" aria-hidden="true" /><p role="status" className="visually-hidden">Загружаю сообщение…</p></main>;
  }
  if (card.data === undefined) {
    return <main className="page"><Back /><ProblemNotice problem={problemFrom(card.error)} onRetry={() => void card.refetch()} /></main>;
  }
  return <CardView card={card.data} items={timeline.data} offers={offers.data?.items} isInStep={isInStep} offersError={offers.error} retry={() => void offers.refetch()} />;
}

function Back() {
  return <p className="back"><Link href={queuePlace()} title="Клавиша Esc">← К очереди</Link></p>;
}

interface Props { card: Card; items: TimelineItem[] | undefined; offers: Offer[] | undefined; isInStep: boolean; offersError: Error | null; retry: () => void }

function CardView({ card, items, offers, isInStep, offersError, retry }: Props) {
  const { me, api } = useConsole();
  const { doing, typed } = useDoing();
  usePresence(api, card.id, doing);
  const sending = useCommand(card.id);
  const foreign = useForeignChanges(items, card.version, me.id);
  const offer = (type: string): Offer | undefined => offers?.find((each) => each.type === type);
  return (
    <main className="page">
      <Back />
      <Head card={card} />
      <Changed changes={foreign.changes} problem={isSettled(sending, card) ? null : sending.problem} jurisdiction={card.jurisdiction} onDismiss={() => { foreign.dismiss(); sending.forget(); }} />
      <div className="card-columns">
        <div className="card-main">
          <PostView card={card} />
          <MarksView card={card} />
          <PublicationView card={card} />
          <ReworkView card={card} />
          {!(isBeingReworked(card) && offer('SubmitDraft') !== undefined) && <DraftView card={card} />}
          <PromisesView card={card} />
          <SeveralView card={card} />
          <SuggestionView card={card} route={offer('Route')} engage={offer('EngageOrgans')} sending={sending} />
          {offersError !== null && offers === undefined && <ProblemNotice problem={problemFrom(offersError)} onRetry={retry} />}
          {offers !== undefined && <Actions card={card} offers={offers} isInStep={isInStep} sending={sending} onTyped={typed} />}
          <Comments card={card} />
        </div>
        <div className="card-side">
          <Deadlines card={card} />
          <Classification card={card} offer={offer('CorrectClassification')} sending={sending} />
          <Proof card={card} />
        </div>
        <section className="panel card-history" aria-labelledby="timeline-title">
          <h2 id="timeline-title">История</h2>
          <Timeline items={items} jurisdiction={card.jurisdiction} />
        </section>
      </div>
    </main>
  );
}

/** A command whose answer was lost, and the incident has moved on since: the fresh card is the answer. */
const isSettled = (sending: Sending, card: Card): boolean => sending.problem?.isUnknownOutcome === true && card.version > sending.version;

function Head({ card }: { card: Card }) {
  useEffect(() => { window.scrollTo(0, 0); }, [card.id]);
  return (
    <div className="card-head">
      <div>
        <h1>Сообщение № {card.number}</h1>
        <p className="card-organ"><StateBadge state={card.state} />{card.importance === 'elevated' && <span className="badge badge-important">Важное</span>} {whoHasIt(card.organ, card.organs)}</p>
        <p className="card-others"><Others id={card.id} /></p>
      </div>
      {card.deadline !== null && <Countdown deadline={card.deadline} jurisdiction={card.jurisdiction} />}
    </div>
  );
}
