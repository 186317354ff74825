import { randomUUID } from 'node:crypto';
import type { Card, Doing, NewAbsence, Offer } from '../../src/api/types.ts';
import { attachments } from './attachments.ts';
import { mayUndo, offersTo, type Body, type FakeIncident } from './incident.ts';
import { officials, organs, people, type FakePerson } from './people.ts';
import type { FakeOtklik, Refusal } from './otklik.ts';
import { summary } from './summary.ts';
import { answerPromise, fill, outrun, seenBy, templates } from './texts.ts';

/** Like the services, leaves out what is null. */
const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value, (_, each: unknown) => (each === null ? undefined : each)), { status, headers: { 'Content-Type': 'application/json', ...headers } });

const problem = (refusal: Refusal): Response =>
  json({ type: `https://otklik.example/problems/${refusal.code}`, ...refusal }, refusal.status, { 'Content-Type': 'application/problem+json' });

/** Tokens of the fake are `fake:<login>`. */
export const tokenOf = (login: string): string => `fake:${login}`;

/** Also the subject of a real token, unchecked: the fake can stand behind the real gateway and sign-in. */
function loginOf(token: string): string {
  if (token.startsWith('fake:')) return token.slice('fake:'.length);
  const claims = token.split('.')[1];
  return claims === undefined ? '' : (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string }).sub;
}

/** The APIs the console reads, as one function from request to answer; it serves a node server and a stubbed `fetch` alike. */
export async function answer(otklik: FakeOtklik, request: Request): Promise<Response | null> {
  const url = new URL(request.url);
  if (/^\/vk\/sim\/walls\/[^/]+\/posts$/.test(url.pathname) && request.method === 'POST') {
    const body = (await request.json()) as { text: string };
    return json({ postId: otklik.post(body.text).card.number }, 201);
  }
  if (url.pathname === '/vk/sim/objects') return json({ comments: otklik.wall.map((text) => ({ text })) });
  if (!url.pathname.startsWith('/api/')) return null;
  const login = loginOf((request.headers.get('Authorization') ?? '').replace('Bearer ', ''));
  const person = people.find((each) => each.login === login);
  if (person === undefined) return problem({ status: 401, code: 'token-missing', title: 'Нужно войти', detail: 'Войдите ещё раз.' });
  return route(otklik, person, url, request);
}

async function route(otklik: FakeOtklik, person: FakePerson, url: URL, request: Request): Promise<Response> {
  const path = url.pathname.replace('/api/routing/v1', '');
  if (path === '/me') return json({ id: person.login, name: person.name, grants: person.grants, jurisdictions: [{ id: 'altai-krai', name: 'Алтайский край', zone: 'Asia/Barnaul' }, { id: 'lipetsk-oblast', name: 'Липецкая область', zone: 'Europe/Moscow' }] });
  if (path === '/organs') return json({ items: organs, officials });
  if (path === '/incidents') return json(otklik.list(person, url.searchParams));
  if (path === '/changes') return changes(otklik, request.signal);
  if (url.pathname === '/api/reports/v1/summary') return json(summary(otklik, url.searchParams));
  if (path === '/replies:check') return json({ findings: findings((await request.json()) as { text: string; kind: string }), byEye: [] });
  if (path === '/promises') return json({ items: promised(otklik, person, url.searchParams.get('due') ?? 'open'), more: false });
  const [, promise, what] = /^\/promises\/([^:]+):(\w+)$/.exec(path) ?? [];
  if (promise !== undefined && what !== undefined) return promiseAnswered(otklik, person, promise, what, request);
  if (path === '/surges') return surges(otklik, person);
  const [, surge, report] = /^\/surges\/([^:]+):([\w-]+)$/.exec(path) ?? [];
  if (surge !== undefined && report !== undefined) return reported(otklik, person, surge, report, request);
  if (path === '/presence') return json({ items: otklik.team.everywhere() });
  if (path === '/executor-changes') return json({ items: otklik.executorChanges, more: false });
  if (path.startsWith('/absences')) return absences(otklik, person, path, request);
  const [, id = '', part, page = ''] = /^\/incidents\/([^/]+)(?:\/([\w.:]+))?(?:\/(\w+))?(?:\/.*)?$/.exec(path) ?? [];
  const incident = otklik.incidents.get(id);
  if (incident === undefined) return problem({ status: 404, code: 'unknown', title: 'Такого сообщения нет', detail: 'Проверьте ссылку или вернитесь к очереди.' });
  if (part === 'templates') return json({ items: templates, placeholders: [] });
  if (part === 'template:fill') return json(fill(incident.card, ((await request.json()) as { template: string }).template));
  if (part === 'promises') return json({ items: otklik.promises.filter((each) => each.incident.id === id).map((each) => seenBy(person, each)), more: false });
  if (part === 'draft:read') return read(await request.text());
  if (part?.startsWith('draft.') === true) return new Response(`${part}: ${incident.card.draft?.text ?? ''}`, { headers: { 'Content-Type': 'application/octet-stream' } });
  if (part === 'attachments') return told(await attachments(person, incident, path.split('/').slice(4), url, request));
  if (part === 'timeline') return json({ items: incident.timeline });
  if (part === 'commands' && request.method === 'POST') return command(otklik, person, id, request);
  if (part === 'commands') return json({ version: incident.card.version, items: [...offersTo(person, incident), ...undoOffer(incident, person)] });
  if (part === 'comments') return comments(otklik, person, incident, request);
  if (part === 'presence') return presence(otklik, person, id, page, request);
  if (part === 'integrity') return json({ intact: incident.card.text !== 'подделка', facts: incident.timeline.length, brokenAt: incident.card.text === 'подделка' ? 1 : null, replayed: true, post: 'intact', origin: 'intact', packs: [{ manifest: 'c0ffee', facts: 2, head: 'ab', givenAt: '2026-11-27T05:00:00Z' }] });
  if (part === 'evidence.zip') return new Response('PK', { headers: { 'Content-Type': 'application/zip' } });
  return json(incident.card, 200, { ETag: `"${incident.card.version}"` });
}

