import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeOtklik } from '../fake/otklik';
import { people } from '../fake/people';
import { button, openApp } from './app';

const executor = people.find((each) => each.login === 'executor.altai') ?? people[0]!;
const curator = people.find((each) => each.login === 'curator.altai') ?? people[0]!;

/** An incident that the executor may answer. */
function given(): { otklik: FakeOtklik; place: string } {
  const otklik = new FakeOtklik(20, false);
  const { card } = otklik.post('Яма на Малахова, пробил колесо');
  const answer = otklik.command(curator, card.id, { type: 'Route', organ: 'altai-krai.transport' }, null, null);
  if ('refusal' in answer) throw new Error(answer.refusal.detail);
  return { otklik, place: `/incidents/${card.id}` };
}

describe('the look over a text', () => {
  it('has a text looked over, is led to the place, and is told when the advice is old', async () => {
    const { otklik, place } = given();
    const { user } = openApp('executor.altai', place, otklik);
    const editor = await screen.findByLabelText<HTMLTextAreaElement>('Текст ответа');
    await user.type(editor, 'Здравствуйте! Мы в настоящее время чиним.');
    await user.click(await button(/Проверить текст/));
    const advice = await screen.findByRole('button', { name: /канцелярит/ });
    expect(screen.getByRole('status', { name: 'Замечания к тексту' })).toHaveTextContent('сейчас');
    await user.click(advice);
    expect(editor.value.slice(editor.selectionStart, editor.selectionEnd)).toBe('в настоящее время');
    await user.clear(editor);
    await user.type(editor, 'Здравствуйте! Мы сейчас чиним.');
    expect(screen.getByText('Проект изменился, проверьте ещё раз.')).toBeVisible();
    await user.click(await button(/Проверить текст/));
    expect(await screen.findByText('Замечаний нет.')).toBeVisible();
  });

  it('has an interim reply looked over as one', async () => {
    const { otklik, place } = given();
    const { user } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByLabelText('Текст ответа'), 'Здравствуйте! Разбираемся.');
    await user.click(await button(/Проверить текст/));
    expect(await screen.findByText('Замечаний нет.')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: /ромежуточный/ }));
    expect(screen.getByText('Проект изменился, проверьте ещё раз.')).toBeVisible();
    await user.click(await button(/Проверить текст/));
    expect(await screen.findByText('Не сказано, сколько времени нужно для ответа.')).toBeVisible();
    expect(screen.getByText('Без исправления не согласуют.')).toBeVisible();
  });

  it('tells what the regulation demands apart from advice, and first', async () => {
    const { otklik, place } = given();
    const { user } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByLabelText('Текст ответа'), 'Мы в настоящее время чиним.{Enter}Спасибо.{Enter}Пишите.');
    await user.click(await button(/Проверить текст/));
    const found = within(await screen.findByRole('status', { name: 'Замечания к тексту' }));
    expect(found.getByText(/1 из них требует исправить регламент/)).toBeVisible();
    const [demand, advice] = found.getAllByRole('listitem');
    expect(demand).toHaveTextContent('Проект не примут. Абзацев 3');
    expect(demand).toHaveClass('finding-binding');
    expect(advice).toHaveTextContent('канцелярит');
    expect(advice).not.toHaveClass('finding-binding');
  });

  it('says plainly that a text with markup is refused, which no regulation has to demand', async () => {
    const { otklik, place } = given();
    const { user } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByLabelText('Текст ответа'), 'Мы <b>чиним.');
    await user.click(await button(/Проверить текст/));
    const found = await screen.findByRole('status', { name: 'Замечания к тексту' });
    expect(found).toHaveTextContent('1 замечание — исправьте, иначе проект не примут.');
    expect(found).not.toHaveTextContent('регламент');
  });

  it('lets what the program found pass only with a reason for each', async () => {
    const { otklik, place } = given();
    const incident = [...otklik.incidents.values()][0]!;
    otklik.command(executor, incident.card.id, { type: 'SubmitDraft', kind: 'final', text: 'Приёмная — кв. 12.' }, null, null);
    incident.findings = [{ check: 'personal-data', clause: 'LB-9', binding: true, refusedAt: 'approval', message: '«кв. 12» — чужой домашний адрес.', place: { from: 0, to: 6 }, suggestion: 'Уберите.' }];
    const { user, commands } = openApp('curator.altai', place, otklik);
    await user.click(await button(/Согласовать/));
    const dialog = within(await screen.findByRole('dialog', { name: 'Согласовать и опубликовать?' }));
    expect(within(dialog.getByRole('region', { name: 'Нарушения регламента' })).getByText('«кв. 12» — чужой домашний адрес.')).toBeVisible();
    const publish = dialog.getByRole('button', { name: 'Да, опубликовать' });
    expect(publish).toBeDisabled();
    await user.type(dialog.getByLabelText('Почему можно пропустить'), 'Это адрес приёмной');
    await user.click(publish);
    await waitFor(() => expect(incident.card.state).not.toBe('ON_APPROVAL'));
    expect(commands.at(-1)?.body).toEqual({ type: 'Approve', letPass: [{ check: 'personal-data', reason: 'Это адрес приёмной' }] });
  });
});
