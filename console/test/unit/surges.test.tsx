import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeOtklik } from '../fake/otklik';
import { openApp } from './app';

const region = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Всплески' }, { timeout: 3_000 });

it('surge_appearsByItself_saysWhy_andLeadsToItsIncidents', async () => {
  const otklik = new FakeOtklik(20, false);
  otklik.post('Яма на Малахова').card.topicGroup = 'Снег и лёд';
  otklik.post('Фонари не горят');
  const { user } = openApp('curator.altai', '/?queue=open', otklik);
  await screen.findByText('Фонари не горят');
  expect(screen.queryByRole('region', { name: 'Всплески' })).toBeNull();
  act(() => void otklik.surges.begin('Снег и лёд', 'Барнаул', 12));
  const shown = await region();
  expect(shown).toHaveTextContent('Всплеск: Снег и лёд, Барнаул — 12 человек за 6 ч, обычно 1,3.');
  expect(within(shown).getByText(/всплеск — от 5 человек \(п\. 21 регламента\)/)).toBeInTheDocument();
  expect(within(shown).queryByRole('button')).toBeNull();
  await user.click(within(shown).getByRole('link', { name: 'Показать' }));
  await waitFor(() => expect(screen.queryByText('Фонари не горят')).toBeNull());
  expect(screen.getByText('Яма на Малахова')).toBeVisible();
  expect(new URLSearchParams(location.search).get('location')).toBe('Барнаул');
  await user.click(screen.getByRole('button', { name: 'Показать все' }));
  expect(await screen.findByText('Фонари не горят')).toBeVisible();
});

it('surgeThatIsOver_goesAway', async () => {
  const otklik = new FakeOtklik(20, false);
  const surge = otklik.surges.begin('Отопление', null, 6);
  openApp('observer.altai', '/', otklik);
  expect(await region()).toHaveTextContent('Отопление, место не названо — 6 человек');
  act(() => otklik.surges.end(surge));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Всплески' })).toBeNull(), { timeout: 3_000 });
});

it('manySurges_areShownOnDemand', async () => {
  const otklik = new FakeOtklik(20, false);
  for (const place of ['Бийск', 'Рубцовск', 'Заринск', 'Камень', 'Яровое']) otklik.surges.begin('Отопление', place, 6);
  const { user } = openApp('curator.altai', '/', otklik);
  const shown = await region();
  expect(within(shown).getAllByRole('status')).toHaveLength(3);
  await user.click(within(shown).getByRole('button', { name: 'Ещё всплески: 2' }));
  expect(within(shown).getAllByRole('status')).toHaveLength(5);
});

it('leadership_takesNoteOfASurge_andPassesItOn', async () => {
  const otklik = new FakeOtklik(20, false);
  otklik.surges.begin('Снег и лёд', 'Липецк', 12, 'Губернатор');
  const { user } = openApp('governor.altai', '/', otklik);
  const shown = await region();
  expect(shown).toHaveTextContent('Получение ещё не отмечено');
  await user.click(within(shown).getByRole('button', { name: 'Получено' }));
  expect(await within(shown).findByText(/^Получено: Виктор Горин, сегодня/)).toBeVisible();
  expect(within(shown).queryByRole('button', { name: 'Получено' })).toBeNull();
  await user.click(within(shown).getByRole('button', { name: 'Передано: Губернатор' }));
  await user.type(within(shown).getByLabelText('Как передано, если важно'), 'устно');
  await user.click(within(shown).getByRole('button', { name: 'Записать' }));
  expect(await within(shown).findByText(/Передано: Губернатор — Виктор Горин, сегодня, .* \(устно\)$/)).toBeVisible();
  expect(within(shown).queryByRole('button')).toBeNull();
});

it('others_seeWhatTheLeadershipDid_withoutButtons', async () => {
  const otklik = new FakeOtklik(20, false);
  otklik.surges.begin('Снег и лёд', 'Липецк', 12, 'Губернатор');
  openApp('curator.altai', '/', otklik);
  const shown = await region();
  expect(shown).toHaveTextContent('Получение ещё не отмечено');
  expect(within(shown).queryByRole('button')).toBeNull();
});

it('executor_seesNoSurges', async () => {
  const otklik = new FakeOtklik(20, false);
  otklik.surges.begin('Снег и лёд', 'Липецк', 12);
  openApp('executor.altai', '/', otklik);
  await screen.findByText(/Сейчас от вас ничего не ждут/);
  expect(screen.queryByRole('region', { name: 'Всплески' })).toBeNull();
});