function told(answer: Awaited<ReturnType<typeof attachments>>): Response {
  if ('refusal' in answer) return problem(answer.refusal);
  if ('bytes' in answer) return new Response(answer.bytes, { headers: { 'Content-Type': answer.type } });
  return answer.status === 204 ? new Response(null, { status: 204 }) : json(answer.value, answer.status);
}

const promised = (otklik: FakeOtklik, person: FakePerson, due: string): object[] =>
  otklik.promises.filter((each) => due === 'all' || (each.status === 'OPEN' && (due === 'open' || each.due || (due === 'today' && each.dueOn <= new Date().toISOString().slice(0, 10))))).map((each) => seenBy(person, each));

async function promiseAnswered(otklik: FakeOtklik, person: FakePerson, id: string, what: string, request: Request): Promise<Response> {
  const promise = otklik.promises.find((each) => each.id === id);
  if (promise === undefined) return problem({ status: 404, code: 'not-found', title: 'Не найдено', detail: 'Обещания нет.' });
  if (request.headers.get('If-Match') !== `"${promise.version}"`) return problem(outrun(promise));
  const refusal = answerPromise(promise, what, (await request.json()) as object, person);
  return refusal === null ? json(seenBy(person, promise)) : problem(refusal);
}

function surges(otklik: FakeOtklik, person: FakePerson): Response {
  const watches = person.grants.some((each) => each.organ === null);
  return json({ items: watches ? otklik.surges.open.map((each) => otklik.surges.seenBy(person, each)) : [] });
}

async function reported(otklik: FakeOtklik, person: FakePerson, id: string, what: string, request: Request): Promise<Response> {
  const outcome = otklik.surges.report(person, id, what, ((await request.json()) as { note?: string }).note ?? '');
  return 'status' in outcome ? problem(outcome) : json(outcome);
}

/** What begins as RTF does is a document here, and everything else is none. */
const read = (file: string): Response =>
  file.startsWith('{\\rtf')
    ? json({ format: 'rtf', text: file.replace(/^\{\\rtf1 |\}$/g, ''), removed: 1 })
    : problem({ status: 415, code: 'wrong-file-type', title: 'Это не документ Word и не RTF', detail: 'Пришлите файл DOCX, DOC или RTF.' });

