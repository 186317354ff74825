import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { dayName, hours, share } from '../../src/summary/summary';
import { FakeOtklik } from '../fake/otklik';
import { openApp } from './app';

it('share_neverRoundsALateAnswerAway', () => {
  expect(share(0, 0)).toBe('—');
  expect(share(3, 0)).toBe('100 %');
  expect(share(9_999, 1)).toBe('99,9 %');
  expect(share(1, 2)).toBe('33,3 %');
});

it('hoursAndDays_readAsPeopleSayThem', () => {
  expect(hours(null)).toBe('—');
  expect(hours(8.53)).toBe('8,5 ч');
  expect(dayName('2026-11-01')).toBe('1 ноября 2026');
});

it('summary_showsFiguresWithTheirClausesAndTheOrgans', async () => {
  openApp('curator.altai', '/summary', new FakeOtklik(20, true));
  const overdue = (await screen.findByText('Просрочено сейчас', { selector: 'dt' })).closest('div')!;
  expect(Number(within(overdue).getByRole('definition').textContent)).toBeGreaterThan(0);
  expect(within(screen.getByText('Доработок', { selector: 'dt' })).getByText('п. 16')).toBeInTheDocument();
  expect(within(screen.getByRole('region', { name: 'По органам' })).getByRole('rowheader', { name: 'Министерство транспорта' })).toBeInTheDocument();
});

it('summary_asksForTheChosenPeriod', async () => {
  const { user } = openApp('curator.altai', '/summary');
  await waitFor(() => expect(screen.getByLabelText('с')).not.toHaveValue(''));
  await user.clear(screen.getByLabelText('с'));
  await user.type(screen.getByLabelText('с'), '2026-01-01');
  expect(await screen.findByText(/^Сводка с 1 января 2026/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Этот месяц' }));
  await waitFor(() => expect(screen.queryByText(/^Сводка с 1 января 2026/)).toBeNull());
});
