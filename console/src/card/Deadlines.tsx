import type { Card, Deadline, DeadlineStatus } from '../api/types';
import { now } from '../time/clock';
import { Countdown } from '../time/Countdown';
import { nearMoment } from '../time/format';
import { zoneOf } from '../words/jurisdictions';
import { clauseName } from '../words/words';

const ended: Partial<Record<DeadlineStatus, string>> = {
  MET: 'выполнен вовремя', MET_LATE: 'выполнен с опозданием', LAPSED: 'прошёл', CANCELLED: 'отменён',
};

/** Running terms first with their countdown, then the finished ones; each with its sentence of explanation. */
export function Deadlines({ card }: { card: Card }) {
  if (card.deadlines.length === 0) return null;
  const running = card.deadlines.filter((each) => ended[each.status] === undefined);
  const over = card.deadlines.filter((each) => ended[each.status] !== undefined);
  return (
    <section className="panel" aria-labelledby="deadlines-title">
      <h2 id="deadlines-title">Сроки</h2>
      <ul className="deadlines">
        {running.map((each) => <li key={each.id}><Countdown deadline={each} jurisdiction={card.jurisdiction} /><Whose card={card} deadline={each} /><Explanation deadline={each} /></li>)}
        {over.map((each) => <Finished key={each.id} card={card} deadline={each} />)}
      </ul>
    </section>
  );
}

interface Props { card: Card; deadline: Deadline }

function Finished({ card, deadline }: Props) {
  return (
    <li className={deadline.status === 'MET_LATE' ? 'deadline-over deadline-late' : 'deadline-over'}>
      <span>{deadline.title} <span className="clause">{clauseName(deadline.clause)}</span> — {ended[deadline.status]}</span>
      <time className="muted" dateTime={deadline.dueAt}>{Date.parse(deadline.dueAt) > now() ? 'срок' : 'срок был'} {nearMoment(deadline.dueAt, zoneOf(card.jurisdiction), now())}</time>
      <Whose card={card} deadline={deadline} />
      <Explanation deadline={deadline} />
    </li>
  );
}

/** Where several organs work, each has its own terms. */
function Whose({ card, deadline }: Props) {
  if (card.several === null || deadline.organ === null) return null;
  return <span className="deadline-organ muted">{deadline.organ.name}</span>;
}

function Explanation({ deadline }: { deadline: Deadline }) {
  if (deadline.explanation === null || deadline.explanation === '') return null;
  return <details className="explanation"><summary>Как посчитано</summary><p>{deadline.explanation}</p></details>;
}
