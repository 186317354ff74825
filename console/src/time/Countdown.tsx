import { useCallback } from 'react';
import type { NearestDeadline } from '../api/types';
import { clauseName } from '../words/words';
import { zoneOf } from '../words/jurisdictions';
import { now } from './clock';
import { countdown, spokenCountdown, urgency } from './countdown';
import { nearMoment } from './format';
import { useTicking } from './ticker';

interface Props { deadline: NearestDeadline; jurisdiction: string }

/** The running term of a row or card. Only the two short texts inside tick; the row around never renders for it. */
export function Countdown({ deadline, jurisdiction }: Props) {
  const level = useTicking(useCallback((at: number) => urgency(deadline, at), [deadline]));
  const due = nearMoment(deadline.dueAt, zoneOf(jurisdiction), now());
  return (
    <div className={`countdown countdown-${level}`}>
      <Left dueAt={deadline.dueAt} />
      <span className="countdown-stage">{deadline.title} <span className="clause">{clauseName(deadline.clause)}</span></span>
      <time className="countdown-due" dateTime={deadline.dueAt}>{level === 'overdue' ? 'срок был' : 'срок'} {due}</time>
    </div>
  );
}

function Left({ dueAt }: { dueAt: string }) {
  const shown = useTicking(useCallback((at: number) => countdown(dueAt, at), [dueAt]));
  const spoken = useTicking(useCallback((at: number) => spokenCountdown(dueAt, at), [dueAt]));
  return (
    <span className="countdown-left">
      <span aria-hidden="true">{shown}</span>
      <span className="visually-hidden">{spoken}</span>
    </span>
  );
}
