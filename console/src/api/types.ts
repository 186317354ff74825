/** Shapes of the routing, SLA and reports APIs as the console reads them. Instants are ISO-8601 UTC strings. */

export type IncidentState =
  | 'NEW' | 'ROUTED' | 'IN_WORK' | 'ON_AGREEMENT' | 'ON_APPROVAL' | 'REWORK' | 'APPROVED' | 'PUBLISHED' | 'DONE'
  | 'SCREENED_OUT' | 'NO_REACTION' | 'AWAITING_FINAL' | 'RETURNED' | 'AWAITING_AUTHOR';

export type Queue = 'mine' | 'open' | 'overdue' | 'closed' | 'screened';
export type Importance = 'normal' | 'elevated';
export type DraftKind = 'final' | 'interim' | 'clarification';
/** Reasons differ between regulations; the offer of the command lists them. */
export type ReworkReason = string;
export type DeadlineStatus = 'OPEN' | 'WARNED' | 'BREACHED' | 'MET' | 'MET_LATE' | 'LAPSED' | 'CANCELLED';

export interface Grant { role: string; jurisdiction: string; organ: string | null }
export interface Me { id: string; name: string; grants: Grant[]; jurisdictions: Jurisdiction[] }

/** A jurisdiction this person may look at; `zone` as in the tz database. */
export interface Jurisdiction { id: string; name: string; zone: string }
export interface OrganRef { id: string; name: string }
export interface Person { id: string; name: string; role?: string; email?: string }
/** Who did something; the system itself has no name. */
export interface Actor { id: string; name: string | null; role?: string }
export interface Organ extends OrganRef { jurisdiction: string; assignable: boolean; reason: string | null; people: Person[] }
/** The people of a jurisdiction: those of its organs, and the officials above them. */
export interface Staff { organs: Organ[]; officials: Person[] }

/** The nearest open term of an incident. `startedAt` may be absent: then only the server's status colours it. */
export interface NearestDeadline {
  stage: string;
  title: string;
  clause: string;
  startedAt?: string | null;
  dueAt: string;
  status: DeadlineStatus;
}

/** `organ`: whose work it is about, also where somebody else owes it; `owner`: the role that owes it. */
export interface Deadline extends NearestDeadline { id: string; explanation: string | null; organ: OrganRef | null; owner: string | null }

export interface Summary {
  id: string;
  number: string | number;
  jurisdiction: string;
  state: IncidentState;
  channel: string;
  kind: string;
  url: string | null;
  topicGroup: string | null;
  topic: string | null;
  location: string | null;
  importance: Importance;
  organ: OrganRef | null;
  /** How many organs work on it; `organ` is null while several do. */
  organs?: number;
  excerpt: string;
  detectedAt: string;
  version: number;
  deadline: NearestDeadline | null;
}

export interface Draft { kind: DraftKind; text: string; by: Person; submittedAt: string; round: number; urgent: boolean; editedBy: Person | null; attachments: Attachment[] }

