import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { posted, person, routed } from './given';
import { button, openApp } from './app';

describe('people at one incident', () => {
  it('see one another on the card and in the queue, and what they do', async () => {
    const { otklik, incident, place } = posted(routed);
    openApp('executor.altai', place, otklik);
    await screen.findByLabelText('Текст ответа');
    act(() => otklik.team.beat(person('responsible.altai'), incident.card.id, 'other', 'reading'));
    expect(await screen.findByText('Мария Громова смотрит')).toBeVisible();
    act(() => otklik.team.leave(incident.card.id, 'other'));
    await waitFor(() => expect(screen.queryByText(/Мария Громова/)).toBeNull());
  });

  it('are warned before they write what another is writing', async () => {
    const { otklik, incident, place } = posted(routed);
    otklik.team.beat(person('responsible.altai'), incident.card.id, 'other', 'writing');
    const { user } = openApp('executor.altai', place, otklik);
    expect(await screen.findByText('Мария Громова уже пишет ответ.')).toBeVisible();
    await user.type(screen.getByLabelText('Текст ответа'), 'Всё равно');
    await waitFor(() => expect(otklik.team.everywhere()[0]?.people).toContainEqual({ id: 'executor.altai', name: 'Игорь Савин', doing: 'writing' }));
    await user.clear(screen.getByLabelText('Текст ответа'));
    await waitFor(() => expect(otklik.team.everywhere()[0]?.people).toContainEqual({ id: 'executor.altai', name: 'Игорь Савин', doing: 'reading' }));
  });

  it('stand in the rows of the queue, oneself left out', async () => {
    const { otklik, incident } = posted(routed);
    otklik.team.beat(person('curator.altai'), incident.card.id, 'a', 'reading');
    otklik.team.beat(person('executor.altai'), incident.card.id, 'b', 'writing');
    openApp('curator.altai', '/?queue=open', otklik);
    const row = within((await screen.findByRole('link', { name: /Яма на Малахова/ })).closest('li')!);
    expect(await row.findByText('Игорь Савин пишет ответ')).toBeVisible();
    expect(row.queryByText(/Анна Белова/)).toBeNull();
  });

  it('are gone from the others’ eyes when they leave the card', async () => {
    const { otklik, incident, place } = posted(routed);
    const { user } = openApp('executor.altai', place, otklik);
    await waitFor(() => expect(otklik.team.everywhere()[0]?.people).toHaveLength(1));
    await user.click(screen.getByRole('link', { name: 'Сводка' }));
    await waitFor(() => expect(otklik.team.everywhere().flatMap((each) => each.people)).toEqual([]));
    expect(incident.card.version).toBe(2);
  });
});

describe('comments of the team', () => {
  it('are read, not written, by whoever only looks on', async () => {
    const { otklik, incident, place } = posted();
    incident.comments.push({ id: 'x', at: new Date().toISOString(), by: { id: 'curator.altai', name: 'Анна Белова' }, text: 'Малахова, 5' });
    openApp('observer.altai', place, otklik);
    expect(await screen.findByText('Малахова, 5')).toBeVisible();
    expect(screen.queryByPlaceholderText('Написать коллегам…')).toBeNull();
  });

  it('are written with Ctrl+Enter and come live from others', async () => {
    const { otklik, incident, place } = posted(routed);
    const { user } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByPlaceholderText('Написать коллегам…'), ' Проверьте адрес ');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const list = await screen.findByRole('list', { name: 'Замечания' });
    expect(await within(list).findByText('Проверьте адрес')).toBeVisible();
    expect(screen.getByPlaceholderText('Написать коллегам…')).toHaveValue('');
    incident.comments.push({ id: 'x', at: new Date().toISOString(), by: { id: 'curator.altai', name: 'Анна Белова' }, text: 'Малахова, 5' });
    act(() => otklik.team.commented(incident.card.id));
    expect(await within(list).findByText('Малахова, 5')).toBeVisible();
  });

  it('stay in the field when they could not be sent', async () => {
    const { otklik, place } = posted(routed);
    const { user, fail } = openApp('executor.altai', place, otklik);
    fail('lost', /^POST .*comments/);
    await user.type(await screen.findByPlaceholderText('Написать коллегам…'), 'Важно');
    await user.click(await button(/^Написать$/));
    expect(await screen.findByText('Нет связи с сервером')).toBeVisible();
    expect(screen.getByPlaceholderText('Написать коллегам…')).toHaveValue('Важно');
  });
});

describe('proof', () => {
  it('is checked and saved by those who answer for the incident', async () => {
    const saved: string[] = [];
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) { saved.push(this.download); });
    const { otklik, place } = posted(routed);
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Проверить историю/));
    expect(await screen.findByText(/История цела: 2 записи/)).toBeVisible();
    await user.click(await screen.findByText(/Выданные пакеты доказательств: 1/));
    expect(screen.getByText('c0ffee')).toBeVisible();
    await user.click(await button(/Скачать доказательства/));
    await waitFor(() => expect(saved).toEqual(['1.zip']));
    click.mockRestore();
  });

  it('says so when the history was tampered with', async () => {
    const { otklik, incident, place } = posted(routed);
    incident.card.text = 'подделка';
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Проверить историю/));
    expect(await screen.findByText(/История нарушена, начиная с записи 1/)).toBeVisible();
  });

  it('is not for executors', async () => {
    const { otklik, place } = posted(routed);
    openApp('executor.altai', place, otklik);
    await screen.findByLabelText('Текст ответа');
    expect(screen.queryByText('Для проверяющих')).toBeNull();
  });
});
