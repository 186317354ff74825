import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { problemFrom } from '../api/problem';
import type { Card, Comment } from '../api/types';
import { useConsole } from '../session/context';
import { now } from '../time/clock';
import { moment } from '../time/format';
import { ProblemNotice } from '../ui/Notice';
import { zoneOf } from '../words/jurisdictions';

/** Whoever only looks on reads. */
const TAKE_PART = ['curator', 'controller', 'supervisor', 'leadership', 'executor', 'responsible'];

/** What the team says to one another about an incident. New ones come by the stream. */
export function Comments({ card }: { card: Card }) {
  const { api, me } = useConsole();
  const comments = useQuery({ queryKey: ['incident', card.id, 'comments'], queryFn: () => api.comments(card.id) });
  return (
    <section className="panel" aria-labelledby="comments-title">
      <h2 id="comments-title">Обсуждение</h2>
      <p className="muted">Видят только сотрудники, у которых открыто это сообщение. Автору не отправляется.</p>
      {comments.isError && comments.data === undefined && <ProblemNotice problem={problemFrom(comments.error)} onRetry={() => void comments.refetch()} />}
      <ol className="comments" aria-live="polite" aria-label="Замечания">
        {comments.data?.map((comment) => <Said key={comment.id} comment={comment} jurisdiction={card.jurisdiction} />)}
      </ol>
      {me.grants.some((grant) => TAKE_PART.includes(grant.role)) && <CommentForm id={card.id} />}
    </section>
  );
}

function Said({ comment, jurisdiction }: { comment: Comment; jurisdiction: string }) {
  return (
    <li>
      <div><strong>{comment.by.name}</strong> <time className="muted" dateTime={comment.at}>{moment(comment.at, zoneOf(jurisdiction), now())}</time></div>
      <p className="post-text">{comment.text}</p>
    </li>
  );
}

function CommentForm({ id }: { id: string }) {
  const { api } = useConsole();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const sending = useMutation({
    mutationFn: (said: string) => api.say(id, said),
    onSuccess: async () => {
      setText('');
      await client.invalidateQueries({ queryKey: ['incident', id, 'comments'] });
    },
  });
  const send = (): void => { if (text.trim() !== '' && !sending.isPending) sending.mutate(text.trim()); };
  const onKey = (event: KeyboardEvent): void => {
    if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(); }
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); send(); }}>
      <label className="field"><span className="visually-hidden">Написать коллегам</span>
        <textarea className="comment-text" rows={2} lang="ru" maxLength={4096} value={text} placeholder="Написать коллегам…" onChange={(event) => setText(event.target.value)} onKeyDown={onKey} />
      </label>
      {sending.isError && <ProblemNotice problem={problemFrom(sending.error)} />}
      <button type="submit" className="button" disabled={text.trim() === '' || sending.isPending} title="Ctrl+Enter">{sending.isPending ? 'Отправляю…' : 'Написать'}</button>
    </form>
  );
}
