import type { Page } from 'playwright-core';
import type { Otklik } from './otklik';

/** What people do in the console, in their words. */

export async function openFromQueue(page: Page, mark: string): Promise<void> {
  await page.locator('a.row-link', { hasText: mark }).click({ timeout: 60_000 });
  await page.getByRole('heading', { level: 1, name: /Сообщение №/ }).waitFor();
}

export async function routeToTransport(page: Page): Promise<void> {
  await page.locator('[data-command=Route]').first().waitFor();
  await page.locator('button[data-command=Route]', { hasNotText: 'Направить сюда' }).click();
  await page.locator('form.command-form select').selectOption('altai-krai.transport');
  await page.locator('form.command-form button[type=submit]').click();
  await page.locator('.badge', { hasText: 'Направлено' }).first().waitFor();
}

export async function submitDraft(page: Page, text: string): Promise<void> {
  await page.getByLabel('Текст ответа').fill(text);
  await page.getByLabel('Текст ответа').press('Control+Enter');
}

export async function askForRework(page: Page, comment: string): Promise<void> {
  await page.locator('button[data-command=RequestRework]').click();
  await page.getByLabel(/Нет ответа по существу/).check();
  await page.getByLabel('Что исправить').fill(comment);
  await page.locator('form.command-form button[type=submit]').click();
  await page.locator('.badge', { hasText: 'На доработке' }).first().waitFor();
}

export async function approve(page: Page, text: string): Promise<void> {
  await page.locator('button[data-command=Approve]').click();
  const dialog = page.getByRole('dialog', { name: 'Согласовать и опубликовать?' });
  await dialog.getByText(text).waitFor();
  await dialog.getByRole('button', { name: 'Да, опубликовать' }).click();
}

/** Requests that would leave the installation: there must be none. */
export function strangers(page: Page, otklik: Otklik): string[] {
  const found: string[] = [];
  page.on('request', (request) => { if (new URL(request.url()).origin !== new URL(otklik.url).origin) found.push(request.url()); });
  return found;
}
