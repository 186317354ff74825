import { useQuery } from '@tanstack/react-query';
import { problemFrom } from '../api/problem';
import { useConsole } from '../session/context';
import { ProblemNotice } from '../ui/Notice';
import { jurisdictionName } from '../words/jurisdictions';
import { figuresOf, type Figure, type Table } from './figures';

/** The month in figures, as the reporting service counts it; a figure the console does not know by name is shown all the same. */
export function SummaryPage() {
  const { api, jurisdiction } = useConsole();
  const summary = useQuery({ queryKey: ['summary', jurisdiction], queryFn: () => api.summary(jurisdiction), refetchInterval: 60_000 });
  return (
    <main className="page summary">
      <h1>Сводка: {jurisdictionName(jurisdiction)}</h1>
      {summary.isPending && <p className="muted" role="status">Считаю…</p>}
      {summary.isError && <ProblemNotice problem={problemFrom(summary.error)} onRetry={() => void summary.refetch()} />}
      {summary.data !== undefined && <Figures summary={summary.data} />}
      <Links />
    </main>
  );
}

function Figures({ summary }: { summary: unknown }) {
  const { figures, tables } = figuresOf(summary);
  if (figures.length === 0 && tables.length === 0) return <p className="empty">Пока нечего считать.</p>;
  return (
    <>
      <dl className="figures">{figures.map((figure) => <FigureBox key={figure.name} figure={figure} />)}</dl>
      {tables.map((table) => <FigureTable key={table.name} table={table} />)}
    </>
  );
}

function FigureBox({ figure }: { figure: Figure }) {
  return <div className="figure"><dt>{figure.name}</dt><dd>{figure.value}</dd></div>;
}

function FigureTable({ table }: { table: Table }) {
  return (
    <section className="panel">
      <h2>{table.name}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={table.name}>
        <table>
          <thead><tr>{table.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>{table.rows.map((row, index) => <tr key={index}>{row.map((cell, at) => <td key={at}>{cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </section>
  );
}

const services = { ingest: 'Приём', routing: 'Маршрут', sla: 'Сроки', publisher: 'Публикация', reports: 'Отчёты' };

function Links() {
  return (
    <section className="panel" aria-labelledby="links-title">
      <h2 id="links-title">Для подключения других систем</h2>
      <p>Описания API (OpenAPI): {Object.entries(services).map(([id, name], index) => (
        <span key={id}>{index > 0 && ' · '}<a href={`/api/${id}/openapi.json`} target="_blank" rel="noreferrer">{name}</a></span>
      ))}</p>
      <p className="muted">Панель Grafana со сроками лежит в поставке: <code>deploy/grafana</code>.</p>
    </section>
  );
}
