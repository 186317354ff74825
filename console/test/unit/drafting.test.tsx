import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { FakeOtklik } from '../fake/otklik';
import { readText } from '../../src/card/localText';
import { button, openApp } from './app';
import { drafted, person, posted, returned, routed } from './given';

/** Cuts the stream of changes off: what follows only a refusal can tell. */
const deafen = (otklik: FakeOtklik): void => (otklik as unknown as { listeners: Set<unknown> }).listeners.clear();

describe('an executor', () => {
  it('sees whose turn it is, what was written before, and that it is a repeat', async () => {
    const { incident, otklik, place } = posted(routed);
    const organ = { id: 'altai-krai.housing', name: 'Министерство строительства и ЖКХ' };
    incident.card.several = { mode: 'sequential-with-lead', lead: organ, parts: [
      { organ, status: 'accepted', round: 1, text: 'Трубу починили в четверг.', by: null, at: null, rework: null, attachments: [] },
      { organ: { id: 'altai-krai.transport', name: 'Министерство транспорта' }, status: 'asked', round: 1, text: null, by: null, at: null, rework: null, attachments: [] }] };
    incident.card.marks = { ...incident.card.marks, repeatOf: { id: 'x', number: 'AK-2026-000001' } };
    openApp('executor.altai', place, otklik);
    expect(await screen.findByText(/Ведущий — Министерство строительства/)).toBeVisible();
    expect(screen.getByText('Трубу починили в четверг.')).toBeVisible();
    expect(screen.getByText(/— готовит/)).toBeVisible();
    expect(screen.getByRole('link', { name: /AK-2026-000001/ })).toHaveAttribute('href', '/incidents/x');
  });

  it('sends a draft with Ctrl+Enter, and the local copy goes', async () => {
    const { otklik, incident, place } = posted(routed);
    const { user, commands } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByLabelText('Текст ответа'), 'Здравствуйте! Заделаем.');
    expect(screen.getByText('23 знака')).toBeInTheDocument();
    expect(readText('executor.altai', incident.card.id)?.text).toBe('Здравствуйте! Заделаем.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('На согласовании');
    expect(commands.map((each) => each.body)).toEqual([{ type: 'SubmitDraft', kind: 'final', text: 'Здравствуйте! Заделаем.' }]);
    expect(readText('executor.altai', incident.card.id)).toBeNull();
  });

  it('finds the text again after a reload', async () => {
    const { otklik, incident, place } = posted(routed);
    localStorage.setItem(`otklik.text.executor.altai.${incident.card.id}`, JSON.stringify({ kind: 'interim', text: 'Начало ответа', savedAt: Date.now() }));
    openApp('executor.altai', place, otklik);
    expect(await screen.findByLabelText('Текст ответа')).toHaveValue('Начало ответа');
    expect(screen.getByLabelText('Промежуточный ответ')).toBeChecked();
  });

  it('begins a rework with the former text and the reasons before the eyes', async () => {
    const { otklik, place } = posted(routed, drafted, returned);
    openApp('executor.altai', place, otklik);
    expect(await screen.findByLabelText('Текст ответа')).toHaveValue('Заделаем до пятницы.');
    expect(screen.getByText('Просят доработать')).toBeInTheDocument();
    expect(screen.getAllByText('А колесо?')).not.toHaveLength(0);
  });

  it('gets the former text into an editor that opened a moment before the fresh card came', async () => {
    const { otklik, place } = posted(routed, drafted);
    const { delay } = openApp('executor.altai', place, otklik);
    await screen.findByText('На согласовании');
    delay(/incidents\/[^/]+$/, 300);
    otklik.command(person('curator.altai'), place.replace('/incidents/', ''), returned[1], null, null);
    const editor = await screen.findByLabelText('Текст ответа');
    await waitFor(() => expect(editor).toHaveValue('Заделаем до пятницы.'));
  });

  it('loses neither a word nor a press while the screen is still renewed after the draft before', async () => {
    const { otklik, incident, place } = posted(routed);
    const { user, commands, delay } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByLabelText('Текст ответа'), 'Заделаем до пятницы.');
    delay(/timeline$/, 600);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('На согласовании');
    otklik.command(person('curator.altai'), incident.card.id, returned[1], null, null);
    await screen.findByText('Просят доработать');
    await user.type(await screen.findByLabelText('Текст ответа'), ' Колесо тоже.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(incident.card.state).toBe('ON_APPROVAL'), { timeout: 3_000 });
    expect(commands.map((each) => each.body)).toEqual([{ type: 'SubmitDraft', kind: 'final', text: 'Заделаем до пятницы.' },
      { type: 'SubmitDraft', kind: 'final', text: 'Заделаем до пятницы. Колесо тоже.' }]);
    await waitFor(() => expect(readText('executor.altai', incident.card.id)).toBeNull());
  });

  it('repeats with the same key when the answer was lost, so that nothing is done twice', async () => {
    const { otklik, incident, place } = posted(routed);
    const { user, commands, fail } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByLabelText('Текст ответа'), 'Заделаем.');
    deafen(otklik);
    fail('cut', /^POST .*commands/);
    await user.click(await button(/На согласование/));
    expect(await screen.findByText('Нет связи с сервером')).toBeInTheDocument();
    await user.click(await button(/На согласование/));
    await screen.findByText('На согласовании');
    expect(commands).toHaveLength(2);
    expect(commands[0]?.key).toBe(commands[1]?.key);
    expect(incident.timeline.filter((item) => item.type === 'DraftSubmitted')).toHaveLength(1);
  });

  it('learns from the stream that a command with a lost answer was taken', async () => {
    const { otklik, incident, place } = posted(routed);
    const { user, fail } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByLabelText('Текст ответа'), 'Заделаем.');
    fail('cut', /^POST .*commands/);
    await user.click(await button(/На согласование/));
    await screen.findByText('На согласовании');
    await waitFor(() => expect(screen.queryByText('Нет связи с сервером')).toBeNull());
    expect(screen.queryByText('Ваш неотправленный текст')).toBeNull();
    await waitFor(() => expect(readText('executor.altai', incident.card.id)).toBeNull());
  });

  it('loses no word when somebody else was quicker, and sees what changed', async () => {
    const { otklik, incident, place } = posted(routed);
    const { user } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByLabelText('Текст ответа'), 'Мой долгий ответ');
    const broughtIntoSight = vi.spyOn(Element.prototype, 'scrollIntoView');
    deafen(otklik);
    otklik.command(person('curator.altai'), incident.card.id, { type: 'CorrectClassification', topicGroup: 'Дороги', topic: 'Ямы', location: 'Бийск', importance: 'elevated' }, null, null);
    await user.click(await button(/На согласование/));
    const alert = await screen.findByText('Сообщение уже изменилось');
    expect(broughtIntoSight.mock.contexts.some((place) => (place as Element).contains(alert))).toBe(true);
    expect(await within(alert.parentElement!).findByText(/Классификация исправлена, Анна Белова/)).toBeInTheDocument();
    expect(screen.getByLabelText('Текст ответа')).toHaveValue('Мой долгий ответ');
    expect(screen.getByText('Бийск')).toBeInTheDocument();
    await user.click(await button(/На согласование/));
    await screen.findByText('На согласовании');
    expect(incident.card.draft?.text).toBe('Мой долгий ответ');
  });

  it('keeps a text that can no longer be sent', async () => {
    const { otklik, incident, place } = posted(routed);
    const { user } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByLabelText('Текст ответа'), 'Почти готово');
    otklik.command(person('curator.altai'), incident.card.id, { type: 'Route', organ: 'altai-krai.housing' }, null, null);
    expect(await screen.findByText('Ваш неотправленный текст')).toBeInTheDocument();
    expect(screen.getByText('Почти готово')).toBeInTheDocument();
    expect(screen.getByText(/Направлено: .*, Анна Белова/)).toBeInTheDocument();
  });
});
