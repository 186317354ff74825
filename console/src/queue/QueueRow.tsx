import { memo } from 'react';
import { Link } from 'wouter';
import type { Summary } from '../api/types';
import { Others } from '../team/Others';
import { Countdown } from '../time/Countdown';
import { StateBadge } from '../ui/Badge';
import { channelName, kindName, whoHasIt } from '../words/words';

/** One incident. Memoised by version: a refreshed list renders only the rows that changed. */
export const QueueRow = memo(function QueueRow({ row }: { row: Summary }) {
  const about = [row.topic ?? row.topicGroup, row.location, `${channelName(row.channel)}, ${kindName(row.kind)}`].filter((word) => word !== null && word !== '');
  return (
    <li className="row">
      <div className="row-main">
        <div className="row-head">
          <span className="row-number">№ {row.number}</span>
          <StateBadge state={row.state} />
          {row.importance === 'elevated' && <span className="badge badge-important">Важное</span>}
          <Others id={row.id} />
        </div>
        <Link href={`/incidents/${row.id}`} className="row-link">{row.excerpt}</Link>
        <div className="row-about">
          {about.join(' · ')}
          <span className="row-organ">{whoHasIt(row.organ, row.organs)}</span>
        </div>
      </div>
      {row.deadline !== null && <Countdown deadline={row.deadline} jurisdiction={row.jurisdiction} />}
    </li>
  );
}, (before, after) => before.row.version === after.row.version && before.row.deadline?.dueAt === after.row.deadline?.dueAt
  && before.row.deadline?.status === after.row.deadline?.status && before.row.deadline?.stage === after.row.deadline?.stage);
