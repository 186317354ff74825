import { Link } from 'wouter';
import type { Card } from '../api/types';
import { Notice } from '../ui/Notice';

/** What was noted about the incident beside its state. */
export function MarksView({ card }: { card: Card }) {
  const { repeatOf, appeal, authorSaid, atCurator } = card.marks;
  return (
    <>
      {repeatOf !== null && <Notice tone="plain">Повторное: об этом уже писали в сообщении <Link href={`/incidents/${repeatOf.id}`}>№ {repeatOf.number}</Link>. В ответе скажите, что сделано или как идёт.</Notice>}
      {appeal !== null && <Notice tone="warn">Здесь нужно обращение по 59-ФЗ. {appeal}</Notice>}
      {authorSaid !== null && <Notice tone="plain"><strong>Автор ответил на уточнение</strong><p className="post-text">{authorSaid}</p></Notice>}
      {atCurator && <Notice tone="plain">Сообщение у куратора города.</Notice>}
    </>
  );
}
