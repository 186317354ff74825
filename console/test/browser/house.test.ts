import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { enterPassword, explained, keepPicture, marker, openOtklik, postOnTheWall, signIn, type Otklik } from './otklik';
import { openFromQueue } from './steps';

let otklik: Otklik;
const mark = marker();

beforeAll(async () => {
  otklik = await openOtklik();
  await postOnTheWall(otklik, `${mark}: на улице Ленина в Барнауле не убирают снег, по дороге не пройти и не проехать`);
});
afterAll(async () => otklik.close());

async function complaints(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const result = await page.evaluate(async () => {
    const run = (window as unknown as { axe: typeof axe }).axe.run;
    return run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  });
  return result.violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 160)}`));
}

const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.each([
  { width: 1280, height: 900, colorScheme: 'light' as const },
  { width: 390, height: 844, colorScheme: 'dark' as const },
  { width: 390, height: 844, colorScheme: 'light' as const },
  { width: 1280, height: 900, colorScheme: 'dark' as const },
])('at $width px, $colorScheme', ({ width, height, colorScheme }) => {
  test('every page is accessible and fits', async () => {
    const page = await signIn(otklik, 'curator.altai', '/?queue=open', { viewport: { width, height }, colorScheme });
    onTestFailed(() => keepPicture(page, `house-${width}-${colorScheme}`));
    const found: string[] = [];
    const look = async (where: string): Promise<void> => {
      found.push(...(await complaints(page)).map((each) => `${where} ${each}`));
      if ((await overflow(page)) > 0) found.push(`${where} is wider than the screen`);
    };
    await page.locator('.row').first().waitFor();
    await look('queue');
    await openFromQueue(page, mark);
    await page.locator('.actions button').first().waitFor();
    await look('card');
    await page.locator('button[data-command=Route]').first().click();
    await look('form');
    await page.getByRole('button', { name: /Поправить/ }).click();
    await look('dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto(`${otklik.url}/summary`);
    await page.getByRole('heading', { level: 1, name: /Сводка/ }).waitFor();
    await page.locator('.figure, .empty, .notice').first().waitFor();
    await look('summary');
    await page.goto(`${otklik.url}/absences`);
    await page.getByRole('button', { name: 'Записать отсутствие' }).click();
    await page.getByLabel('Кто замещает').waitFor();
    await look('absences');
    await page.context().close();
    expect(found).toEqual([]);
  });
});

test('a link to an incident leads there through the sign-in, and the session survives a reload', async () => {
  const first = await signIn(otklik, 'curator.altai', '/?queue=open');
  await openFromQueue(first, mark);
  const address = new URL(first.url()).pathname;
  expect(address).toMatch(/^\/incidents\//);
  await first.context().close();

  const page = await signIn(otklik, 'curator.altai', address);
  onTestFailed(() => keepPicture(page, 'deep-link'));
  await page.getByRole('heading', { level: 1, name: /Сообщение №/ }).waitFor();
  expect(new URL(page.url()).pathname).toBe(address);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: /Сообщение №/ }).waitFor();
  await page.context().close();
});

test('a refused token is renewed in silence; without a session the person is asked, keeps the text and the place', async () => {
  const page = await signIn(otklik, 'curator.altai', '/?queue=open');
  onTestFailed(() => keepPicture(page, 'renewal'));
  await openFromQueue(page, mark);
  const place = page.url();
  let refusals = 1;
  await page.route('**/timeline', (route) => (refusals-- > 0 ? route.fulfill({ status: 401, body: '{}' }) : route.continue()));
  await page.goto(place);
  await page.locator('.timeline li').first().waitFor();
  expect(refusals).toBeLessThanOrEqual(0);
  expect(await page.getByText('Вход истёк').count()).toBe(0);

  await page.context().clearCookies();
  refusals = 1_000;
  await page.goto(place);
  await page.getByText('Вход истёк. Введённый текст сохранён.').waitFor();
  await page.unroute('**/timeline');
  await page.getByRole('button', { name: 'Войти и продолжить' }).click();
  await enterPassword(page, 'curator.altai');
  await page.locator('.timeline li').first().waitFor();
  expect(page.url()).toBe(place);
  await page.context().close();
});

test('who signs out is out, and is not walked back in', async () => {
  const page = await signIn(otklik, 'observer.altai');
  await page.getByText('наблюдатель').waitFor();
  await explained(page, 'sign-out', signOutAndAskForThePassword(page));
  await page.context().close();
});

async function signOutAndAskForThePassword(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Выйти' }).click();
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.locator('input[name=username]:not([type=hidden])').waitFor();
}
