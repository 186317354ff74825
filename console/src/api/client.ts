import { observeServerDate } from '../time/clock';
import { cardOf, executorChangeOf, figuresOf, filledTemplateOf, findingOf, integrityOf, offerOf, organOf, pageOf, promiseOf, resultOf, surgeOf, templateOf, timelineItemOf } from './filled';
import { offlineProblem, problemOf } from './problem';
import { sendFile } from './sendFile';
import type { SummaryFigures } from '../summary/summary';
import type { Absence, Card, Command, CommandResult, Comment, Doing, DraftFormat, DraftKind, ExecutorChange, FileWords, FilledTemplate, Integrity, KeptFile, Me, NewAbsence, Offers, Organ, Page, Person, Present, PromiseAnswer, Queue, ReplyFinding, ReplyPromise, Staff, Summary, Surge, Template, TimelineItem } from './types';

/** Gives the current access token; `fresh` asks for a new one after the server refused the old. Null: not signed in. */
export type TokenSource = (fresh?: boolean) => Promise<string | null>;

export interface QueueQuery { jurisdiction: string; queue: Queue; state?: string; organ?: string; topicGroup?: string; location?: string; q?: string; limit?: number }

const routing = '/api/routing/v1';
const incident = (id: string): string => `${routing}/incidents/${encodeURIComponent(id)}`;

/** The only place that talks to the server. Every failure leaves here as a {@link Problem}. */
export class ApiClient {
  constructor(private readonly token: TokenSource) {}

  me = (): Promise<Me> => this.get(`${routing}/me`);
  staff = (jurisdiction: string): Promise<Staff> =>
    this.get<{ items: Organ[]; officials: Person[] }>(`${routing}/organs${query({ jurisdiction })}`).then(({ items, officials }) => ({ organs: items.map(organOf), officials }));
  organs = (jurisdiction: string): Promise<Organ[]> => this.list<Organ>(`${routing}/organs${query({ jurisdiction })}`).then((items) => items.map(organOf));
  incidents = (filter: QueueQuery, cursor?: string): Promise<Page<Summary>> =>
    this.get<Page<Summary>>(`${routing}/incidents${query({ ...filter, cursor })}`).then(pageOf);
  card = (id: string): Promise<Card> => this.get<Card>(incident(id)).then(cardOf);
  timeline = (id: string): Promise<TimelineItem[]> => this.list<TimelineItem>(`${incident(id)}/timeline`).then((items) => items.map(timelineItemOf));
  offers = (id: string): Promise<Offers> => this.get<Offers>(`${incident(id)}/commands`).then(({ version, items }) => ({ version, items: items.map(offerOf) }));
  summary = (jurisdiction: string, from: string, to: string): Promise<SummaryFigures> =>
    this.get<SummaryFigures>(`/api/reports/v1/summary${query({ jurisdiction, from, to })}`).then(figuresOf);

  attachments = (id: string): Promise<KeptFile[]> => this.list<KeptFile>(`${incident(id)}/attachments`);
  attachmentContent = (id: string, file: string): Promise<Blob> =>
    this.send(`${incident(id)}/attachments/${encodeURIComponent(file)}/content`, { headers: { Accept: '*/*' } }).then((response) => response.blob());

  /** The same file sent twice is kept once, so a repeat does no harm. */
  async attach(id: string, file: File, onShare: (share: number) => void): Promise<KeptFile> {
    const path = `${incident(id)}/attachments${query({ name: file.name })}`;
    let response = await sendFile(path, file, await this.token(), onShare);
    if (response.status === 401) response = await sendFile(path, file, await this.token(true), onShare);
    if (!response.ok) throw await problemOf(response);
    return (await response.json()) as KeptFile;
  }

  async detach(id: string, file: string): Promise<void> {
    await this.send(`${incident(id)}/attachments/${encodeURIComponent(file)}`, { method: 'DELETE' });
  }

