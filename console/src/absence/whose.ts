import type { Absence, Me, Person, Staff } from '../api/types';
import { roleName } from '../words/words';

const over = ['curator', 'controller', 'admin'];
const inOrgans = ['responsible', 'executor'];
/** Above the organs, with something to do in the casework; the others nobody stands in for. */
const aboveOrgans = ['curator', 'controller', 'supervisor', 'leadership', 'chief'];

const grantsIn = (me: Me, jurisdiction: string) => me.grants.filter((grant) => grant.jurisdiction === '*' || grant.jurisdiction === jurisdiction);
const rolesIn = (me: Me, jurisdiction: string): string[] => grantsIn(me, jurisdiction).map((grant) => grant.role.toLowerCase());
const isOver = (me: Me, jurisdiction: string): boolean => rolesIn(me, jurisdiction).some((role) => over.includes(role));

/** Somebody whose absence could matter here, or who looks after that of others. */
export const worksHere = (me: Me, jurisdiction: string): boolean =>
  rolesIn(me, jurisdiction).some((role) => [...over, ...inOrgans, ...aboveOrgans].includes(role));

/** Somebody of the organs or above them, once, with what people know them by. `above`: their roles above the organs. */
export interface Colleague extends Person { organs: { id: string; name: string }[]; above: string[] }

export function colleaguesOf({ organs, officials }: Staff): Colleague[] {
  const found = new Map<string, Colleague>();
  const known = (person: Person): Colleague => found.get(person.id) ?? { ...person, organs: [], above: [] };
  for (const person of officials.filter((each) => aboveOrgans.includes(each.role ?? ''))) {
    const colleague = known(person);
    found.set(person.id, { ...colleague, above: [...colleague.above, person.role ?? ''] });
  }
  for (const { id, name, people } of organs) {
    for (const person of people) {
      const colleague = known(person);
      found.set(person.id, { ...colleague, organs: [...colleague.organs, { id, name }] });
    }
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'ru'));
}

/** For people: what they are here. */
export const placeOf = ({ organs, above }: Colleague): string => [...above.map(roleName), ...organs.map((organ) => organ.name)].join(', ');

/**
 * Whose absence this person may write down or end: one's own; of the organs, that of those one answers for, or of all as their curator; above
 * the organs only that of one's equals, and of the controller as the curator. The server decides.
 */
export function mayNote(me: Me, jurisdiction: string, colleague: Colleague): boolean {
  const roles = rolesIn(me, jurisdiction);
  if (colleague.id === me.id || roles.includes('admin')) return true;
  if (colleague.above.length > 0) return colleague.above.every((role) => roles.includes(role) || (role === 'controller' && roles.includes('curator')));
  return isOver(me, jurisdiction)
    || grantsIn(me, jurisdiction).some((grant) => grant.role.toLowerCase() === 'responsible' && colleague.organs.some((organ) => organ.id === grant.organ));
}

export const mayEnd = (me: Me, absence: Absence, colleagues: Colleague[]): boolean => {
  const person = colleagues.find((each) => each.id === absence.person);
  return person === undefined ? isOver(me, absence.jurisdiction) || absence.person === me.id : mayNote(me, absence.jurisdiction, person);
};
