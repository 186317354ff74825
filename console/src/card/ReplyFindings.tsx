import { useMutation } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { problemFrom } from '../api/problem';
import type { Card, DraftKind, ReplyFinding } from '../api/types';
import { useConsole } from '../session/context';
import { Notice, ProblemNotice } from '../ui/Notice';
import { clauseName, plural } from '../words/words';

interface Props { card: Card; kind: DraftKind; text: string; attachments: number; field: RefObject<HTMLTextAreaElement | null> }

/** What a person should look at before the text goes on. Advice for the text as it was when it was asked about. */
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
          <p className="muted">{plural(looking.data.length, 'замечание', 'замечания', 'замечаний')} — это советы, решаете вы.</p>
          <ul className="finding-list">
            {looking.data.map((finding) => (
              <li key={`${finding.check} ${finding.place?.from ?? ''} ${finding.message}`} className={finding.binding ? 'finding finding-binding' : 'finding'}>
                {finding.place === null ? <span>{finding.message}</span> : <button type="button" className="link" onClick={() => show(finding)}>{finding.message}</button>}
                {finding.clause !== null && <span className="clause"> {clauseName(finding.clause)}</span>}
                {finding.suggestion !== null && <span className="muted"> {finding.suggestion}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
