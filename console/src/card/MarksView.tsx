import { Link } from 'wouter';
import type { Card, IncidentState, InterimReply } from '../api/types';
import { now } from '../time/clock';
import { moment } from '../time/format';
import { Notice } from '../ui/Notice';
import { zoneOf } from '../words/jurisdictions';
import { clauseName } from '../words/words';
import { safeLink } from './PostView';

const interimWords: Record<InterimReply['status'], string> = {
  REQUESTED: 'Промежуточный ответ перед выходным публикуется',
  MANUAL_NEEDED: 'Промежуточный ответ перед выходным нужно опубликовать вручную',
  PUBLISHED: 'Автор получил промежуточный ответ перед выходным',
};

const awaitsDraft = new Set<IncidentState>(['NEW', 'RETURNED', 'ROUTED', 'IN_WORK', 'ON_AGREEMENT']);

/** What was noted about the incident beside its state. */
export function MarksView({ card }: { card: Card }) {
  const { repeatOf, appeal, atCurator, interim, answerTo } = card.marks;
  return (
    <>
      {repeatOf !== null && <Notice tone="plain">Повторное: об этом уже писали в сообщении <Link href={`/incidents/${repeatOf.id}`}>№ {repeatOf.number}</Link>. В ответе скажите, что сделано или как идёт.</Notice>}
      {answerTo !== null && card.state === 'NO_REACTION' && <Notice tone="plain">Это ответ автора на наш вопрос: он записан в сообщении <Link href={`/incidents/${answerTo.id}`}>№ {answerTo.number}</Link>, здесь отвечать не нужно.</Notice>}
      {appeal !== null && <Notice tone="warn">Здесь нужно обращение по 59-ФЗ. {appeal}</Notice>}
      <AuthorSaid card={card} />
      {interim !== null && <Notice tone={interim.status === 'MANUAL_NEEDED' ? 'warn' : 'plain'}><strong>{interimWords[interim.status]}</strong><p className="post-text">{interim.text}</p></Notice>}
      <PassedUp card={card} />
      <Shortened card={card} />
      {atCurator && <Notice tone="plain">Сообщение у куратора города.</Notice>}
    </>
  );
}

/** What the author answered when asked; where the network told us by itself, when that was and where it stands. */
function AuthorSaid({ card }: { card: Card }) {
  const { authorSaid, authorComment } = card.marks;
  if (authorSaid === null) return null;
  const page = safeLink(authorComment?.url ?? null);
  return (
    <Notice tone="plain">
      <strong>Автор ответил на уточнение{authorComment !== null && ` — ${moment(authorComment.writtenAt, zoneOf(card.jurisdiction), now())}`}</strong>
      <p className="post-text">{authorSaid}</p>
      {page !== null && <p><a href={page} target="_blank" rel="noreferrer">Открыть комментарий ↗</a></p>}
    </Notice>
  );
}

/** How far word of what is significant has gone up, where the regulation sends it there. */
function PassedUp({ card }: { card: Card }) {
  const { passUp, marks: { report } } = card;
  if (passUp === null) return null;
  const at = (instant: string): string => moment(instant, zoneOf(card.jurisdiction), now());
  const passed = report?.passedUpAt ?? null;
  return (
    <Notice tone={passed === null ? 'warn' : 'plain'}>
      <strong>{passed === null ? `Ещё не передано: ${passUp.to}` : `Передано: ${passUp.to} — ${at(passed)}`}</strong><span className="clause">{clauseName(passUp.clause)}</span>
      {report !== null && <p>{passed !== null && report.note !== null && `${report.note}. `}Получено: {at(report.acknowledgedAt)}</p>}
    </Notice>
  );
}

/** The answer is wanted sooner (LP-6): of use while the draft is still awaited, also where no organ has it yet and so no clock shows it. */
function Shortened({ card }: { card: Card }) {
  const { shortened } = card.marks;
  if (shortened === null || !awaitsDraft.has(card.state)) return null;
  return (
    <Notice tone="warn">
      <strong>Ответ нужен раньше: проект — до {moment(shortened.dueAt, zoneOf(card.jurisdiction), now())}</strong>
      <p>{shortened.reason}</p>
    </Notice>
  );
}
