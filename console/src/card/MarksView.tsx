import { Link } from 'wouter';
import type { Card, InterimReply } from '../api/types';
import { Notice } from '../ui/Notice';

const interimWords: Record<InterimReply['status'], string> = {
  REQUESTED: 'Промежуточный ответ перед выходным публикуется',
  MANUAL_NEEDED: 'Промежуточный ответ перед выходным нужно опубликовать вручную',
  PUBLISHED: 'Автор получил промежуточный ответ перед выходным',
};

/** What was noted about the incident beside its state. */
export function MarksView({ card }: { card: Card }) {
  const { repeatOf, appeal, authorSaid, atCurator, interim } = card.marks;
  return (
    <>
      {repeatOf !== null && <Notice tone="plain">Повторное: об этом уже писали в сообщении <Link href={`/incidents/${repeatOf.id}`}>№ {repeatOf.number}</Link>. В ответе скажите, что сделано или как идёт.</Notice>}
      {appeal !== null && <Notice tone="warn">Здесь нужно обращение по 59-ФЗ. {appeal}</Notice>}
      {authorSaid !== null && <Notice tone="plain"><strong>Автор ответил на уточнение</strong><p className="post-text">{authorSaid}</p></Notice>}
      {interim !== null && <Notice tone={interim.status === 'MANUAL_NEEDED' ? 'warn' : 'plain'}><strong>{interimWords[interim.status]}</strong><p className="post-text">{interim.text}</p></Notice>}
      {atCurator && <Notice tone="plain">Сообщение у куратора города.</Notice>}
    </>
  );
}
