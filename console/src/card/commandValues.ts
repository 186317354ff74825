import type { Command, Offer, ReworkReason } from '../api/types';
import { safeLink } from './PostView';

/** What is typed into a command's form, whichever command it is. */
export interface Values { organ: string; reason: string; comment: string; url: string; reasons: ReworkReason[]; other: Record<string, string> }

export const emptyValues: Values = { organ: '', reason: '', comment: '', url: '', reasons: [], other: {} };

/** The command ready to send, or null while something needed is missing. The server checks everything again. */
export function commandOf(offer: Offer, values: Values): Command | null {
  const reason = values.reason.trim();
  switch (offer.type) {
    case 'Route':
      return values.organ === '' ? null : { type: 'Route', organ: values.organ };
    case 'Return': case 'ScreenOut': case 'Restore': case 'DecideNoReaction':
      return reason === '' ? null : { type: offer.type, reason };
    case 'RequestRework': {
      const comment = values.comment.trim();
      const needsWords = values.reasons.includes('other') && comment === '';
      return values.reasons.length === 0 || needsWords ? null : { type: 'RequestRework', reasons: values.reasons, comment };
    }
    case 'RecordPublication':
      return safeLink(values.url.trim()) === null ? null : { type: 'RecordPublication', url: values.url.trim() };
    default:
      return offer.fields.some((name) => (values.other[name] ?? '').trim() === '') ? null
        : { type: `Other:${offer.type}`, name: offer.type, values: values.other };
  }
}
