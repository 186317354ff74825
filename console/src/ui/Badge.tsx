import { stateName } from '../words/words';

const tones: Record<string, string> = {
  NEW: 'new', RETURNED: 'new', REWORK: 'warn', ON_APPROVAL: 'wait', ON_AGREEMENT: 'wait', AWAITING_AUTHOR: 'wait', AWAITING_FINAL: 'wait',
  APPROVED: 'good', PUBLISHED: 'good', DONE: 'done', SCREENED_OUT: 'done', NO_REACTION: 'done',
};

export function StateBadge({ state }: { state: string }) {
  return <span className={`badge badge-${tones[state] ?? 'work'}`}>{stateName(state)}</span>;
}
