import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { FakeOtklik } from '../fake/otklik';
import { people, type FakePerson } from '../fake/people';
import type { Body, FakeIncident } from '../fake/incident';
import { readText } from '../../src/card/localText';
import { button, openApp } from './app';

const person = (login: string): FakePerson => people.find((each) => each.login === login) ?? people[0]!;

function given(...steps: [login: string, body: Body][]): { otklik: FakeOtklik; incident: FakeIncident; place: string } {
  const otklik = new FakeOtklik(20, false);
  const incident = otklik.post('Яма на Малахова, пробил колесо');
  for (const [login, body] of steps) {
    const answer = otklik.command(person(login), incident.card.id, body, null, null);
    if ('refusal' in answer) throw new Error(answer.refusal.detail);
  }
  return { otklik, incident, place: `/incidents/${incident.card.id}` };
}

/** Cuts the stream of changes off: what follows only a refusal can tell. */
const deafen = (otklik: FakeOtklik): void => (otklik as unknown as { listeners: Set<unknown> }).listeners.clear();

const routed: [string, Body] = ['curator.altai', { type: 'Route', organ: 'altai-krai.transport' }];
const drafted: [string, Body] = ['executor.altai', { type: 'SubmitDraft', kind: 'final', text: 'Заделаем до пятницы.' }];
const returned: [string, Body] = ['curator.altai', { type: 'RequestRework', reasons: ['substance'], comment: 'А колесо?' }];

const comesBefore = (one: Element, other: Element): boolean => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

describe('what is expected of a person', () => {
  it('stands above the editor and is the one main button; what is only possible stands below', async () => {
    const { otklik, incident, place } = given(routed);
    incident.checks = true;
    const { user } = openApp('executor.altai', place, otklik);
    const check = await button(/Подтвердить: вопрос наш/);
    const text = screen.getByLabelText('Текст ответа');
    expect(comesBefore(check, text)).toBe(true);
    expect(comesBefore(text, await button(/Вернуть куратору/))).toBe(true);
    expect([...document.querySelectorAll('.button-main')]).toEqual([check]);
    await user.click(check);
    expect((await button(/^Отменить/)).parentElement).toHaveTextContent(/^Подтверждено: вопрос в компетенции органа/);
    await waitFor(() => expect(screen.queryByRole('button', { name: /Подтвердить/ })).toBeNull());
    expect([...document.querySelectorAll('.button-main')]).toEqual([await button(/На согласование/)]);
  });
});

describe('a card without a place', () => {
  it('shows the street that the text names', async () => {
    const { otklik, incident, place } = given();
    Object.assign(incident.card, { location: null, text: 'Яма на улице Малахова, 5 напротив школы' });
    openApp('curator.altai', place, otklik);
    expect(await screen.findByText('ул. Малахова, 5')).toHaveTextContent('ул. Малахова, 5 (из текста)');
  });
});

