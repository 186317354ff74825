import { FakeOtklik } from '../fake/otklik';
import type { Body, FakeIncident } from '../fake/incident';
import { people, type FakePerson } from '../fake/people';

export const person = (login: string): FakePerson => people.find((each) => each.login === login) ?? people[0]!;

/** An incident that has come so far; nobody can take any of that back. */
export function posted(...steps: [login: string, body: Body][]): { otklik: FakeOtklik; incident: FakeIncident; place: string } {
  const otklik = new FakeOtklik(20, false);
  const incident = otklik.post('Яма на Малахова, пробил колесо');
  for (const [login, body] of steps) {
    const answer = otklik.command(person(login), incident.card.id, body, null, null);
    if ('refusal' in answer) throw new Error(answer.refusal.detail);
  }
  delete incident.last;
  return { otklik, incident, place: `/incidents/${incident.card.id}` };
}

export const routed: [string, Body] = ['curator.altai', { type: 'Route', organ: 'altai-krai.transport' }];
export const drafted: [string, Body] = ['executor.altai', { type: 'SubmitDraft', kind: 'final', text: 'Заделаем до пятницы.' }];
export const returned: [string, Body] = ['curator.altai', { type: 'RequestRework', reasons: ['substance'], comment: 'А колесо?' }];
