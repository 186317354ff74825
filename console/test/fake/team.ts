import { randomUUID } from 'node:crypto';
import type { Absence, Doing, NewAbsence, Present } from '../../src/api/types.ts';
import type { FakePerson } from './people.ts';

type News = { event: 'presence'; data: Present } | { event: 'comment'; data: { id: string } };

/** What people are to one another: who is where, who is away. In memory. */
export class FakeTeam {
  absences: Absence[] = [];
  private readonly pages = new Map<string, { incident: string; person: FakePerson; doing: Doing; at: number }>();
  private readonly listeners = new Set<(news: News) => void>();

  onNews(listener: (news: News) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  beat(person: FakePerson, incident: string, page: string, doing: Doing): void {
    this.pages.set(page, { incident, person, doing, at: Date.now() });
    this.tell({ event: 'presence', data: this.at(incident) });
  }

  leave(incident: string, page: string): void {
    this.pages.delete(page);
    this.tell({ event: 'presence', data: this.at(incident) });
  }

  everywhere(): Present[] {
    return [...new Set([...this.pages.values()].map((each) => each.incident))].map((id) => this.at(id));
  }

  commented(incident: string): void {
    this.tell({ event: 'comment', data: { id: incident } });
  }

  note(by: FakePerson, absence: NewAbsence): Absence {
    const noted = { ...absence, id: randomUUID(), notedBy: by.login };
    this.absences.push(noted);
    return noted;
  }

  private at(id: string): Present {
    const here = [...this.pages.values()].filter((each) => each.incident === id && Date.now() - each.at < 20_000);
    const people = [...new Map(here.map(({ person, doing }) => [person.login, { id: person.login, name: person.name, doing }])).values()];
    return { id, people };
  }

  private tell(news: News): void {
    for (const listener of this.listeners) listener(news);
  }
}
