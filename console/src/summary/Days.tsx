import { count, dayName, type SummaryFigures } from './summary';

type Day = SummaryFigures['byDay'][number];

const kinds: { field: 'detected' | 'published' | 'breached'; name: string }[] = [
  { field: 'detected', name: 'выявлено' }, { field: 'published', name: 'ответов' }, { field: 'breached', name: 'сроков нарушено' },
];

/** Bars by day; each bar says its numbers in words, to the eye as a hint and to a screen reader as the text. */
export function Days({ days }: { days: Day[] }) {
  const top = Math.max(...days.flatMap((day) => kinds.map(({ field }) => day[field])), 0);
  if (top === 0) return null;
  return (
    <section className="panel" aria-labelledby="days-title">
      <h2 id="days-title">По дням</h2>
      <p className="legend">{kinds.map(({ field, name }) => <span key={field} className={`legend-${field}`}>{name}</span>)}<span className="muted">верх — {count(top)}</span></p>
      <ul className="days" tabIndex={0} aria-label="По дням">
        {days.map((day) => <DayBars key={day.day} day={day} top={top} />)}
      </ul>
    </section>
  );
}

function DayBars({ day, top }: { day: Day; top: number }) {
  const words = `${dayName(day.day)}: ${kinds.map(({ field, name }) => `${name} ${count(day[field])}`).join(', ')}`;
  return (
    <li className="day" title={words}>
      <span className="visually-hidden">{words}</span>
      <span className="day-bars" aria-hidden="true">
        {kinds.map(({ field }) => <span key={field} className={`bar-${field}`} style={{ height: `${(100 * day[field]) / top}%` }} />)}
      </span>
      <span className="day-name" aria-hidden="true">{Number(day.day.slice(8))}</span>
    </li>
  );
}
