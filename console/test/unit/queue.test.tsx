import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeOtklik } from '../fake/otklik';
import { openApp } from './app';

const links = (): HTMLElement[] => within(screen.getByRole('list', { name: /Мне|В работе|Закрытые/ })).getAllByRole('link');

it('queue_showsTheIncidentWithItsTermAndClause', async () => {
  const otklik = new FakeOtklik(20, false);
  otklik.post('Яма на Малахова');
  openApp('curator.altai', '/', otklik);
  const row = (await screen.findByText('Яма на Малахова')).closest('li')!;
  expect(within(row).getByText('№ 1')).toBeInTheDocument();
  expect(within(row).getByText('Новое')).toBeInTheDocument();
  expect(within(row).getByText('п. 6')).toBeInTheDocument();
  expect(within(row).getByText(/^(29:5\d|30:00)$/)).toBeInTheDocument();
  expect(within(row).getByText(/^срок (сегодня|завтра), (пн|вт|ср|чт|пт|сб|вс) \d\d:\d\d$/)).toBeInTheDocument();
  await waitFor(() => expect(document.title).toBe('(1) Отклик'));
});

it('queue_growsByItselfWhenAPostAppears', async () => {
  const { otklik } = openApp('curator.altai', '/');
  expect(await screen.findByText(/Сейчас от вас ничего не ждут/)).toBeInTheDocument();
  act(() => void otklik.post('Фонари не горят'));
  expect(await screen.findByText('Фонари не горят', {}, { timeout: 3_000 })).toBeInTheDocument();
});

it('queue_movesByTheKeyboardInEitherLayout', async () => {
  const otklik = new FakeOtklik(20, false);
  ['первое', 'второе', 'третье'].forEach((text) => otklik.post(text));
  const { user } = openApp('curator.altai', '/', otklik);
  await screen.findByText('третье');
  await user.keyboard('{ArrowDown}[KeyJ]');
  expect(links()[1]).toHaveFocus();
  await user.keyboard('[KeyK]');
  expect(links()[0]).toHaveFocus();
  await user.keyboard('[Slash]');
  expect(screen.getByRole('searchbox')).toHaveFocus();
});

it('queue_searchesAfterAShortRestAndKeepsTheSearchInTheAddress', async () => {
  const otklik = new FakeOtklik(20, false);
  otklik.post('Яма на Малахова');
  otklik.post('Фонари не горят');
  const { user } = openApp('curator.altai', '/', otklik);
  await screen.findByText('Фонари не горят');
  await user.type(screen.getByRole('searchbox'), 'фонари');
  await waitFor(() => expect(screen.queryByText('Яма на Малахова')).toBeNull(), { timeout: 3_000 });
  expect(new URLSearchParams(location.search).get('q')).toBe('фонари');
  await user.clear(screen.getByRole('searchbox'));
  await user.type(screen.getByRole('searchbox'), 'нет такого');
  await user.click(await screen.findByRole('button', { name: 'Сбросить фильтры' }, { timeout: 3_000 }));
  expect(screen.getByRole('searchbox')).toHaveValue('');
  expect(await screen.findByText('Яма на Малахова')).toBeInTheDocument();
});

it('queue_readsTheNextPageOnDemand', async () => {
  const otklik = new FakeOtklik(20, false);
  for (let number = 1; number <= 60; number += 1) otklik.post(`сообщение ${number}`);
  const { user } = openApp('curator.altai', '/?queue=open', otklik);
  await screen.findByText('сообщение 1');
  expect(links()).toHaveLength(50);
  await user.click(screen.getByRole('button', { name: 'Показать ещё' }));
  await waitFor(() => expect(links()).toHaveLength(60));
  expect(screen.queryByRole('button', { name: 'Показать ещё' })).toBeNull();
});

it('queue_saysWhatWentWrongAndTriesAgain', async () => {
  const otklik = new FakeOtklik(20, false);
  otklik.list = () => { throw new Error('broken'); };
  const { user } = openApp('curator.altai', '/', otklik);
  expect(await screen.findByText('Нет связи с сервером', {}, { timeout: 8_000 })).toBeInTheDocument();
  Reflect.deleteProperty(otklik, 'list');
  otklik.post('Яма на Малахова');
  await user.click(screen.getByRole('button', { name: 'Повторить' }));
  expect(await screen.findByText('Яма на Малахова')).toBeInTheDocument();
}, 15_000);
