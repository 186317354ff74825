import { useMutation, useQuery } from '@tanstack/react-query';
import { problemFrom } from '../api/problem';
import type { Card, GivenPack, Integrity } from '../api/types';
import { useConsole } from '../session/context';
import { now } from '../time/clock';
import { moment } from '../time/format';
import { Notice, ProblemNotice } from '../ui/Notice';
import { zoneOf } from '../words/jurisdictions';
import { plural } from '../words/words';

const accountable = ['curator', 'controller', 'supervisor', 'leadership', 'admin'];

/** For those who answer for the incident outside: whether its history is intact, and the pack that proves it. */
export function Proof({ card }: { card: Card }) {
  const { api, me } = useConsole();
  const isAccountable = me.grants.some((grant) => accountable.includes(grant.role.toLowerCase()) && (grant.jurisdiction === '*' || grant.jurisdiction === card.jurisdiction));
  const check = useQuery({ queryKey: ['integrity', card.id, card.version], queryFn: () => api.integrity(card.id), enabled: false, retry: false });
  const pack = useMutation({ mutationFn: () => api.evidence(card.id), onSuccess: (zip) => save(zip, `${card.number}.zip`) });
  if (!isAccountable) return null;
  return (
    <section className="panel" aria-labelledby="proof-title">
      <h2 id="proof-title">Для проверяющих</h2>
      <p className="muted">Каждая запись истории скреплена с предыдущей: незаметно исправить её нельзя.</p>
      <div role="status">{check.data !== undefined && !check.isFetching && <><Verdict found={check.data} /><Given packs={check.data.packs} zone={zoneOf(card.jurisdiction)} /></>}</div>
      {check.isError && <ProblemNotice problem={problemFrom(check.error)} />}
      {pack.isError && <ProblemNotice problem={problemFrom(pack.error)} />}
      <p className="dialog-buttons">
        <button type="button" className="button" disabled={check.isFetching} onClick={() => void check.refetch()}>{check.isFetching ? 'Проверяю…' : 'Проверить историю'}</button>
        <button type="button" className="button" disabled={pack.isPending} onClick={() => pack.mutate()}>{pack.isPending ? 'Собираю…' : 'Скачать доказательства'}</button>
      </p>
    </section>
  );
}

function Verdict({ found }: { found: Integrity }) {
  if (found.intact) {
    return (
      <Notice tone="good">
        История цела: {plural(found.facts, 'запись', 'записи', 'записей')}, ни одна не изменена.
        {found.origin === 'not-covered' && found.post !== 'not-covered' && ' Не исправлены ли территория и адрес сообщения, сказать нельзя: оно записано до того, как их стали скреплять с историей.'}
        {found.post === 'not-covered' && ' Не исправлены ли текст, территория и адрес сообщения, сказать нельзя: оно записано до того, как их стали скреплять с историей.'}
      </Notice>
    );
  }
  return (
    <Notice tone="bad">
      <strong>История нарушена{found.brokenAt !== null && `, начиная с записи ${found.brokenAt}`}{found.post === 'changed' && ': текст сообщения не тот, что был записан'}{found.origin === 'changed' && ': территория или адрес сообщения не те, что были записаны'}.</strong> Сообщите администратору и ничего не меняйте.
    </Notice>
  );
}

/** By these numbers somebody outside is told whether the pack they were given is ours. */
function Given({ packs, zone }: { packs: GivenPack[]; zone: string }) {
  if (packs.length === 0) return null;
  return (
    <details className="explanation">
      <summary>Выданные пакеты доказательств: {packs.length}</summary>
      <p className="muted">Пакет настоящий, если его контрольное число — SHA-256 файла manifest.json — есть в этом списке.</p>
      <ul>{packs.map((pack) => <li key={pack.manifest}>{moment(pack.givenAt, zone, now())}, {plural(pack.facts, 'запись', 'записи', 'записей')}: <code>{pack.manifest}</code></li>)}</ul>
    </details>
  );
}

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the content by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
