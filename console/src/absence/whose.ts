import type { Absence, Me, Organ, Person } from '../api/types';

const over = ['curator', 'controller', 'admin'];
const inOrgans = ['responsible', 'executor'];

const grantsIn = (me: Me, jurisdiction: string) => me.grants.filter((grant) => grant.jurisdiction === '*' || grant.jurisdiction === jurisdiction);
const isOver = (me: Me, jurisdiction: string): boolean => grantsIn(me, jurisdiction).some((grant) => over.includes(grant.role.toLowerCase()));

/** Somebody whose absence could matter here, or who looks after that of others. */
export const worksHere = (me: Me, jurisdiction: string): boolean =>
  isOver(me, jurisdiction) || grantsIn(me, jurisdiction).some((grant) => inOrgans.includes(grant.role.toLowerCase()));

/** Somebody of the organs, once, with what people know them by. */
export interface Colleague extends Person { organs: { id: string; name: string }[] }

export function colleaguesOf(organs: Organ[]): Colleague[] {
  const found = new Map<string, Colleague>();
  for (const { id, name, people } of organs) {
    for (const person of people) {
      const known = found.get(person.id);
      found.set(person.id, { ...person, organs: [...(known?.organs ?? []), { id, name }] });
    }
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'ru'));
}

/** Whose absence this person may write down or end: everybody's, that of the organs one answers for, or one's own. The server decides. */
export function mayNote(me: Me, jurisdiction: string, colleague: Colleague): boolean {
  if (colleague.id === me.id || isOver(me, jurisdiction)) return true;
  return grantsIn(me, jurisdiction).some((grant) => grant.role.toLowerCase() === 'responsible' && colleague.organs.some((organ) => organ.id === grant.organ));
}

export const mayEnd = (me: Me, absence: Absence, colleagues: Colleague[]): boolean => {
  const person = colleagues.find((each) => each.id === absence.person);
  return person === undefined ? isOver(me, absence.jurisdiction) || absence.person === me.id : mayNote(me, absence.jurisdiction, person);
};
