import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { keepPicture, marker, openOtklik, postOnTheWall, signIn, type Otklik } from './otklik';
import { openFromQueue, routeToTransport } from './steps';

let otklik: Otklik;
let curator: Page;
let executor: Page;

beforeAll(async () => {
  otklik = await openOtklik();
  [curator, executor] = await Promise.all([signIn(otklik, 'curator.altai', '/?queue=open'), signIn(otklik, 'executor.altai')]);
});
afterAll(async () => otklik.close());

function keepPictures(): void {
  onTestFailed(async ({ task }) => {
    await keepPicture(curator, `${task.name}-curator`);
    await keepPicture(executor, `${task.name}-executor`);
  });
}

test('two people at one incident see one another, talk, and a step is taken back', async () => {
  keepPictures();
  const mark = marker();
  await postOnTheWall(otklik, `${mark}: на дороге в Барнауле у школы яма, дети обходят её по проезжей части. Когда сделают?`);
  await openFromQueue(curator, mark);
  await routeToTransport(curator);

  await curator.getByRole('button', { name: /^Отменить/ }).waitFor();
  await curator.reload();
  await curator.getByRole('button', { name: /^Отменить/ }).click();
  await curator.getByText('Шаг отменён.').waitFor();
  await curator.locator('.badge', { hasText: 'Новое' }).first().waitFor();
  await routeToTransport(curator);
  await curator.locator('.timeline-undone').waitFor();

  await openFromQueue(executor, mark);
  await executor.getByText(/Анна Белова смотрит/).waitFor();
  await executor.getByLabel('Текст ответа').fill('Здравствуйте!');
  await curator.getByText(/пишет ответ/).first().waitFor();

  await curator.getByPlaceholder('Написать коллегам…').fill(`Это у школы № 5 (${mark})`);
  await curator.getByPlaceholder('Написать коллегам…').press('Control+Enter');
  await executor.locator('.comments', { hasText: `Это у школы № 5 (${mark})` }).waitFor(); // nobody reloads

  await executor.keyboard.press('Escape');
  await executor.locator('.bar-brand').click();
  await curator.getByText(/пишет ответ/).first().waitFor({ state: 'detached' });

  await curator.getByRole('button', { name: 'Проверить историю' }).click();
  await curator.getByText(/История цела/).waitFor();
  const [saved] = await Promise.all([curator.waitForEvent('download'), curator.getByRole('button', { name: 'Скачать доказательства' }).click()]);
  expect(saved.suggestedFilename()).toMatch(/\.zip$/);
});
