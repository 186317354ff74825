import { useSyncExternalStore, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { jurisdictionsOf, useConsole } from './session/context';
import { useDueCount } from './promises/PromisesPage';
import { useMineCount } from './queue/useQueue';
import { worksHere } from './absence/whose';
import { KeysHelp } from './ui/KeysHelp';
import { Logo } from './ui/Logo';
import { jurisdictionName } from './words/jurisdictions';
import { roleName } from './words/words';

/** What surrounds every page: the bar with navigation and person, and the state of connection and session. */
export function Frame({ children }: { children: ReactNode }) {
  const { me, jurisdiction } = useConsole();
  const mine = useMineCount();
  const due = useDueCount();
  const [path] = useLocation();
  return (
    <>
      <a className="skip" href="#content">К содержанию</a>
      <header className="bar">
        <Link href="/" className="bar-brand"><Logo size={28} /><span>Отклик</span></Link>
        <nav aria-label="Разделы" className="bar-nav">
          <Link href="/" aria-current={path === '/' ? 'page' : undefined}>Очередь{mine !== null && mine !== '0' && <span className="count" title="Ждут вас">{mine}</span>}</Link>
          <Link href="/promises" aria-current={path === '/promises' ? 'page' : undefined}>Обещано{due > 0 && <span className="count" title="Пора ответить">{due}</span>}</Link>
          <Link href="/summary" aria-current={path === '/summary' ? 'page' : undefined}>Сводка</Link>
          {worksHere(me, jurisdiction) && <Link href="/absences" aria-current={path === '/absences' ? 'page' : undefined}>Отсутствия</Link>}
        </nav>
        <JurisdictionChoice />
        <Person />
      </header>
      <Connection />
      <div id="content" tabIndex={-1}>{children}</div>
    </>
  );
}

function JurisdictionChoice() {
  const { me, jurisdiction, choose } = useConsole();
  const allowed = jurisdictionsOf(me);
  if (allowed.length < 2) return <span className="bar-place">{jurisdictionName(jurisdiction)}</span>;
  return (
    <select className="bar-place" aria-label="Территория" value={jurisdiction} onChange={(event) => choose(event.target.value)}>
      {allowed.map((id) => <option key={id} value={id}>{jurisdictionName(id)}</option>)}
    </select>
  );
}

function Person() {
  const { me, session, jurisdiction } = useConsole();
  const roles = [...new Set(me.grants.filter((g) => g.jurisdiction === jurisdiction || g.jurisdiction === '*').map((g) => roleName(g.role)))];
  return (
    <div className="bar-person">
      <span className="bar-who"><span className="bar-name">{me.name}</span> <span className="muted">{roles.join(', ')}</span></span>
      <KeysHelp />
      <button type="button" className="button button-quiet" onClick={() => void session.signOut()}>Выйти</button>
    </div>
  );
}

function Connection() {
  const { session, link } = useConsole();
  const expired = useSyncExternalStore(session.subscribe, session.isExpired);
  if (expired) {
    return (
      <div className="strip strip-bad" role="alert">
        Вход истёк. Введённый текст сохранён.
        <button type="button" className="button" onClick={() => void session.signInAgain()}>Войти и продолжить</button>
      </div>
    );
  }
  return <div role="status">{link === 'lost' && <div className="strip">Нет связи — переподключаюсь…</div>}</div>;
}
