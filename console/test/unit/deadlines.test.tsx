import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FakeIncident } from '../fake/incident';
import { deadline } from '../fake/deadlines';
import { FakeOtklik } from '../fake/otklik';
import { openApp } from './app';

const housing = { id: 'altai-krai.housing', name: 'Минстрой' };

function given(): { otklik: FakeOtklik; incident: FakeIncident; place: string } {
  const otklik = new FakeOtklik(20, false);
  const incident = otklik.post('Двор у дороги');
  const since = Date.parse(incident.card.detectedAt);
  incident.card.deadlines = [
    { ...deadline('draft', 'Черновик', 'AK-9', since, 300), organ: housing, owner: 'executor' },
    { ...deadline('rework', 'Доработать', 'AK-11', since, 60), organ: housing, owner: 'executor', status: 'MET_LATE' },
  ];
  return { otklik, incident, place: `/incidents/${incident.card.id}` };
}

describe('whoever reads the terms of an incident', () => {
  it('reads of which organ each is, where several work', async () => {
    const { otklik, incident, place } = given();
    incident.card.several = { mode: 'sequential', lead: null, parts: [] };
    openApp('curator.altai', place, otklik);
    const terms = within(await screen.findByRole('region', { name: 'Сроки' }));
    expect(terms.getAllByText('Минстрой')).toHaveLength(2);
  });

  it('does not read it where one organ works', async () => {
    const { otklik, place } = given();
    openApp('curator.altai', place, otklik);
    const terms = within(await screen.findByRole('region', { name: 'Сроки' }));
    expect(terms.queryByText('Минстрой')).toBeNull();
  });

  it('reads in the history whose term it was, once', async () => {
    const { otklik, incident, place } = given();
    const told = { version: null, at: incident.card.detectedAt, by: null, clause: 'AK-9', details: { organ: housing.id, organName: housing.name, owner: 'executor' } };
    incident.timeline.push(
      { ...told, type: 'DeadlineSet', title: 'Пошёл срок: Черновик' },
      { ...told, type: 'DeadlineBreached', title: 'Срок пропущен: Черновик (отвечает: Исполнитель, Минстрой)' },
    );
    openApp('curator.altai', place, otklik);
    expect((await screen.findByText(/Пошёл срок: Черновик/)).closest('li')).toHaveTextContent('Минстрой');
    expect(screen.getByText(/Срок пропущен: Черновик/).closest('li')?.textContent.split('Минстрой')).toHaveLength(2);
  });
});
