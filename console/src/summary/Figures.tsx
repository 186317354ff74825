import { clauseName } from '../words/words';
import { count, hours, share, type SummaryFigures } from './summary';

/** The few figures one looks at first. */
export function Figures({ summary }: { summary: SummaryFigures }) {
  const { timeToAnswer: time } = summary;
  return (
    <dl className="figures">
      <Figure name="В работе сейчас" value={count(summary.open)} />
      <Figure name="Просрочено сейчас" value={count(summary.overdue)} bad={summary.overdue > 0} />
      <Figure name="Выявлено" value={count(summary.detected)} />
      <Figure name="Ответов" value={count(summary.published)} />
      <Figure name="Из них в срок" value={share(summary.publishedInTime, summary.publishedLate)} clause={summary.clauses['publishedInTime']} />
      <Figure name="Обычно до ответа, рабочих" value={hours(time.medianWorkingHours)} />
      <Figure name="Девять из десяти — не дольше, рабочих" value={hours(time.p90WorkingHours)} />
      <Figure name="Доработок" value={count(summary.reworks)} clause={summary.clauses['reworks']} />
      <Figure name="Возвращено как чужое" value={count(summary.returned)} clause={summary.clauses['returned']} />
      <Figure name="Отсеяно" value={count(summary.screenedOut)} clause={summary.clauses['screenedOut']} />
    </dl>
  );
}

function Figure({ name, value, clause, bad = false }: { name: string; value: string; clause?: string | undefined; bad?: boolean }) {
  return (
    <div className={bad ? 'figure figure-bad' : 'figure'}>
      <dt>{name}{clause !== undefined && <span className="clause">{clauseName(clause)}</span>}</dt>
      <dd>{value}</dd>
    </div>
  );
}
