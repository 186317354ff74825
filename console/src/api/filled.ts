import type { SummaryFigures } from '../summary/summary';
import type { AuthorComment, Card, CommandResult, Deadline, Draft, Executor, ExecutorChange, FilledTemplate, Integrity, InterimReply, Learned, Marks, Offer, Organ, Page, Part, Publication, Reason, ReplyFinding, PromiseNow, PromiseSaid, ReplyPromise, Report, Rework, Several, Suggestion, Summary, Surge, Template, TimelineItem, Unfilled } from './types';

/**
 * The services leave out what is null. Here it is put back, once, so that the rest of the console knows two cases and not three.
 * What the server sends and the console does not know passes through.
 */
type Sparse<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & { [K in keyof T as null extends T[K] ? K : never]?: T[K] };

export const summaryOf = (sent: Sparse<Summary>): Summary =>
  ({ url: null, topicGroup: null, topic: null, location: null, organ: null, deadline: null, ...sent });

export const pageOf = (sent: { items: Sparse<Summary>[]; next?: string | null }): Page<Summary> =>
  ({ items: sent.items.map(summaryOf), next: sent.next ?? null });

export function cardOf(sent: Sparse<Card>): Card {
  const { publication, rework } = sent;
  return {
    postedAt: null, passUp: null,
    ...sent, ...summaryOf(sent),
    draft: sent.draft == null ? null : draftOf(sent.draft),
    suggestion: sent.suggestion == null ? null : suggestionOf(sent.suggestion),
    learned: sent.learned == null ? null : learnedOf(sent.learned),
    several: sent.several == null ? null : severalOf(sent.several),
    marks: marksOf(sent.marks),
    author: sent.author == null ? null : authorOf(sent.author),
    deadlines: sent.deadlines.map(deadlineOf),
    publication: publication == null ? null : publicationOf(publication),
    rework: rework == null ? null : reworkOf(rework),
  };
}

const draftOf = (sent: Sparse<Draft>): Draft =>
  ({ editedBy: null, ...sent, urgent: (sent as Partial<Draft>).urgent ?? false, attachments: (sent as Partial<Draft>).attachments ?? [] });

const reworkOf = (sent: Sparse<Rework>): Rework => ({ comment: null, dueAt: null, ...sent });

const severalOf = (sent: Sparse<Several>): Several => ({
  lead: null, ...sent,
  parts: sent.parts.map((part: Sparse<Part>) => ({ text: null, by: null, at: null, ...part, attachments: (part as Partial<Part>).attachments ?? [], rework: part.rework == null ? null : reworkOf(part.rework) })),
});

const suggestionOf = (sent: Sparse<Suggestion>): Suggestion => ({ notReady: null, ...sent, with: (sent as Partial<Suggestion>).with ?? [] });

const learnedOf = (sent: Sparse<Learned>): Learned => ({ ...sent, runnerUp: sent.runnerUp == null ? null : learnedOf(sent.runnerUp) });

const marksOf = (sent: (Partial<Omit<Marks, 'interim' | 'report' | 'authorComment'>> & { interim?: Sparse<InterimReply> | null; report?: Sparse<Report> | null; authorComment?: Sparse<AuthorComment> | null }) | undefined): Marks => ({
  atCurator: false, repeatOf: null, appeal: null, authorSaid: null, answerTo: null, shortened: null, ...sent,
  interim: sent?.interim == null ? null : { reason: null, permalink: null, ...sent.interim },
  authorComment: sent?.authorComment == null ? null : { url: null, ...sent.authorComment },
  report: sent?.report == null ? null : { passedUpAt: null, note: null, ...sent.report },
});

const authorOf = (sent: Sparse<NonNullable<Card['author']>>): NonNullable<Card['author']> => ({ name: sent.name ?? null, profileUrl: sent.profileUrl ?? null });

const deadlineOf = (sent: Sparse<Deadline>): Deadline => ({ explanation: null, organ: null, owner: null, ...sent });

const publicationOf = (sent: Sparse<Publication>): Publication => ({ permalink: null, publishedAt: null, reason: null, ...sent });

export const offerOf = (sent: Sparse<Offer>): Offer => ({
  clause: null, ...sent, reasons: sent.reasons?.map(reasonOf) ?? null, checks: sent.checks?.map(reasonOf) ?? null, findings: sent.findings?.map(findingOf) ?? null, organs: sent.organs ?? null,
});

const reasonOf = (sent: Sparse<Reason>): Reason => ({ clause: null, ...sent });

export const findingOf = (sent: Sparse<ReplyFinding>): ReplyFinding => ({ clause: null, refusedAt: null, place: null, suggestion: null, ...sent });

export const organOf = (sent: Sparse<Organ>): Organ => ({ reason: null, ...sent });

export const timelineItemOf = (sent: Sparse<TimelineItem>): TimelineItem => ({
  version: null, clause: null, details: null, ...sent, by: sent.by == null ? null : { ...sent.by, name: (sent.by as Sparse<typeof sent.by>).name ?? null },
});

export const figuresOf = (sent: SummaryFigures): SummaryFigures =>
  ({ ...sent, timeToAnswer: { medianHours: null, p90Hours: null, medianWorkingHours: null, p90WorkingHours: null, ...(sent.timeToAnswer as Partial<SummaryFigures['timeToAnswer']>) } });

export const templateOf = (sent: Sparse<Template>): Template => ({ organ: null, topic: null, ...sent });

export const filledTemplateOf = (sent: Sparse<FilledTemplate>): FilledTemplate =>
  ({ kind: null, ...sent, unfilled: sent.unfilled.map((each: Sparse<Unfilled>) => ({ name: null, ...each })) });

export const promiseOf = (sent: Sparse<ReplyPromise>): ReplyPromise => ({
  note: null, link: null, changedBy: null, changedAt: null, ...sent,
  organ: sent.organ == null ? null : { id: sent.organ.id, name: (sent.organ as { name?: string | null }).name ?? null },
  answers: sent.answers.map((each: Sparse<PromiseSaid>) => ({ note: null, link: null, ...each })),
});

export const promiseNowOf = (sent: Sparse<PromiseNow>): PromiseNow => ({ note: null, link: null, changedBy: null, changedAt: null, ...sent });

export const surgeOf = (sent: Sparse<Surge>): Surge => ({
  location: null, endedAt: null, report: null, acknowledged: null, ...sent, passedUp: sent.passedUp == null ? null : passedUpOf(sent.passedUp),
});

const passedUpOf = (sent: Sparse<NonNullable<Surge['passedUp']>>): NonNullable<Surge['passedUp']> => ({ note: null, ...sent });

export const executorChangeOf = (sent: Sparse<ExecutorChange>): ExecutorChange => ({
  ...sent, left: sent.left.map(executorOf), came: sent.came.map(executorOf), stayed: sent.stayed.map(executorOf), notice: sent.notice == null ? null : noticeOf(sent.notice),
});

const executorOf = (sent: Sparse<Executor>): Executor => ({ since: null, ...sent });

const noticeOf = (sent: Sparse<NonNullable<ExecutorChange['notice']>>): NonNullable<ExecutorChange['notice']> => ({ dueAt: null, inTime: null, owner: null, ...sent });

export const resultOf = (sent: Sparse<CommandResult>): CommandResult => ({ done: null, undoUntil: null, ...sent });

export const integrityOf = (sent: Sparse<Integrity>): Integrity => ({ brokenAt: null, ...sent });
