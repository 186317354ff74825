import type { ReactNode } from 'react';
import type { Problem } from '../api/problem';
import { clauseName } from '../words/words';

interface Props { tone: 'bad' | 'warn' | 'good' | 'plain'; children: ReactNode; live?: 'alert' | 'status' }

export function Notice({ tone, children, live }: Props) {
  return <div className={`notice notice-${tone}`} role={live}>{children}</div>;
}

/** What went wrong, kindly: the server's title and advice, and the clause it follows from. */
export function ProblemNotice({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  return (
    <Notice tone="bad" live="alert">
      <strong>{problem.title}</strong>
      {problem.clause !== null && <span className="clause"> {clauseName(problem.clause)}</span>}
      {problem.detail !== null && <p>{problem.detail}</p>}
      {onRetry !== undefined && <p><button type="button" className="button" onClick={onRetry}>Повторить</button></p>}
    </Notice>
  );
}