/** A file of a reply; its bytes come by its id. */
export interface Attachment { id: string; kind: 'photo' | 'video' | 'document'; name: string; mediaType: string; size: number; sha256: string }
/** A file as the incident keeps it; `handedIn`: a draft names it, and so it stays. */
export interface KeptFile extends Attachment { at: string; by: Person; handedIn: boolean }
/** Several organs at work on one answer; `mode` and the parts' `status` as the regulation has them. */
export interface Several { mode: string; lead: OrganRef | null; parts: Part[] }
/** `text` and `attachments` are there once the part was given, and for its own organ. */
export interface Part { organ: OrganRef; status: string; round: number; text: string | null; by: Person | null; at: string | null; rework: Rework | null; attachments: Attachment[] }
export interface Marks { atCurator: boolean; repeatOf: { id: string; number: string } | null; appeal: string | null; authorSaid: string | null; interim: InterimReply | null; report: Report | null; authorComment: AuthorComment | null; answerTo: { id: string; number: string } | null; shortened: { dueAt: string; reason: string } | null }
/** Where and when the author answered last; null where a person wrote the answer down. */
export interface AuthorComment { url: string | null; writtenAt: string }
/** How far word of what is significant has gone up (LP-22); null before anybody acknowledged it. */
export interface Report { acknowledgedAt: string; passedUpAt: string | null; note: string | null }
/** The interim reply that the system gives by itself before days off (VP-10). */
export interface InterimReply { text: string; status: 'REQUESTED' | 'MANUAL_NEEDED' | 'PUBLISHED'; reason: string | null; permalink: string | null }
/** What the rules say. `with`: further organs whose part is needed; `notReady`: why one of them cannot take work. */
export interface Suggestion { organ: OrganRef; with: OrganRef[]; rule: string; explanation: string; notReady: string | null }
/** What people did with similar incidents; `confidence` from 0 to 1, `cases` are some of those that went to this organ. */
export interface Learned { organ: OrganRef; confidence: number; explanation: string; cases: { id: string; number: string }[]; runnerUp: Learned | null }
/** `dueAt` where whoever asks sets the term (LB-6). */
export interface Rework { reasons: ReworkReason[]; comment: string | null; dueAt: string | null }
export interface Publication {
  permalink: string | null;
  publishedAt: string | null;
  manual: boolean;
  state: 'requested' | 'published' | 'manual-needed' | 'impossible';
  reason: string | null;
}

export interface Card extends Summary {
  text: string;
  author: { name: string | null; profileUrl: string | null } | null;
  postedAt: string | null;
  suggestion: Suggestion | null;
  learned: Learned | null;
  draft: Draft | null;
  rework: Rework | null;
  several: Several | null;
  marks: Marks;
  /** To whom it has to be passed on as significant (LP-22): a title. */
  passUp: { to: string; clause: string } | null;
  publication: Publication | null;
  deadlines: Deadline[];
}

export interface TimelineItem {
  version: number | null;
  at: string;
  type: string;
  title: string;
  by: Actor | null;
  clause: string | null;
  details: Record<string, unknown> | null;
}

/**
 * What this person may do now; `expected`: it has to be done, by this person or a colleague. A form is built from `fields`; `reasons` and `checks` are there to choose from and to tick, `organs` are those
 * whose part it can be about, `findings` those that have to be let pass with a reason. `until` and `secondsLeft`: how long the last step may
 * still be taken back, where it is that; `done`: what it was.
 */
export interface Offer { type: string; title: string; clause: string | null; expected?: boolean; fields: string[]; reasons?: Reason[] | null; checks?: Reason[] | null; findings?: ReplyFinding[] | null; kinds?: DraftKind[] | null; organs?: string[] | null; until?: string | null; secondsLeft?: number | null; done?: string | null }

/** What may be done with the incident as it stood at that version. */
export interface Offers { version: number; items: Offer[] }
export interface Reason { id: ReworkReason; title: string; clause: string | null }

/**
 * Something about a text that a person should look at; `place` in UTF-16 units. With a binding one the reply is refused: when it is handed in,
 * or when it is approved and nobody lets it pass.
 */
export interface ReplyFinding { check: string; clause: string | null; binding: boolean; refusedAt: 'draft' | 'approval' | null; message: string; place: { from: number; to: number } | null; suggestion: string | null }

/** A ready text that fits an incident. */
export interface Template { id: string; name: string; purpose: string; organ: string | null; topic: string | null }
/** `what` is for people; `from` and `to` in UTF-16 units of the text, where it stands in square brackets. */
export interface Unfilled { name: string | null; what: string; from: number; to: number }
export interface FilledTemplate { template: string; name: string; kind: DraftKind | null; text: string; unfilled: Unfilled[] }
export type DraftFormat = 'pdf' | 'docx' | 'rtf';
/** The words of a file; `removed` counts the invisible characters that were left out. */
export interface FileWords { format: string; text: string; removed: number }

