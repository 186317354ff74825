import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeOtklik } from '../fake/otklik';
import { people } from '../fake/people';
import { button, openApp } from './app';

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
  });
});
