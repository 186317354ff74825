import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { explained, keepPicture, marker, openOtklik, postOnTheWall, repliesOnTheWall, signIn, type Otklik } from './otklik';
import { approve, askForRework, openFromQueue, routeToTransport, strangers, submitDraft } from './steps';

let otklik: Otklik;
let curator: Page;
let executor: Page;

beforeAll(async () => {
  otklik = await openOtklik();
  [curator, executor] = await Promise.all([signIn(otklik, 'curator.altai'), signIn(otklik, 'executor.altai')]);
});
afterAll(async () => otklik.close());

function keepPictures(): void {
  onTestFailed(async ({ task }) => {
    await keepPicture(curator, `${task.name}-curator`);
    await keepPicture(executor, `${task.name}-executor`);
  });
}

test('a post on the wall becomes a published answer, once, after a rework', async () => {
  keepPictures();
  const mark = marker();
  const foreign = [strangers(curator, otklik), strangers(executor, otklik)];
  await postOnTheWall(otklik, `${mark}: яма на улице Малахова в Барнауле, пробил колесо. Когда отремонтируют дорогу?`);

  await openFromQueue(curator, mark); // nobody reloads: the queue grows by itself
  await routeToTransport(curator);

  await openFromQueue(executor, mark);
  await submitDraft(executor, `Здравствуйте! Яму заделаем до пятницы. (${mark})`);
  await executor.locator('.badge', { hasText: 'На согласовании' }).first().waitFor();

  await askForRework(curator, 'Напишите, кто возместит колесо.');

  await executor.locator('.notice-warn', { hasText: 'Напишите, кто возместит колесо.' }).waitFor();
  expect(await executor.getByLabel('Текст ответа').inputValue()).toBe(`Здравствуйте! Яму заделаем до пятницы. (${mark})`);
  const answer = `Здравствуйте! Яму заделаем до пятницы. О колесе напишите в дорожную службу. (${mark})`;
  await submitDraft(executor, answer);
  await explained(executor, 'reworked', executor.locator('.badge', { hasText: 'На согласовании' }).first().waitFor());

  await approve(curator, answer);
  const links = await Promise.all([curator, executor].map((page) => page.getByTestId('permalink').getAttribute('href', { timeout: 60_000 })));
  expect(links[0]).toMatch(/^https?:\/\/.*wall-217000001_\d+/);
  expect(links[1]).toBe(links[0]);
  await curator.locator('.badge', { hasText: 'Закрыто' }).first().waitFor();
  expect(await repliesOnTheWall(otklik, answer)).toBe(1);
  expect(foreign).toEqual([[], []]);
});

test('two people clash: the slower one sees what changed and loses nothing', async () => {
  keepPictures();
  const mark = marker();
  await curator.goto(otklik.url);
  await executor.goto(otklik.url);
  await postOnTheWall(otklik, `${mark}: автобус в Барнауле не приходит по сорок минут`);
  await openFromQueue(curator, mark);
  await routeToTransport(curator);
  await openFromQueue(executor, mark);

  // The executor's line of news is cut, as behind a bad connection: the screen grows old unnoticed.
  await executor.route('**/changes', (route) => route.abort());
  await executor.reload();
  await executor.getByLabel('Текст ответа').fill('Добавили два рейса утром.');

  await curator.getByRole('button', { name: /Поправить/ }).click();
  await curator.getByLabel('Место').fill('Барнаул, Павловский тракт');
  await curator.getByRole('button', { name: 'Сохранить' }).click();
  await curator.getByRole('dialog').waitFor({ state: 'detached' });

  await executor.getByLabel('Текст ответа').press('Control+Enter');
  const alert = executor.getByRole('alert').filter({ hasText: 'Анна Белова' });
  await alert.waitFor();
  expect(await executor.getByLabel('Текст ответа').inputValue()).toBe('Добавили два рейса утром.');
  await executor.locator('.facts', { hasText: 'Барнаул, Павловский тракт' }).waitFor();

  await executor.getByLabel('Текст ответа').press('Control+Enter');
  await executor.locator('.badge', { hasText: 'На согласовании' }).first().waitFor();
  await executor.unroute('**/changes');
});
