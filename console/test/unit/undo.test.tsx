import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { undoneVersions } from '../../src/card/Timeline';
import { readText } from '../../src/card/localText';
import type { TimelineItem } from '../../src/api/types';
import { posted, person, routed } from './given';
import { button, openApp } from './app';

afterEach(() => vi.useRealTimers());

describe('a step just taken', () => {
  it('is taken back with one press, and both stay in the history', async () => {
    const { otklik, incident, place } = posted();
    const { user, commands } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Направить сюда/));
    await user.click(await button(/^Отменить/));
    expect(await screen.findByText('Шаг отменён.')).toBeVisible();
    expect(incident.card).toMatchObject({ state: 'NEW', organ: null, version: 3 });
    expect(commands.at(-1)).toMatchObject({ version: '"2"', body: { type: 'Undo' } });
    expect((await screen.findByText(/^Направлено: Министерство транспорта/)).tagName).toBe('S');
  });

  it('is called what it was, not what the incident is in now, also after the page was loaded anew', async () => {
    const { otklik, place } = posted();
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Направить сюда/));
    const called = /^Направлено: Министерство транспорта/;
    expect((await button(/^Отменить/)).parentElement).toHaveTextContent(called);
    cleanup();
    openApp('curator.altai', place, otklik);
    expect((await button(/^Отменить/)).parentElement).toHaveTextContent(called);
  });

  it('is taken back with the key Z, also after one has gone elsewhere', async () => {
    const { otklik, incident, place } = posted();
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Направить сюда/));
    await screen.findByText('Направлено');
    await user.click(screen.getByRole('link', { name: 'Сводка' }));
    await user.keyboard('{z>}');
    await screen.findByText('Шаг отменён.');
    expect(incident.card.state).toBe('NEW');
  });

  it('gives an answer back to the editor', async () => {
    const { otklik, incident, place } = posted(routed);
    const { user } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByLabelText('Текст ответа'), 'Заделаем.');
    await user.click(await button(/На согласование/));
    await screen.findByText('На согласовании');
    expect(readText('executor.altai', incident.card.id)).toBeNull();
    await user.click(await button(/^Отменить/));
    expect(await screen.findByLabelText('Текст ответа')).toHaveValue('Заделаем.');
  });

  it('is not offered once an answer has left the house', async () => {
    const { otklik, place } = posted(routed, ['executor.altai', { type: 'SubmitDraft', kind: 'final', text: 'Заделаем.' }]);
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Согласовать/));
    await user.click(await button(/Да, опубликовать/));
    await screen.findByTestId('permalink');
    expect(screen.queryByRole('button', { name: /^Отменить/ })).toBeNull();
  });

  it('says why when somebody was quicker', async () => {
    const { otklik, incident, place } = posted();
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Направить сюда/));
    const undo = await button(/^Отменить/);
    otklik.command(person('executor.altai'), incident.card.id, { type: 'StartWork' }, null, null);
    await user.click(undo);
    expect(await screen.findByText(/Сообщение уже изменилось\. /)).toBeVisible();
    expect(incident.card.state).toBe('IN_WORK');
  });

  it('counts the seconds down and goes', async () => {
    const { otklik, incident, place } = posted();
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Направить сюда/));
    expect(await button(/^Отменить/)).toHaveTextContent(/\((29|30)\)/);
    vi.useFakeTimers({ shouldAdvanceTime: true, now: Date.now() + 31_000 });
    await act(async () => { await vi.advanceTimersByTimeAsync(2_000); });
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Отменить/ })).toBeNull());
    expect(incident.card.state).toBe('ROUTED');
  });

  it('is offered also after the page was loaded anew, with the seconds that are left, and the answer comes back', async () => {
    const { otklik, incident, place } = posted(routed);
    otklik.command(person('executor.altai'), incident.card.id, { type: 'SubmitDraft', kind: 'interim', text: 'Заделаем.' }, null, null);
    incident.last!.until = Date.now() + 12_000;
    const { user, commands } = openApp('executor.altai', place, otklik);
    const undo = await button(/^Отменить/);
    expect(undo).toHaveTextContent(/\((11|12)\)/);
    await user.click(undo);
    expect(await screen.findByLabelText('Текст ответа')).toHaveValue('Заделаем.');
    expect(screen.getByRole('radio', { name: 'Промежуточный ответ' })).toBeChecked();
    expect(commands.at(-1)).toMatchObject({ version: '"3"', body: { type: 'Undo' } });
  });

  it('is not offered again once it was closed, nor to anybody else', async () => {
    const { otklik, incident, place } = posted();
    otklik.command(person('curator.altai'), incident.card.id, { type: 'Route', organ: 'altai-krai.transport' }, null, null);
    const { user } = openApp('curator.altai', place, otklik);
    await button(/^Отменить/);
    await user.click(screen.getByRole('button', { name: 'Закрыть' }));
    await user.click(screen.getByRole('link', { name: 'Сводка' }));
    act(() => history.back());
    await screen.findByText('Направлено');
    expect(screen.queryByRole('button', { name: /^Отменить/ })).toBeNull();
    cleanup();
    openApp('executor.altai', place, otklik);
    await button(/На согласование/);
    expect(screen.queryByRole('button', { name: /^Отменить/ })).toBeNull();
  });

  it('strikes out the facts of the step and nothing else', () => {
    const item = (version: number, type: string, details: Record<string, unknown> = {}): TimelineItem => ({ version, at: '', type, title: '', by: null, clause: null, details });
    expect([...undoneVersions([item(1, 'IncidentRegistered'), item(2, 'OrgansEngaged'), item(3, 'ContributionRequested'), item(4, 'StepUndone', { backTo: 1 }), item(5, 'IncidentRouted')])]).toEqual([2, 3]);
  });
});
