import type { DraftKind, Offer } from '../api/types';
import { draftKinds } from '../words/words';

/** The kinds of reply that may be written now; all, where the server does not say. */
export const kindsOf = (offer: Offer): DraftKind[] => offer.kinds ?? (Object.keys(draftKinds) as DraftKind[]);

/** The kind that was chosen, or the first one that is still possible: an interim reply may have gone out since. */
export const kindAmong = (kinds: DraftKind[], chosen: DraftKind): DraftKind => (kinds.includes(chosen) ? chosen : kinds[0] ?? chosen);
