import type { Somebody } from '../api/types';
import { Notice } from '../ui/Notice';
import { doingWords } from '../words/words';
import { useOthersAt } from './presence';

/** Who else is at the incident: in a row of the queue and on the card. */
export function Others({ id }: { id: string }) {
  const others = useOthersAt(id);
  return (
    <>
      {others.map((each) => (
        <span key={each.id} className={`badge badge-presence badge-${each.doing}`}>{each.name} {doingWords[each.doing]}</span>
      ))}
    </>
  );
}

/** Before one writes what another is writing. */
export function SomebodyWrites({ id }: { id: string }) {
  const writers = useOthersAt(id).filter((each) => each.doing === 'writing');
  return (
    <div role="status">
      {writers.length > 0 && <Notice tone="warn"><strong>{names(writers)} {writers.length === 1 ? 'уже пишет' : 'уже пишут'} ответ.</strong> Договоритесь, чтобы не написать его дважды.</Notice>}
    </div>
  );
}

const names = (people: Somebody[]): string => people.map((each) => each.name).join(', ');
