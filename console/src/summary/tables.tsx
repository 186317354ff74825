import type { ReactNode } from 'react';
import { clauseName, stateName } from '../words/words';
import { count, share, type OrganRow, type SummaryFigures } from './summary';

interface TableProps { title: string; head: string[]; children: ReactNode }

function Table({ title, head, children }: TableProps) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead><tr>{head.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}

export function OrganTable({ rows }: { rows: OrganRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Table title="По органам" head={['Орган', 'Поступило', 'Ответов', 'В срок', 'Просрочено сейчас', 'Доработок', 'Возвращено']}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">{row.organ}</th><td>{count(row.assigned)}</td><td>{count(row.published)}</td><td>{share(row.publishedInTime, row.publishedLate)}</td>
          <td className={row.overdue > 0 ? 'cell-bad' : undefined}>{count(row.overdue)}</td><td>{count(row.reworks)}</td><td>{count(row.returned)}</td>
        </tr>
      ))}
    </Table>
  );
}

export function BreachTable({ rows }: { rows: SummaryFigures['breaches'] }) {
  if (rows.length === 0) return null;
  return (
    <Table title="Какие сроки нарушены" head={['Срок', 'Пункт', 'Сколько раз']}>
      {rows.map((row) => <tr key={`${row.clause} ${row.title}`}><th scope="row">{row.title}</th><td>{clauseName(row.clause)}</td><td>{count(row.count)}</td></tr>)}
    </Table>
  );
}

export function StateTable({ states }: { states: SummaryFigures['byState'] }) {
  const rows = Object.entries(states).filter(([, value]) => value > 0);
  if (rows.length === 0) return null;
  return <Table title="Что стало с выявленными" head={['Состояние', 'Сколько']}>{rows.map(([state, value]) => <tr key={state}><th scope="row">{stateName(state)}</th><td>{count(value)}</td></tr>)}</Table>;
}

export function TopicTable({ rows }: { rows: SummaryFigures['byTopic'] }) {
  if (rows.length === 0) return null;
  return (
    <Table title="По темам" head={['Раздел', 'Выявлено', 'Ответов']}>
      {rows.map((row) => <tr key={row.topicGroup}><th scope="row">{row.topicGroup}</th><td>{count(row.detected)}</td><td>{count(row.published)}</td></tr>)}
    </Table>
  );
}
