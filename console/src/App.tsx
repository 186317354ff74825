import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Route, Switch } from 'wouter';
import { ApiClient } from './api/client';
import { problemFrom } from './api/problem';
import { AbsencesPage } from './absence/AbsencesPage';
import { CardPage } from './card/CardPage';
import { UndoProvider } from './card/UndoToast';
import { Frame } from './Frame';
import { PromisesPage } from './promises/PromisesPage';
import { QueuePage } from './queue/QueuePage';
import { ConsoleContext, jurisdictionsOf, useMe, type Console } from './session/context';
import type { Session } from './session/session';
import { SummaryPage } from './summary/SummaryPage';
import { Breakdown } from './ui/Breakdown';
import { ProblemNotice } from './ui/Notice';
import { useLiveUpdates } from './live';
import type { Me } from './api/types';

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: (count, error) => problemFrom(error).isUnknownOutcome && count < 2, staleTime: 15_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

export function App({ session }: { session: Session }) {
  const [client] = useState(newQueryClient);
  const api = useMemo(() => new ApiClient(session.token), [session]);
  return (
    <QueryClientProvider client={client}>
      <Breakdown><Opening session={session} api={api} /></Breakdown>
    </QueryClientProvider>
  );
}

function Opening({ session, api }: { session: Session; api: ApiClient }) {
  const me = useMe(api);
  if (me.isPending) return <main className="page" aria-busy="true"><p className="muted">Открываю…</p></main>;
  if (me.isError) {
    return (
      <main className="page">
        <ProblemNotice problem={problemFrom(me.error)} onRetry={() => void me.refetch()} />
        <p><button type="button" className="button" onClick={() => void session.signInAgain()}>Войти заново</button></p>
      </main>
    );
  }
  return <Ready session={session} api={api} me={me.data} />;
}

const CHOSEN = 'otklik.jurisdiction';

function Ready({ session, api, me }: { session: Session; api: ApiClient; me: Me }) {
  const allowed = jurisdictionsOf(me);
  const [chosen, setChosen] = useState(() => localStorage.getItem(CHOSEN));
  const jurisdiction = chosen !== null && allowed.includes(chosen) ? chosen : (allowed[0] ?? '');
  const link = useLiveUpdates(api);
  const value: Console = {
    session, api, me, jurisdiction, link,
    choose: (next) => { localStorage.setItem(CHOSEN, next); setChosen(next); },
  };
  return (
    <ConsoleContext value={value}>
      <UndoProvider>
        <Frame>
          <Switch>
            <Route path="/"><QueuePage key={jurisdiction} /></Route>
            <Route path="/incidents/:id">{({ id }) => <CardPage key={id} id={id} />}</Route>
            <Route path="/absences"><AbsencesPage key={jurisdiction} /></Route>
            <Route path="/promises"><PromisesPage key={jurisdiction} /></Route>
            <Route path="/summary"><SummaryPage key={jurisdiction} /></Route>
            <Route><NothingHere /></Route>
          </Switch>
        </Frame>
      </UndoProvider>
    </ConsoleContext>
  );
}

function NothingHere() {
  return <main className="page"><h1>Такой страницы нет</h1><p><a href="/">Вернуться к очереди</a></p></main>;
}
