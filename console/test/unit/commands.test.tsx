import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { button, openApp } from './app';
import { drafted, posted, routed } from './given';

const comesBefore = (one: Element, other: Element): boolean => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

describe('what is expected of a person', () => {
  it('stands above the editor and is the one main button; what is only possible stands below', async () => {
    const { otklik, incident, place } = posted(routed);
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
    const { otklik, incident, place } = posted();
    Object.assign(incident.card, { location: null, text: 'Яма на улице Малахова, 5 напротив школы' });
    openApp('curator.altai', place, otklik);
    expect(await screen.findByText('ул. Малахова, 5')).toHaveTextContent('ул. Малахова, 5 (из текста)');
  });
});

describe('a curator', () => {
  it('sends an incident where the rules suggest with one press', async () => {
    const { otklik, incident, place } = posted();
    const { user, commands } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Направить сюда/));
    await screen.findByText('Направлено');
    expect(incident.card.organ?.id).toBe('altai-krai.transport');
    expect(commands).toEqual([{ key: expect.stringMatching(/./) as string, version: '"1"', body: { type: 'Route', organ: 'altai-krai.transport' } }]);
  });

  it('screens out by a ground of the regulation, and needs no more words', async () => {
    const { otklik, incident, place } = posted();
    const { user, commands } = openApp('curator.altai', place, otklik);
    await user.click(await button(/^Отсеять/));
    const form = await screen.findByRole('form', { name: 'Отсеять' });
    await user.type(within(form).getByLabelText('Пояснение'), 'Мат');
    expect(within(form).getByRole('button', { name: 'Отсеять' })).toBeDisabled();
    await user.click(within(form).getByRole('radio', { name: /Нецензурные или оскорбительные слова/ }));
    await user.click(within(form).getByRole('button', { name: 'Отсеять' }));
    expect((await screen.findAllByText(/Отсеяно: Нецензурные/)).length).toBeGreaterThan(0);
    expect(incident.card.state).toBe('SCREENED_OUT');
    expect(commands[0]?.body).toEqual({ type: 'ScreenOut', ground: 'abuse', comment: 'Мат' });
  });

  it('cannot choose an organ that cannot take work, and reads why', async () => {
    const { otklik, place } = posted();
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Направить в орган/));
    const option = await screen.findByRole('option', { name: /здравоохранения — нельзя: нет ни исполнителя/ });
    expect(option).toBeDisabled();
  });

  it('confirms before anything leaves the house, sees the exact text, then sees it published', async () => {
    const { otklik, incident, place } = posted(routed, drafted);
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Согласовать/));
    const dialog = await screen.findByRole('dialog', { name: 'Согласовать и опубликовать?' });
    expect(within(dialog).getByText('Заделаем до пятницы.')).toBeInTheDocument();
    expect(incident.card.state).toBe('ON_APPROVAL');
    await user.click(within(dialog).getByRole('button', { name: 'Да, опубликовать' }));
    expect(await screen.findByTestId('permalink')).toHaveAttribute('href', incident.card.publication?.permalink);
  });

  it('asks for rework with a reason and a comment', async () => {
    const { otklik, incident, place } = posted(routed, drafted);
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
    const { otklik, incident, place } = posted(routed);
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
    const { otklik, incident, place } = posted();
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
    const { otklik, incident, place } = posted(routed, drafted, ['curator.altai', { type: 'Approve' }]);
    incident.card.publication = { permalink: null, publishedAt: null, manual: true, state: 'manual-needed', reason: 'Страница закрыта.' };
    incident.card.text = 'закрытая стена';
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Опубликовано вручную/));
    await user.type(await screen.findByLabelText('Ссылка на опубликованный ответ'), 'https://vk.com/wall-1_2?reply=3{Enter}');
    expect(await screen.findByText(/Опубликовано вручную/, { selector: 'strong' })).toBeInTheDocument();
  });
});
