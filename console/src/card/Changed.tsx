import { useEffect, useRef } from 'react';
import type { Problem } from '../api/problem';
import type { TimelineItem } from '../api/types';
import { clockTime } from '../time/format';
import { Notice, ProblemNotice } from '../ui/Notice';
import { zoneOf } from '../words/jurisdictions';
import { clauseName } from '../words/words';

interface Props { changes: TimelineItem[]; problem: Problem | null; jurisdiction: string; onDismiss: () => void }

/** A refused command, and what others changed meanwhile: the reason a person needs before trying again. A refusal is brought into sight. */
export function Changed(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { problem } = props;
  useEffect(() => {
    if (problem !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return <div ref={place} className="changed"><Told {...props} /></div>;
}

function Told({ changes, problem, jurisdiction, onDismiss }: Props) {
  if (problem !== null && !problem.isClash) return <ProblemNotice problem={problem} />;
  if (problem === null && changes.length === 0) return <div role="status" />;
  return (
    <Notice tone={problem === null ? 'plain' : 'warn'} live={problem === null ? 'status' : 'alert'}>
      <strong>{problem === null ? 'Сообщение изменилось' : problem.title}</strong>
      {problem?.clause != null && <span className="clause"> {clauseName(problem.clause)}</span>}
      {problem?.detail != null && <p>{problem.detail}</p>}
      {changes.length > 0 && (
        <ul className="changes">
          {changes.map((item) => (
            <li key={item.version}>{clockTime(item.at, zoneOf(jurisdiction))} — {item.title}{item.by?.name != null && `, ${item.by.name}`}</li>
          ))}
        </ul>
      )}
      {problem !== null && <p>На экране уже свежие данные, введённый текст на месте.</p>}
      <button type="button" className="button" onClick={onDismiss}>Понятно</button>
    </Notice>
  );
}
