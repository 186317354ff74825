import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { colleaguesOf, mayNote } from '../../src/absence/whose';
import { daysName, todayIn } from '../../src/absence/days';
import { officials, organs } from '../fake/people';
import { posted, person } from './given';
import { button, openApp } from './app';

describe('absences', () => {
  it('are written down by a curator for anybody, and ended', async () => {
    const { otklik } = posted();
    const { user } = openApp('curator.altai', '/absences', otklik);
    await screen.findByText('Никто не отсутствует, и ничего не запланировано.');
    await user.click(await button(/Записать отсутствие/));
    const form = within(await screen.findByRole('form', { name: 'Новое отсутствие' }));
    expect(form.getByRole('button', { name: 'Записать' })).toBeDisabled();
    await user.selectOptions(form.getByLabelText('Кто отсутствует'), 'executor.altai');
    expect(form.getByLabelText('Кто замещает')).not.toHaveTextContent('Игорь Савин');
    await user.selectOptions(form.getByLabelText('Кто замещает'), 'responsible.altai');
    await user.selectOptions(form.getByLabelText('Почему'), 'ILLNESS');
    await user.click(form.getByRole('button', { name: 'Записать' }));
    expect(await screen.findByText(/Замещает: Мария Громова/)).toBeVisible();
    expect(otklik.team.absences).toMatchObject([{ jurisdiction: 'altai-krai', person: 'executor.altai', substitute: 'responsible.altai', reason: 'ILLNESS' }]);
    await user.click(await button(/Уже на работе/));
    await user.click(await button(/Да, закончить/));
    await screen.findByText('Никто не отсутствует, и ничего не запланировано.');
    expect(otklik.team.absences).toEqual([]);
  });

  it('are refused with the reason, and nothing typed is lost', async () => {
    const { otklik } = posted();
    const today = todayIn('Asia/Barnaul', Date.now());
    otklik.team.note(person('curator.altai'), { jurisdiction: 'altai-krai', person: 'executor.altai', substitute: 'executor2.altai', from: today, to: today, reason: 'VACATION' });
    const { user } = openApp('responsible.altai', '/absences', otklik);
    await user.click(await button(/Записать отсутствие/));
    await user.selectOptions(await screen.findByLabelText('Кто отсутствует'), 'executor.altai');
    await user.selectOptions(screen.getByLabelText('Кто замещает'), 'executor2.altai');
    await user.click(await button(/^Записать$/));
    expect(await screen.findByText('На эти дни отсутствие уже записано.')).toBeVisible();
    expect(screen.getByLabelText('Кто замещает')).toHaveValue('executor2.altai');
  });

  it('are no business of an observer', async () => {
    const { otklik } = posted();
    openApp('observer.altai', '/', otklik);
    await screen.findByRole('link', { name: 'Сводка' });
    expect(screen.queryByRole('link', { name: 'Отсутствия' })).toBeNull();
  });

  it('may be noted for oneself, for one’s organ, or by the curator for all', () => {
    const colleagues = colleaguesOf({ organs, officials });
    const noted = (login: string): string[] => {
      const { name, grants } = person(login);
      return colleagues.filter((each) => mayNote({ id: login, name, grants, jurisdictions: [] }, 'altai-krai', each)).map((each) => each.id).sort();
    };
    expect(noted('curator.altai')).toEqual(['curator.altai', 'executor.altai', 'executor2.altai', 'responsible.altai']);
    expect(noted('responsible.altai')).toEqual(['executor.altai', 'responsible.altai']);
    expect(noted('executor2.altai')).toEqual(['executor2.altai']);
  });

  it('above the organs are noted by equals, of the controller by the curator too, and nobody stands in for an observer', () => {
    const official = (id: string, role: string) => ({ id, name: id, role });
    const colleagues = colleaguesOf({ organs, officials: [official('k', 'curator'), official('d', 'controller'), official('s', 'supervisor'), official('o', 'observer')] });
    const noted = (role: string): string[] =>
      colleagues.filter((each) => each.above.length > 0 && mayNote({ id: 'me', name: '', grants: [{ role, jurisdiction: 'altai-krai', organ: null }], jurisdictions: [] }, 'altai-krai', each)).map((each) => each.id);
    expect(noted('curator')).toEqual(['d', 'k']);
    expect(noted('controller')).toEqual(['d']);
    expect(noted('supervisor')).toEqual(['s']);
    expect(noted('admin')).toEqual(['d', 'k', 's']);
    expect(colleagues.map((each) => each.id)).not.toContain('o');
  });

  it('of the curator are written down by the curator, who is known by the office', async () => {
    const { otklik } = posted();
    const { user } = openApp('curator.altai', '/absences', otklik);
    await user.click(await button(/Записать отсутствие/));
    const away = await screen.findByLabelText('Кто отсутствует');
    expect(away).toHaveTextContent('Анна Белова — куратор');
    await user.selectOptions(away, 'curator.altai');
    await user.selectOptions(screen.getByLabelText('Кто замещает'), 'responsible.altai');
    await user.click(await button(/^Записать$/));
    expect(await screen.findByText(/Замещает: Мария Громова · куратор/)).toBeVisible();
  });

  it('stand beside the organs that got other executors, with whether the curator heard in time', async () => {
    const { otklik } = posted();
    const executor = (name: string) => ({ id: name, name, since: null });
    const change = { jurisdiction: 'altai-krai', left: [executor('Пётр Прежний')], stayed: [executor('Яна Полевая')], changedOn: '2026-04-20', knownAt: '2026-04-30T03:05:00Z' };
    const told = { clause: 'KH-5', toldAt: '2026-04-30T03:05:00Z', owner: 'responsible', owedBy: ['Захар Дорохов'] };
    otklik.executorChanges.push(
      { ...change, id: 'late', organ: { id: 'a', name: 'Министерство транспорта' }, came: [executor('Олег Новый')], notice: { ...told, dueAt: '2026-04-24T11:00:00Z', inTime: false } },
      { ...change, id: 'good', organ: { id: 'b', name: 'Министерство ЖКХ' }, stayed: [], came: [], notice: { ...told, dueAt: '2026-05-06T11:00:00Z', inTime: true } },
      { ...change, id: 'none', organ: { id: 'c', name: 'Министерство спорта' }, came: [], notice: null },
    );
    openApp('curator.altai', '/absences', otklik);
    const rows = within(await screen.findByRole('list', { name: 'Смена исполнителей' })).getAllByRole('listitem').map((each) => each.textContent);
    expect(rows[0]).toContain('Министерство транспортас 20 апреля 2026 г.Раньше: Пётр Прежний, Яна ПолеваяТеперь: Олег Новый, Яна Полевая');
    expect(rows[0]).toMatch(/Сообщено .*30 апреля.* — с опозданием, срок был .*24 апреля.* · отвечает за это: Захар Дорохов · п\. 5$/);
    expect(rows[1]).toMatch(/Теперь: исполнителя нетСообщено .* — вовремя · п\. 5$/);
    expect(rows[2]).toMatch(/Теперь: Яна Полевая$/);
  });

  it('show no change of executors where there was none', async () => {
    const { otklik } = posted();
    openApp('curator.altai', '/absences', otklik);
    await screen.findByText('Никто не отсутствует, и ничего не запланировано.');
    expect(screen.queryByText('Смена исполнителей')).toBeNull();
  });

  it('count days where the jurisdiction is', () => {
    expect(todayIn('Asia/Barnaul', Date.parse('2026-06-10T18:00:00Z'))).toBe('2026-06-11');
    expect(daysName('2026-04-30', '2026-05-03')).toBe('30 апреля — 3 мая');
    expect(daysName('2026-04-30', '2026-04-30')).toBe('30 апреля');
  });
});
