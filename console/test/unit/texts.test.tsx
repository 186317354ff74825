import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FakeIncident } from '../fake/incident';
import { FakeOtklik } from '../fake/otklik';
import { people } from '../fake/people';
import { answerPromise, promiseOf } from '../fake/texts';
import { button, openApp } from './app';

function given(...drafts: string[]): { otklik: FakeOtklik; incident: FakeIncident; place: string } {
  const otklik = new FakeOtklik(20, false);
  const incident = otklik.post('Яма на Малахова');
  otklik.command(people[0]!, incident.card.id, { type: 'Route', organ: 'altai-krai.transport' }, null, null);
  for (const text of drafts) otklik.command(people[1]!, incident.card.id, { type: 'SubmitDraft', kind: 'final', text }, null, null);
  return { otklik, incident, place: `/incidents/${incident.card.id}` };
}

describe('a template', () => {
  it('comes filled in, with what is left marked, and goes on as any text', async () => {
    const { otklik, place } = given();
    const { user } = openApp('executor.altai', place, otklik);
    await user.selectOptions(await screen.findByLabelText('Шаблон'), 'Промежуточный ответ');
    await user.click(await button(/^Вставить$/));
    const editor = await screen.findByLabelText<HTMLTextAreaElement>('Текст ответа');
    await waitFor(() => expect(editor.value).toMatch(/^Здравствуйте! Сообщение .* Закончим \[до какого числа\]\.$/));
    expect(screen.getByLabelText('Промежуточный ответ', { selector: 'input' })).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'до какого числа' }));
    expect(editor.value.slice(editor.selectionStart, editor.selectionEnd)).toBe('[до какого числа]');
    await user.keyboard('до пятницы');
    expect(screen.queryByText('Осталось заполнить')).toBeNull();
    expect(editor.value).toMatch(/Закончим до пятницы\.$/);
  });

  it('takes no word away that is typed already', async () => {
    const { otklik, place } = given();
    const { user } = openApp('executor.altai', place, otklik);
    const editor = await screen.findByLabelText<HTMLTextAreaElement>('Текст ответа');
    await user.type(editor, 'Моё начало. ');
    await user.click(await button(/^Вставить$/));
    await waitFor(() => expect(editor.value).toMatch(/^Моё начало. Здравствуйте!/));
  });
});

describe('a file', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is read into the editor, and its invisible characters are told of', async () => {
    const { otklik, place } = given();
    const { user } = openApp('executor.altai', place, otklik);
    await user.upload(await screen.findByLabelText('Файл с ответом'), new File(['{\\rtf1 Из файла}'], 'ответ.rtf'));
    await waitFor(() => expect(screen.getByLabelText('Текст ответа')).toHaveValue('Из файла'));
    expect(screen.getByText('Из текста убрано: 1 невидимый знак.')).toBeVisible();
  });

  it('that is no document is refused, and what is typed stays', async () => {
    const { otklik, place } = given();
    const { user } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByLabelText('Текст ответа'), 'Начало');
    await user.upload(screen.getByLabelText('Файл с ответом'), new File(['PK'], 'ответ.docx'));
    expect(await screen.findByText('Это не документ Word и не RTF')).toBeVisible();
    expect(screen.getByLabelText('Текст ответа')).toHaveValue('Начало');
  });

  it('is what a draft leaves as', async () => {
    const { otklik, incident, place } = given('Заделаем до пятницы.');
    const saved: { name: string; bytes: Blob }[] = [];
    let bytes = new Blob();
    Object.assign(URL, { createObjectURL: (blob: Blob) => { bytes = blob; return 'blob:draft'; }, revokeObjectURL: () => undefined });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) { saved.push({ name: this.download, bytes }); });
    const { user } = openApp('curator.altai', place, otklik);
    await user.click(await button(/^DOCX$/));
    await waitFor(() => expect(saved.map((each) => each.name)).toEqual([`${incident.card.number}.docx`]));
    expect(saved[0]!.bytes.size).toBeGreaterThan(0);
  });
});

