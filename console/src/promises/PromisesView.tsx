import { useQuery } from '@tanstack/react-query';
import type { Card } from '../api/types';
import { useConsole } from '../session/context';
import { PromiseItem } from './PromiseItem';

/** On the card: what the published replies promise. Nothing where they promise nothing. */
export function PromisesView({ card }: { card: Card }) {
  const { api } = useConsole();
  const promises = useQuery({ queryKey: ['incident', card.id, 'promises'], queryFn: () => api.promisesOf(card.id) });
  if (promises.data === undefined || promises.data.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="promises-title">
      <h2 id="promises-title">Обещано</h2>
      <ul className="promises">{promises.data.map((each) => <PromiseItem key={each.id} promise={each} isOnCard />)}</ul>
    </section>
  );
}