function undoOffer(incident: FakeIncident, person: FakePerson): Offer[] {
  const { last } = incident;
  if (last === undefined || !mayUndo(incident, person, Date.now())) return [];
  return [{ type: 'Undo', title: `Отменить: ${last.what}`, clause: null, fields: [], until: new Date(last.until).toISOString(), secondsLeft: Math.ceil((last.until - Date.now()) / 1_000), done: last.what }];
}

async function comments(otklik: FakeOtklik, person: FakePerson, incident: FakeIncident, request: Request): Promise<Response> {
  if (request.method !== 'POST') return json({ items: incident.comments });
  const { text } = (await request.json()) as { text: string };
  const comment = { id: randomUUID(), at: new Date().toISOString(), by: { id: person.login, name: person.name }, text };
  incident.comments.push(comment);
  otklik.team.commented(incident.card.id);
  return json(comment, 201);
}

async function presence(otklik: FakeOtklik, person: FakePerson, id: string, page: string, request: Request): Promise<Response> {
  if (request.method === 'PUT') otklik.team.beat(person, id, page, ((await request.json()) as { doing: Doing }).doing);
  else otklik.team.leave(id, page);
  return request.method === 'PUT' ? json({ items: [] }) : new Response(null, { status: 204 });
}

async function absences(otklik: FakeOtklik, person: FakePerson, path: string, request: Request): Promise<Response> {
  const { team } = otklik;
  if (request.method === 'DELETE') {
    team.absences = team.absences.filter((each) => each.id !== path.replace('/absences/', ''));
    return new Response(null, { status: 204 });
  }
  if (request.method !== 'POST') return json({ items: team.absences });
  const asked = (await request.json()) as NewAbsence;
  const clash = team.absences.some((each) => each.person === asked.person && each.from <= asked.to && asked.from <= each.to);
  if (clash) return problem({ status: 422, code: 'overlaps', title: 'Отсутствие не записано', detail: 'На эти дни отсутствие уже записано.' });
  return json(team.note(person, asked), 201);
}

/** Three checks of the many, so that there is something to show. */
function findings({ text, kind }: { text: string; kind: string }): object[] {
  if (kind === 'interim' && !/\d/.test(text)) {
    return [{ check: 'time-needed', clause: 'VP-15', binding: true, refusedAt: 'approval', message: 'Не сказано, сколько времени нужно для ответа.', place: null, suggestion: null }];
  }
  if (/<\w+>/.test(text)) return [{ check: 'unsafe', clause: 'AK-9', binding: true, refusedAt: 'draft', message: 'В тексте разметка.', place: null, suggestion: 'Наберите простым текстом.' }];
  const at = text.indexOf('в настоящее время');
  const advice = at < 0 ? [] : [{ check: 'officialese', clause: 'AK-16', binding: false, message: '«в настоящее время» — канцелярит.', place: { from: at, to: at + 17 }, suggestion: 'сейчас' }];
  return text.split('\n').length < 3 ? advice : [...advice, { check: 'paragraphs', clause: 'VP-12', binding: true, refusedAt: 'draft', message: 'Абзацев 3, а по регламенту не больше 2.', place: null, suggestion: null }];
}

async function command(otklik: FakeOtklik, person: FakePerson, id: string, request: Request): Promise<Response> {
  const match = request.headers.get('If-Match');
  const version = match === null ? null : Number(match.replaceAll('"', ''));
  const outcome = otklik.command(person, id, (await request.json()) as Body, version, request.headers.get('Idempotency-Key'));
  if ('refusal' in outcome) return problem(outcome.refusal);
  return json(outcome.result, 200, { ETag: `"${outcome.result.version}"` });
}

function changes(otklik: FakeOtklik, signal: AbortSignal): Response {
  const text = new TextEncoder();
  let leave = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      stream.enqueue(text.encode(': hello\n\n'));
      const tell = (event: string, data: object): void => stream.enqueue(text.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
      const leaving = [
        otklik.onChange(({ id, version, state, jurisdiction }: Card) => tell('incident', { id, version, state, jurisdiction })),
        otklik.surges.onChange(({ id, jurisdiction, open }) => tell('surge', { id, jurisdiction, open })),
        otklik.team.onNews(({ event, data }) => tell(event, data)),
      ];
      leave = () => { for (const each of leaving) each(); };
      signal.addEventListener('abort', leave);
    },
    cancel: () => leave(),
  });
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' } });
}
