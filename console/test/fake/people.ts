import type { Grant, Organ, Person } from '../../src/api/types.ts';

/** The demo people of the standalone, with the grants the console needs to tell them apart. */
export interface FakePerson { login: string; name: string; grants: Grant[] }

const grant = (role: string, jurisdiction: string, organ: string | null = null): Grant => ({ role, jurisdiction, organ });

export const people: FakePerson[] = [
  { login: 'curator.altai', name: 'Анна Белова', grants: [grant('curator', 'altai-krai')] },
  { login: 'executor.altai', name: 'Игорь Савин', grants: [grant('executor', 'altai-krai', 'altai-krai.transport')] },
  { login: 'executor2.altai', name: 'Ольга Нечаева', grants: [grant('executor', 'altai-krai', 'altai-krai.housing')] },
  { login: 'responsible.altai', name: 'Мария Громова', grants: [grant('responsible', 'altai-krai', 'altai-krai.transport')] },
  { login: 'observer.altai', name: 'Дина Ким', grants: [grant('observer', 'altai-krai')] },
  { login: 'governor.altai', name: 'Виктор Горин', grants: [grant('leadership', 'altai-krai')] },
  { login: 'admin', name: 'Администратор', grants: [grant('admin', '*')] },
];

const who = (login: string, role: string): Person => {
  const person = people.find((each) => each.login === login);
  return { id: login, name: person?.name ?? login, role, email: `${login}@otklik.example` };
};

const organ = (id: string, name: string, staff: Person[], reason: string | null = null): Organ =>
  ({ id, jurisdiction: 'altai-krai', name, assignable: reason === null, reason, people: staff });

export const organs: Organ[] = [
  organ('altai-krai.transport', 'Министерство транспорта', [who('responsible.altai', 'responsible'), who('executor.altai', 'executor')]),
  organ('altai-krai.housing', 'Министерство строительства и ЖКХ', [who('executor2.altai', 'executor')]),
  organ('altai-krai.health', 'Министерство здравоохранения', [], 'нет ни исполнителя, ни ответственного'),
];

/** Who works above the organs. */
export const officials: Person[] = [who('curator.altai', 'curator'), who('observer.altai', 'observer')];

export const organName = (id: string): string => organs.find((each) => each.id === id)?.name ?? id;

export const hasRole = (person: FakePerson, role: string, organId?: string): boolean =>
  person.grants.some((each) => each.role === role && (each.organ === null || each.organ === organId));