export type PromiseStatus = 'OPEN' | 'KEPT' | 'WITHDRAWN';
/** What a published reply promises. Days are those of the jurisdiction; `due`: the day is over and nobody has said what became of it. */
export interface ReplyPromise {
  id: string;
  incident: { id: string; number: string };
  jurisdiction: string;
  organ: { id: string; name: string | null } | null;
  words: string;
  sentence: string;
  saidOn: string;
  dueOn: string;
  status: PromiseStatus;
  due: boolean;
  mine: boolean;
  version: number;
  note: string | null;
  link: string | null;
  changedBy: string | null;
  changedAt: string | null;
  answers: PromiseSaid[];
}
/** What has become of a promise meanwhile, as whoever was slower is told it. */
export type PromiseNow = Pick<ReplyPromise, 'status' | 'dueOn' | 'note' | 'link' | 'changedBy' | 'changedAt'>;
/** What somebody said about a promise; `status`: what it became by that. */
export interface PromiseSaid { version: number; at: string; by: Actor; status: PromiseStatus; dueBefore: string; dueAfter: string; note: string | null; link: string | null }
export type PromiseAnswer = { what: 'keep'; note: string; link: string } | { what: 'move'; note: string; dueOn: string } | { what: 'withdraw'; note: string };

/** How many people wrote within the time that is counted, and what that is held against. */
export interface SurgeCount { authors: number; messages: number; from: string; to: string; usual: number; threshold: number }
/** Many write about the same in the same place. `why` says it all in one sentence; `report`: to whom the regulation wants it passed on, and whether by this person. */
export interface Surge {
  id: string;
  jurisdiction: string;
  topicGroup: string;
  location: string | null;
  open: boolean;
  version: number;
  beganAt: string;
  toldAt: string;
  endedAt: string | null;
  counted: SurgeCount;
  peak: number;
  clause: string;
  why: string;
  report: { to: string; clause: string; mine: boolean } | null;
  acknowledged: { by: string; at: string } | null;
  passedUp: { by: string; at: string; to: string; note: string | null } | null;
}

/** A command: its type and the fields that the offer names. */
export interface Command { type: string; [field: string]: unknown }

/** `done`: what was done, in Russian. `undoUntil`: until when whoever gave the command may take it back; null if not at all. */
export interface CommandResult { id: string; version: number; state: IncidentState; facts: string[]; done: string | null; undoUntil: string | null }
export interface Page<T> { items: T[]; next: string | null }
export interface Change { id: string; version: number; state: IncidentState; jurisdiction: string }

/** What somebody does with an incident that is open before them. */
export type Doing = 'reading' | 'writing';
export interface Somebody { id: string; name: string; doing: Doing }
/** Everybody who is at the incident just now. */
export interface Present { id: string; people: Somebody[] }

/** Said among the team; never leaves the house. */
export interface Comment { id: string; at: string; by: { id: string; name: string }; text: string }

export type AbsenceReason = 'VACATION' | 'ILLNESS' | 'TRAVEL' | 'TRAINING' | 'OTHER';
/** Somebody is away from the first to the last day, both included, and somebody stands in. */
export interface NewAbsence { jurisdiction: string; person: string; substitute: string; from: string; to: string; reason: AbsenceReason }
export interface Absence extends NewAbsence { id: string; notedBy: string }

/** An executor of an organ; `since`: first day, where somebody has said. */
export interface Executor { id: string; name: string; since: string | null }
/** An organ got other executors, from that day on where it is. `notice`: that it had to be told to the curator; `inTime` null where nothing says until when. */
export interface ExecutorChange {
  id: string;
  jurisdiction: string;
  organ: OrganRef;
  left: Executor[];
  came: Executor[];
  stayed: Executor[];
  changedOn: string;
  knownAt: string;
  notice: { clause: string; toldAt: string; dueAt: string | null; inTime: boolean | null; owner: string | null; owedBy: string[] } | null;
}

/** Whether the trail of an incident is what was written. */
export type ProofState = 'intact' | 'changed' | 'not-covered';
export interface Integrity { intact: boolean; facts: number; brokenAt: number | null; post: ProofState; origin: ProofState; packs: GivenPack[] }

/** A pack of evidence that was given out: genuine is one whose manifest.json has that SHA-256. */
export interface GivenPack { manifest: string; facts: number; head: string; givenAt: string }