describe('a curator', () => {
  it('sends an incident where the rules suggest with one press', async () => {
    const { otklik, incident, place } = given();
    const { user, commands } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Направить сюда/));
    await screen.findByText('Направлено');
    expect(incident.card.organ?.id).toBe('altai-krai.transport');
    expect(commands).toEqual([{ key: expect.stringMatching(/./) as string, version: '"1"', body: { type: 'Route', organ: 'altai-krai.transport' } }]);
  });

  it('cannot choose an organ that cannot take work, and reads why', async () => {
    const { otklik, place } = given();
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Направить в орган/));
    const option = await screen.findByRole('option', { name: /здравоохранения — нельзя: нет ни исполнителя/ });
    expect(option).toBeDisabled();
  });

  it('confirms before anything leaves the house, sees the exact text, then sees it published', async () => {
    const { otklik, incident, place } = given(routed, drafted);
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Согласовать/));
    const dialog = await screen.findByRole('dialog', { name: 'Согласовать и опубликовать?' });
    expect(within(dialog).getByText('Заделаем до пятницы.')).toBeInTheDocument();
    expect(incident.card.state).toBe('ON_APPROVAL');
    await user.click(within(dialog).getByRole('button', { name: 'Да, опубликовать' }));
    expect(await screen.findByTestId('permalink')).toHaveAttribute('href', incident.card.publication?.permalink);
  });

  it('asks for rework with a reason and a comment', async () => {
    const { otklik, incident, place } = given(routed, drafted);
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/На доработку/));
    const form = await screen.findByRole('form', { name: 'На доработку' });
    const send = within(form).getByRole('button', { name: 'На доработку' });
    expect(send).toBeDisabled();
    await user.click(within(form).getByLabelText(/Нет ответа по существу/));
    await user.type(within(form).getByLabelText('Что исправить'), 'А колесо?');
    await user.click(send);
    await screen.findByText('На доработке');
    expect(incident.card.rework).toEqual({ reasons: ['substance'], comment: 'А колесо?', dueAt: null });
  });

  it('writes down a draft that came by e-mail, with its sender and when it came', async () => {
    const { otklik, incident, place } = given(routed);
    incident.takesMail = true;
    const { user, commands } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Записать проект из электронной почты/));
    const form = await screen.findByRole('form', { name: 'Записать проект из электронной почты' });
    const send = within(form).getByRole('button', { name: 'Записать проект из электронной почты' });
    await user.selectOptions(await within(form).findByLabelText('Кто прислал проект'), await within(form).findByRole('option', { name: 'Игорь Савин, исполнитель' }));
    await user.type(within(form).getByLabelText('Текст'), 'Заделаем до пятницы.');
    expect(send).toBeDisabled();
    fireEvent.change(within(form).getByLabelText('Когда пришло письмо'), { target: { value: '2026-11-16T09:20' } });
    await user.selectOptions(within(form).getByLabelText('Вид ответа'), 'interim');
    await user.click(send);
    await waitFor(() => expect(incident.card.state).toBe('ON_APPROVAL'));
    expect(commands.at(-1)?.body).toEqual({
      type: 'RecordEmailedDraft', from: 'executor.altai', receivedAt: '2026-11-16T02:20:00.000Z', kind: 'interim', text: 'Заделаем до пятницы.', attachments: [],
    });
  });

  it('corrects the classification', async () => {
    const { otklik, incident, place } = given();
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Поправить/));
    const place2 = await screen.findByLabelText('Место');
    await user.clear(place2);
    await user.type(place2, 'Бийск');
    await user.click(screen.getByRole('button', { name: 'Сохранить' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(incident.card.location).toBe('Бийск');
  });

  it('records a manual publication with its link', async () => {
    const { otklik, incident, place } = given(routed, drafted, ['curator.altai', { type: 'Approve' }]);
    incident.card.publication = { permalink: null, publishedAt: null, manual: true, state: 'manual-needed', reason: 'Страница закрыта.' };
    incident.card.text = 'закрытая стена';
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Опубликовано вручную/));
    await user.type(await screen.findByLabelText('Ссылка на опубликованный ответ'), 'https://vk.com/wall-1_2?reply=3{Enter}');
    expect(await screen.findByText(/Опубликовано вручную/, { selector: 'strong' })).toBeInTheDocument();
  });
});

describe('an executor', () => {
  it('sees whose turn it is, what was written before, and that it is a repeat', async () => {
    const { incident, otklik, place } = given(routed);
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
    const { otklik, incident, place } = given(routed);
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
    const { otklik, incident, place } = given(routed);
    localStorage.setItem(`otklik.text.executor.altai.${incident.card.id}`, JSON.stringify({ kind: 'interim', text: 'Начало ответа', savedAt: Date.now() }));
    openApp('executor.altai', place, otklik);
    expect(await screen.findByLabelText('Текст ответа')).toHaveValue('Начало ответа');
    expect(screen.getByLabelText('Промежуточный ответ')).toBeChecked();
  });

  it('begins a rework with the former text and the reasons before the eyes', async () => {
    const { otklik, place } = given(routed, drafted, returned);
    openApp('executor.altai', place, otklik);
    expect(await screen.findByLabelText('Текст ответа')).toHaveValue('Заделаем до пятницы.');
    expect(screen.getByText('Просят доработать')).toBeInTheDocument();
    expect(screen.getAllByText('А колесо?')).not.toHaveLength(0);
  });

  it('gets the former text into an editor that opened a moment before the fresh card came', async () => {
    const { otklik, place } = given(routed, drafted);
    const { delay } = openApp('executor.altai', place, otklik);
    await screen.findByText('На согласовании');
    delay(/incidents\/[^/]+$/, 300);
    otklik.command(person('curator.altai'), place.replace('/incidents/', ''), returned[1], null, null);
    const editor = await screen.findByLabelText('Текст ответа');
    await waitFor(() => expect(editor).toHaveValue('Заделаем до пятницы.'));
  });

  it('repeats with the same key when the answer was lost, so that nothing is done twice', async () => {
    const { otklik, incident, place } = given(routed);
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
    const { otklik, incident, place } = given(routed);
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
    const { otklik, incident, place } = given(routed);
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
    const { otklik, incident, place } = given(routed);
    const { user } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByLabelText('Текст ответа'), 'Почти готово');
    otklik.command(person('curator.altai'), incident.card.id, { type: 'Route', organ: 'altai-krai.housing' }, null, null);
    expect(await screen.findByText('Ваш неотправленный текст')).toBeInTheDocument();
    expect(screen.getByText('Почти готово')).toBeInTheDocument();
    expect(screen.getByText(/Направлено: .*, Анна Белова/)).toBeInTheDocument();
  });
});