  /** Looks a text over; nothing is kept. */
  async checkReply(reply: { jurisdiction: string; channel: string; question: string; text: string; attachments: number; kind: DraftKind }): Promise<ReplyFinding[]> {
    const response = await this.send(`${routing}/replies:check`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(reply) });
    return ((await response.json()) as { findings: ReplyFinding[] }).findings.map(findingOf);
  }

  templates = (id: string): Promise<Template[]> => this.list<Template>(`${incident(id)}/templates`).then((items) => items.map(templateOf));

  async fillTemplate(id: string, template: string): Promise<FilledTemplate> {
    return filledTemplateOf(await this.post<FilledTemplate>(`${incident(id)}/template:fill`, { template }));
  }

  draftFile = async (id: string, format: DraftFormat): Promise<Blob> => (await this.send(`${incident(id)}/draft.${format}`, { headers: { Accept: '*/*' } })).blob();

  /** The server tells by the content what it is. */
  async readFile(id: string, file: Blob): Promise<FileWords> {
    const response = await this.send(`${incident(id)}/draft:read`, { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file });
    return (await response.json()) as FileWords;
  }

  promisesOf = (id: string): Promise<ReplyPromise[]> => this.list<ReplyPromise>(`${incident(id)}/promises`).then((items) => items.map(promiseOf));
  promises = (jurisdiction: string, due: string): Promise<ReplyPromise[]> =>
    this.list<ReplyPromise>(`${routing}/promises${query({ jurisdiction, due })}`).then((items) => items.map(promiseOf));

  async answerPromise({ id, version }: ReplyPromise, { what, ...said }: PromiseAnswer): Promise<void> {
    await this.post(`${routing}/promises/${encodeURIComponent(id)}:${what}`, said, { 'If-Match': `"${version}"` });
  }

  async undoPromise(id: string, version: number): Promise<void> {
    await this.post(`${routing}/promises/${encodeURIComponent(id)}:undo`, {}, { 'If-Match': `"${version}"` });
  }

  /** Those that go on in the jurisdictions that this person watches over as a whole. */
  surges = (): Promise<Surge[]> => this.list<Surge>(`${routing}/surges${query({ limit: 200 })}`).then((items) => items.map(surgeOf));
  acknowledgeSurge = (id: string): Promise<Surge> => this.post<Surge>(`${routing}/surges/${encodeURIComponent(id)}:acknowledge`, {}).then(surgeOf);
  passUpSurge = (id: string, note: string): Promise<Surge> => this.post<Surge>(`${routing}/surges/${encodeURIComponent(id)}:pass-up`, { note }).then(surgeOf);

  /** `key` makes a repeat harmless; `version` is what the person saw on the screen. */
  async command(id: string, command: Command, version: number, key: string): Promise<CommandResult> {
    const response = await this.send(`${incident(id)}/commands`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'If-Match': `"${version}"` },
      body: JSON.stringify(command),
    });
    return resultOf((await response.json()) as CommandResult);
  }

  comments = (id: string): Promise<Comment[]> => this.list<Comment>(`${incident(id)}/comments`);
  say = (id: string, text: string): Promise<Comment> => this.post(`${incident(id)}/comments`, { text });

  absences = (jurisdiction: string): Promise<Absence[]> => this.list<Absence>(`${routing}/absences${query({ jurisdiction })}`);
  noteAbsence = (absence: NewAbsence): Promise<Absence> => this.post(`${routing}/absences`, absence);
  async endAbsence(id: string): Promise<void> { await this.send(`${routing}/absences/${encodeURIComponent(id)}`, { method: 'DELETE' }); }

  executorChanges = (jurisdiction: string): Promise<ExecutorChange[]> =>
    this.list<ExecutorChange>(`${routing}/executor-changes${query({ jurisdiction, limit: 20 })}`).then((items) => items.map(executorChangeOf));

  integrity = (id: string): Promise<Integrity> => this.get<Integrity>(`${incident(id)}/integrity`).then(integrityOf);
  evidence = (id: string): Promise<Blob> => this.send(`${incident(id)}/evidence.zip`, { headers: { Accept: 'application/zip, application/problem+json' } }).then((response) => response.blob());

  presence = (): Promise<Present[]> => this.list<Present>(`${routing}/presence`);
  /** A sign of life of an open page. */
  async beat(id: string, page: string, doing: Doing): Promise<void> {
    await this.send(`${incident(id)}/presence/${page}`, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ doing }) });
  }
  /** The page says good-bye; also when it is just being closed. */
  async leave(id: string, page: string): Promise<void> { await this.send(`${incident(id)}/presence/${page}`, { method: 'DELETE', keepalive: true }); }

  /** An endless answer of server-sent events; see `changes.ts`. */
  changes = (signal: AbortSignal): Promise<Response> =>
    this.send(`${routing}/changes`, { headers: { Accept: 'text/event-stream' }, signal });

  private async post<T>(path: string, body: object, headers: Record<string, string> = {}): Promise<T> {
    const response = await this.send(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
    return (await response.json()) as T;
  }

  private async list<T>(path: string): Promise<T[]> {
    return (await this.get<{ items: T[] }>(path)).items;
  }

  private async get<T>(path: string): Promise<T> {
    const response = await this.send(path, {});
    return (await response.json()) as T;
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    let response = await this.once(path, init, await this.token());
    if (response.status === 401) response = await this.once(path, init, await this.token(true));
    observeServerDate(response.headers.get('Date'));
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  private async once(path: string, init: RequestInit, token: string | null): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has('Accept')) headers.set('Accept', 'application/json');
    if (token !== null) headers.set('Authorization', `Bearer ${token}`);
    try {
      return await fetch(path, { ...init, headers, cache: 'no-store' });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw offlineProblem();
    }
  }
}

function query(values: object): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
