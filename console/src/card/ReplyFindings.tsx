import { useMutation } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { problemFrom } from '../api/problem';
import type { Card, DraftKind, ReplyFinding } from '../api/types';
import { useConsole } from '../session/context';
import { Notice, ProblemNotice } from '../ui/Notice';
import { clauseName, plural } from '../words/words';

const bindingWords = { draft: 'Проект не примут.', approval: 'Без исправления не согласуют.' };

/** Advice is the author's to weigh; what the regulation demands, or no text may hold whatever it says, is not. */
function summary(findings: ReplyFinding[]): string {
  const binding = findings.filter((finding) => finding.binding);
  if (binding.length === 0) return ' — это советы, решаете вы.';
  const isUnsafe = binding.some((finding) => finding.check === 'unsafe');
  if (binding.length === findings.length) return isUnsafe ? ' — исправьте, иначе проект не примут.' : ' — этого требует регламент.';
  return `, ${binding.length} из них ${isUnsafe ? 'надо исправить, иначе проект не примут' : 'требует исправить регламент'}; остальное — советы, решаете вы.`;
}

interface Props { card: Card; kind: DraftKind; text: string; attachments: number; field: RefObject<HTMLTextAreaElement | null> }

/** What is refused stands apart from advice, and first. */
export function Finding({ finding, onShow }: { finding: ReplyFinding; onShow?: () => void }) {
  return (
    <li className={finding.binding ? 'finding finding-binding' : 'finding'}>
      {finding.binding && <strong className="finding-mark">{bindingWords[finding.refusedAt ?? 'approval']} </strong>}
      {finding.place === null || onShow === undefined ? <span>{finding.message}</span> : <button type="button" className="link" onClick={onShow}>{finding.message}</button>}
      {finding.clause !== null && <span className="clause"> {clauseName(finding.clause)}</span>}
      {finding.suggestion !== null && <span className="muted"> {finding.suggestion}</span>}
    </li>
  );
}

export const findingKey = (finding: ReplyFinding): string => `${finding.check} ${finding.place?.from ?? ''} ${finding.message}`;

/** What a person should look at before the text goes on, for the text as it was when it was asked about. */
export function ReplyFindings({ card, kind, text, attachments, field }: Props) {
  const { api } = useConsole();
  const looking = useMutation({
    mutationFn: (checked: { kind: DraftKind; text: string }) => api.checkReply({ jurisdiction: card.jurisdiction, channel: card.channel, question: card.text, attachments, ...checked }),
  });
  const isCurrent = looking.variables?.text === text && looking.variables.kind === kind;
  const show = ({ place }: ReplyFinding): void => {
    if (place === null || field.current === null) return;
    field.current.focus();
    field.current.setSelectionRange(place.from, place.to);
  };
  return (
    <div className="findings">
      <button type="button" className="button" disabled={text.trim() === '' || looking.isPending} onClick={() => looking.mutate({ kind, text })}>
        {looking.isPending ? 'Проверяю…' : 'Проверить текст'}
      </button>
      {looking.isError && <ProblemNotice problem={problemFrom(looking.error)} />}
      {looking.isSuccess && !isCurrent && <span className="muted">Проект изменился, проверьте ещё раз.</span>}
      {looking.isSuccess && isCurrent && looking.data.length === 0 && <Notice tone="good" live="status">Замечаний нет.</Notice>}
      {looking.isSuccess && isCurrent && looking.data.length > 0 && (
        <section aria-label="Замечания к тексту" role="status">
          <p className="muted">{plural(looking.data.length, 'замечание', 'замечания', 'замечаний')}{summary(looking.data)}</p>
          <ul className="finding-list">
            {[...looking.data].sort((one, other) => Number(other.binding) - Number(one.binding)).map((finding) => (
              <Finding key={findingKey(finding)} finding={finding} onShow={() => show(finding)} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