describe('a promise', () => {
  it('that is due is asked about, and told what became of it', async () => {
    const { otklik, incident } = given('Заделаем.');
    otklik.promises.push(promiseOf(incident.card, 'до 10 ноября', '2026-11-10', true), promiseOf(incident.card, 'до 1 декабря', '2099-12-01', false));
    const { user } = openApp('executor.altai', '/promises', otklik);
    expect(await screen.findByText('Заделаем до 10 ноября.')).toBeVisible();
    expect(screen.queryByText('Заделаем до 1 декабря.')).toBeNull();
    expect(await screen.findByTitle('Пора ответить')).toHaveTextContent('1');
    await user.click(await button(/^Сделано$/));
    const form = await screen.findByRole('form', { name: 'Сделано' });
    expect(within(form).getByRole('button', { name: 'Записать' })).toBeDisabled();
    await user.type(within(form).getByLabelText('Что сделано'), 'Заделали');
    await user.click(within(form).getByRole('button', { name: 'Записать' }));
    expect(await screen.findByText(/На сегодня и раньше ничего не обещано/)).toBeVisible();
    expect(otklik.promises[0]).toMatchObject({ status: 'KEPT', note: 'Заделали', changedBy: 'Игорь Савин' });
    await user.click(screen.getByLabelText('Все открытые'));
    expect(await screen.findByText('Заделаем до 1 декабря.')).toBeVisible();
  });

  it('whose day is today is counted in the bar before the day is over', async () => {
    const { otklik, incident } = given('Заделаем.');
    const today = new Date().toISOString().slice(0, 10);
    otklik.promises.push(promiseOf(incident.card, 'сегодня', today, false), promiseOf(incident.card, 'до 10 ноября', '2026-11-10', true), promiseOf(incident.card, 'до 1 декабря', '2099-12-01', false));
    openApp('executor.altai', '/', otklik);
    expect(await screen.findByTitle('Пора ответить')).toHaveTextContent('2');
  });

  it('stands on the card, and is moved with a reason', async () => {
    const { otklik, incident, place } = given('Заделаем.');
    otklik.promises.push(promiseOf(incident.card, 'до 10 ноября', '2026-11-10', true));
    const { user } = openApp('curator.altai', place, otklik);
    const panel = await screen.findByRole('region', { name: 'Обещано' });
    await user.click(within(panel).getByRole('button', { name: 'Перенести' }));
    await user.type(within(panel).getByLabelText('Новый день'), '2099-01-15');
    await user.type(within(panel).getByLabelText('Почему переносим'), 'Дожди');
    await user.click(within(panel).getByRole('button', { name: 'Записать' }));
    expect(await within(panel).findByText('до 15 января 2099')).toBeVisible();
    expect(within(panel).getByText(/Анна Белова, куратор: перенос с 10 ноября 2026 на 15 января 2099 — Дожди$/)).toBeVisible();
  });

  it('that was answered by mistake is open again with one click', async () => {
    const { otklik, incident } = given('Заделаем.');
    otklik.promises.push(promiseOf(incident.card, 'до 10 ноября', '2026-11-10', true));
    const { user } = openApp('executor.altai', '/promises', otklik);
    await user.click(await button(/^Сделано$/));
    const form = await screen.findByRole('form', { name: 'Сделано' });
    await user.type(within(form).getByLabelText('Что сделано'), 'Заделали');
    await user.click(within(form).getByRole('button', { name: 'Записать' }));
    expect(await screen.findByText('Отмечено: обещание выполнено')).toBeVisible();
    await user.click(await button(/^Отменить/));
    expect(await screen.findByText('Шаг отменён.')).toBeVisible();
    expect(otklik.promises[0]).toMatchObject({ status: 'OPEN', version: 3 });
    expect(await screen.findByText(/Игорь Савин.*: снова открыто — Ответ отменён$/)).toBeVisible();
  });

  it('that somebody else answered first shows what stands there now beside what is typed, which stays', async () => {
    const { otklik, incident } = given('Заделаем.');
    otklik.promises.push(promiseOf(incident.card, 'до 10 ноября', '2026-11-10', true));
    const { user } = openApp('executor.altai', '/promises', otklik);
    await user.click(await button(/^Сделано$/));
    const form = await screen.findByRole('form', { name: 'Сделано' });
    await user.type(within(form).getByLabelText('Что сделано'), 'Заделали');
    answerPromise(otklik.promises[0]!, 'move', { note: 'Дожди', dueOn: '2099-01-15' }, people[0]!);
    await user.click(within(form).getByRole('button', { name: 'Записать' }));
    const told = await screen.findByRole('alert');
    expect(told).toHaveTextContent(/Обещание успели изменить.*Сейчас: ждём до 15 января 2099, .*Анна Белова — Дожди.*Введённый текст на месте/);
    await waitFor(() => expect(screen.queryByTitle('Пора ответить')).toBeNull());
    expect(within(form).getByLabelText('Что сделано')).toHaveValue('Заделали');
    await user.click(within(form).getByRole('button', { name: 'Записать' }));
    expect(await screen.findByText(/На сегодня и раньше ничего не обещано/)).toBeVisible();
    expect(otklik.promises[0]).toMatchObject({ status: 'KEPT', note: 'Заделали', version: 3 });
  });

  it('of another organ is only to be seen', async () => {
    const { otklik, incident, place } = given('Заделаем.');
    otklik.promises.push(promiseOf(incident.card, 'до 10 ноября', '2026-11-10', true));
    openApp('observer.altai', place, otklik);
    const panel = await screen.findByRole('region', { name: 'Обещано' });
    expect(within(panel).queryByRole('button')).toBeNull();
  });
});
