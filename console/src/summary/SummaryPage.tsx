import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemFrom } from '../api/problem';
import { useConsole } from '../session/context';
import { ProblemNotice } from '../ui/Notice';
import { jurisdictionName } from '../words/jurisdictions';
import { Days } from './Days';
import { Figures } from './Figures';
import { BreachTable, OrganTable, StateTable, TopicTable } from './tables';
import { dayName, type Period, type SummaryFigures } from './summary';

const REFRESH_MS = 60_000;
/** The server knows which month it is in the jurisdiction. */
const thisMonth: Period = { from: '', to: '' };

/** A period in figures, as the reporting service counts it. Figures of a regulation name their clause. */
export function SummaryPage() {
  const { api, jurisdiction } = useConsole();
  const [period, setPeriod] = useState(thisMonth);
  const [month, setMonth] = useState<Period | null>(null);
  const summary = useQuery({
    queryKey: ['summary', jurisdiction, period],
    queryFn: () => api.summary(jurisdiction, period.from, period.to),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  const shown = summary.data;
  const isMonth = period === thisMonth && shown !== undefined && !summary.isPlaceholderData;
  if (isMonth && (month?.from !== shown.from || month.to !== shown.to)) setMonth({ from: shown.from, to: shown.to });
  return (
    <main className="page summary">
      <h1>Сводка: {jurisdictionName(jurisdiction)}</h1>
      <PeriodChoice period={period} onChange={setPeriod} month={month} />
      {summary.isPending && <p className="muted" role="status">Считаю…</p>}
      {summary.isError && <ProblemNotice problem={problemFrom(summary.error)} onRetry={() => void summary.refetch()} />}
      {shown !== undefined && <Report summary={shown} />}
      <Links />
    </main>
  );
}

interface PeriodProps { period: Period; onChange: (period: Period) => void; month: Period | null }

/** The fields keep what is being typed; only a whole date is asked for. */
function PeriodChoice({ period, onChange, month }: PeriodProps) {
  const [resets, setResets] = useState(0);
  const field = (name: keyof Period, label: string) => (
    <label>{label} <input type="date" key={`${resets} ${month?.from ?? ''} ${month?.to ?? ''}`} defaultValue={period[name] || month?.[name]}
      onChange={({ target }) => { if (target.value !== '') onChange({ ...period, [name]: target.value }); }} /></label>
  );
  return (
    <div className="period">
      {field('from', 'с')}
      {field('to', 'по')}
      {period !== thisMonth && <button type="button" className="button" onClick={() => { setResets(resets + 1); onChange(thisMonth); }}>Этот месяц</button>}
    </div>
  );
}

function Report({ summary }: { summary: SummaryFigures }) {
  return (
    <>
      <p className="visually-hidden" role="status">Сводка с {dayName(summary.from)} по {dayName(summary.to)}</p>
      <Figures summary={summary} />
      <Days days={summary.byDay} />
      <OrganTable rows={summary.byOrgan} />
      <BreachTable rows={summary.breaches} />
      <div className="summary-pair"><StateTable states={summary.byState} /><TopicTable rows={summary.byTopic} /></div>
    </>
  );
}

const services = { ingest: 'Приём', routing: 'Маршрут', sla: 'Сроки', publisher: 'Публикация', reports: 'Отчёты' };

function Links() {
  return (
    <section className="panel" aria-labelledby="links-title">
      <h2 id="links-title">Для других систем</h2>
      <p>Описания API (OpenAPI): {Object.entries(services).map(([id, name], index) => (
        <span key={id}>{index > 0 && ' · '}<a href={`/api/${id}/openapi.json`} target="_blank" rel="noreferrer">{name}</a></span>
      ))}</p>
      <p className="muted">Панель Grafana со сроками — в поставке: <code>deploy/grafana/otklik-sla.json</code>.</p>
    </section>
  );
}
