import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FakeIncident } from '../fake/incident';
import { FakeOtklik } from '../fake/otklik';
import { openApp } from './app';

function given(): { otklik: FakeOtklik; incident: FakeIncident; place: string } {
  const otklik = new FakeOtklik(20, false);
  const incident = otklik.post('Яма на Малахова, пробил колесо');
  return { otklik, incident, place: `/incidents/${incident.card.id}` };
}

describe('a curator who decides where an incident goes', () => {
  it('sees beside the rule where similar incidents went, with the numbers, and may follow that', async () => {
    const { otklik, incident, place } = given();
    incident.card.learned = {
      organ: { id: 'altai-krai.housing', name: 'Минстрой' }, confidence: 0.857, explanation: 'из 14 похожих 12 ушли в «Минстрой»',
      cases: [{ id: 'earlier', number: 'AK-2026-000012' }], runnerUp: null,
    };
    const { user, commands } = openApp('curator.altai', place, otklik);
    const learned = await screen.findByTestId('learned');
    expect(learned).toHaveTextContent('По опыту — Минстрой (86 %)');
    expect(within(learned).getByRole('link', { name: '№ AK-2026-000012' })).toHaveAttribute('href', '/incidents/earlier');
    await user.click(within(learned).getByRole('button', { name: /Направить сюда/ }));
    await waitFor(() => expect(commands.map((each) => each.body)).toEqual([{ type: 'Route', organ: 'altai-krai.housing' }]));
  });

  it('is not offered an organ of the rules that has nobody to take work', async () => {
    const { otklik, incident, place } = given();
    incident.card.suggestion = { organ: { id: 'altai-krai.culture', name: 'Минкульт' }, with: [], rule: 'культура', explanation: 'правило «культура»', notReady: '«Минкульт»: не назначен ни один исполнитель' };
    openApp('curator.altai', place, otklik);
    expect(await screen.findByText(/Пока направить нельзя — «Минкульт»: не назначен ни один исполнитель/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Направить сюда/ })).toBeNull();
  });

  it('reads that the author has heard from us before days off', async () => {
    const { otklik, incident, place } = given();
    incident.card.marks.interim = { text: 'Ответим после 23 ноября.', status: 'MANUAL_NEEDED', reason: null, permalink: null };
    openApp('curator.altai', place, otklik);
    expect(await screen.findByText('Промежуточный ответ перед выходным нужно опубликовать вручную')).toBeInTheDocument();
  });

  it('reads what the author answered, when and where', async () => {
    const { otklik, incident, place } = given();
    incident.card.marks.authorSaid = 'Малахова, 5';
    incident.card.marks.authorComment = { url: 'https://vk.com/wall-5_77?reply=600', writtenAt: '2026-11-26T05:30:00Z' };
    openApp('curator.altai', place, otklik);
    expect(await screen.findByText(/^Автор ответил на уточнение — .*12:30$/)).toBeInTheDocument();
    expect(screen.getByText('Малахова, 5')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Открыть комментарий/ })).toHaveAttribute('href', 'https://vk.com/wall-5_77?reply=600');
  });

  it('reads what the author answered where a person wrote it down', async () => {
    const { otklik, incident, place } = given();
    incident.card.marks.authorSaid = 'Малахова, 5';
    openApp('curator.altai', place, otklik);
    expect(await screen.findByText('Автор ответил на уточнение')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /Открыть комментарий/ })).toBeNull();
  });

  it('reads that word of what is significant has not gone up yet', async () => {
    const { otklik, incident, place } = given();
    incident.card.passUp = { to: 'Губернатор', clause: 'LP-22' };
    incident.card.marks.report = { acknowledgedAt: '2026-11-26T05:30:00Z', passedUpAt: null, note: null };
    openApp('curator.altai', place, otklik);
    expect(await screen.findByText('Ещё не передано: Губернатор')).toBeInTheDocument();
    expect(screen.getByText(/^Получено: .*12:30$/)).toBeInTheDocument();
  });

  it('reads that the draft is wanted sooner, until when and why, also before an organ has it', async () => {
    const { otklik, incident, place } = given();
    incident.card.marks.shortened = { dueAt: '2026-11-26T05:30:00Z', reason: 'Завтра праздник' };
    openApp('curator.altai', place, otklik);
    expect(await screen.findByText(/^Ответ нужен раньше: проект — до .*12:30$/)).toBeInTheDocument();
    expect(screen.getByText('Завтра праздник')).toBeInTheDocument();
  });

  it('reads no shortened term once the draft is there', async () => {
    const { otklik, incident, place } = given();
    incident.card.marks.shortened = { dueAt: '2026-11-26T05:30:00Z', reason: 'Завтра праздник' };
    incident.card.state = 'DONE';
    openApp('curator.altai', place, otklik);
    expect(await screen.findByText('Сроки')).toBeInTheDocument();
    expect(screen.queryByText('Завтра праздник')).toBeNull();
  });

  it('reads when and how word of it has gone up', async () => {
    const { otklik, incident, place } = given();
    incident.card.passUp = { to: 'Губернатор', clause: 'LP-22' };
    incident.card.marks.report = { acknowledgedAt: '2026-11-26T05:30:00Z', passedUpAt: '2026-11-26T05:40:00Z', note: 'Запиской № 17' };
    openApp('curator.altai', place, otklik);
    expect(await screen.findByText(/^Передано: Губернатор — .*12:40$/)).toBeInTheDocument();
    expect(screen.getByText(/^Запиской № 17\. Получено: .*12:30$/)).toBeInTheDocument();
  });
});
