import type { Card, Command, Offer } from '../api/types';
import { instantOf } from '../time/format';
import { safeLink } from './PostView';

/** What is chosen and typed into a command's form, by the names of its fields. */
export interface Values { texts: Record<string, string>; lists: Record<string, string[]>; marks: Record<string, boolean> }

export const emptyValues: Values = { texts: {}, lists: {}, marks: {} };

/**
 * What a form begins with: the organs that work on the answer already, so that a change of their order is a change and not all anew. Where the
 * answer made of their parts came back or was an interim one, all are asked once more unless somebody takes the tick away.
 */
export function firstValues(card: Card, offer: Offer): Values {
  const { several } = card;
  if (offer.type !== 'EngageOrgans' || several === null) return emptyValues;
  const organs = several.parts.filter((part) => part.status !== 'returned').map((part) => part.organ.id);
  const lead = several.lead?.id;
  const isOver = several.parts.every((part) => part.status === 'accepted' || part.status === 'returned') && (card.state === 'REWORK' || card.state === 'AWAITING_FINAL');
  return {
    texts: lead === undefined ? {} : { lead },
    lists: { organs: lead === undefined ? organs : [...organs, lead], anew: isOver ? organs : [] },
    marks: {},
  };
}

const lists = new Set(['reasons', 'checked', 'organs']);
const marks = new Set(['urgent']);

/** A word more is welcome with a reason from the list, and needed where there is no list. */
export function isOptional(offer: Offer, name: string, values: Values): boolean {
  if (name === 'comment') return offer.type === 'HandDown' || offer.fields.includes('ground') || (offer.fields.includes('reasons') && !(values.lists.reasons ?? []).includes('other'));
  if (name === 'organ') return offer.organs?.length === 1 || offer.type === 'SetTerm';
  if (name === 'dueAt') return offer.type === 'Route' || offer.type === 'EngageOrgans';
  return name === 'lead' || name === 'publishedAt';
}

/** Of several organs one may be left, where others gave their part back. */
export const fewestOrgans = (card: Card): number => (card.several?.parts.some((part) => part.status === 'returned') === true ? 1 : 2);

/** The command ready to send, or null while something needed is missing. Times are meant in `zone`. The server checks everything again. */
export function commandOf(offer: Offer, values: Values, zone: string, fewest = 2): Command | null {
  const command: Command = { type: offer.type };
  for (const name of offer.fields) {
    if (name === 'checked' && (offer.checks ?? []).length === 0) continue;
    if (name === 'letPass') {
      const excuses = excusesOf(offer, values);
      if (excuses === null) return null;
      command[name] = excuses;
    } else if (name === 'attachments') {
      // None named: an edited draft keeps them as they are, and anything else is not ready. An empty list takes them all away.
      if (values.lists.attachments !== undefined) command[name] = values.lists.attachments;
      else if (offer.type !== 'EditDraft') return null;
    } else if (name === 'anew') {
      const anew = (values.lists.anew ?? []).filter((id) => (values.lists.organs ?? []).includes(id));
      if (offer.organs != null) command[name] = anew;
    } else if (marks.has(name)) {
      if (values.marks[name] === true) command[name] = true;
    } else if (lists.has(name)) {
      const chosen = values.lists[name] ?? [];
      if (!isEnough(offer, name, chosen, fewest)) return null;
      command[name] = chosen;
    } else {
      const text = textOf(name, values, zone);
      if (text === null) return null;
      if (text !== '') command[name] = text;
      else if (!isOptional(offer, name, values)) return null;
    }
  }
  return command;
}

/** The checks whose findings have to be let pass, each once. */
export const checksToPass = (offer: Offer): string[] => [...new Set((offer.findings ?? []).map((finding) => finding.check))];

/** Where the reason for letting a check pass is kept among what is typed. */
export const excuseField = (check: string): string => `letPass ${check}`;

function excusesOf(offer: Offer, values: Values): { check: string; reason: string }[] | null {
  const excuses = checksToPass(offer).map((check) => ({ check, reason: (values.texts[excuseField(check)] ?? '').trim() }));
  return excuses.some(({ reason }) => reason === '') ? null : excuses;
}

function isEnough(offer: Offer, name: string, chosen: string[], fewest: number): boolean {
  if (name === 'checked') return (offer.checks ?? []).every((line) => chosen.includes(line.id));
  return chosen.length >= (name === 'organs' ? fewest : 1);
}

/** As the API wants it; null if it cannot be that. */
function textOf(name: string, values: Values, zone: string): string | null {
  const text = (values.texts[name] ?? '').trim();
  if (name === 'kind') return text === '' ? 'final' : text;
  if (text === '') return '';
  if (name === 'url') return safeLink(text);
  if (name === 'earlier') return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(text)?.[0] ?? null;
  if (name === 'dueAt' || name === 'receivedAt' || name === 'publishedAt') return instantOf(text, zone);
  return text;
}
