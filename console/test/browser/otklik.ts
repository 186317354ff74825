import { existsSync, mkdirSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';

/** The Otklik under test: a running one at `OTKLIK_URL`, or with `OTKLIK_FAKE` the built console over the in-memory fake. */
export interface Otklik { url: string; wall: string; browser: Browser; close: () => Promise<void> }

const GROUP = 217000001;
const failures = 'node_modules/.cache/browser-failures';

export async function openOtklik(): Promise<Otklik> {
  const fake = process.env['OTKLIK_FAKE'] === undefined ? null : await startFake();
  const url = fake?.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? process.env['OTKLIK_URL'] ?? 'http://127.0.0.1:8080';
  const networks = fake === null ? (process.env['OTKLIK_SIMULATORS_URL'] ?? 'http://127.0.0.1:8090') : url;
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  return {
    url, browser, wall: `${networks}/vk/sim`,
    close: async () => { await browser.close(); await fake?.close(); },
  };
}

function startFake(): Promise<PreviewServer> {
  if (!existsSync('dist/index.html')) throw new Error('Build the console first: npm run build');
  return preview({ mode: 'fake', preview: { host: '127.0.0.1', port: 8098 }, logLevel: 'silent' });
}

function chromiumPath(): string {
  const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (found === undefined) throw new Error('No Chromium found. On Debian: apt-get install chromium, or set CHROMIUM to its path.');
  return found;
}

/** A person's own browser, signed in, standing at `place`. */
export async function signIn(otklik: Otklik, login: string, place = '/', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await otklik.browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watch(page);
  await page.goto(otklik.url + place);
  await explained(page, `sign-in-${login}`, enterPassword(page, login));
  return page;
}

const complaintsOf = new WeakMap<Page, () => string[]>();

/** Where it fails, the failure tells where the page stands and what it waits for. */
export async function explained(page: Page, name: string, steps: Promise<unknown>): Promise<void> {
  await steps.catch(async (error: unknown) => {
    await keepPicture(page, name);
    throw new Error(`${name} stands at ${page.url()}; ${(complaintsOf.get(page)?.() ?? []).join('; ')}; ${String(error).slice(0, 200)}`, { cause: error });
  });
}

/** What a page that does not move on may be waiting for: requests without an answer or failed, and complaints of the browser. */
function watch(page: Page): void {
  const waiting = new Set<string>();
  const complaints: string[] = [];
  page.on('request', (request) => waiting.add(`unanswered ${request.url()}`));
  page.on('requestfinished', (request) => waiting.delete(`unanswered ${request.url()}`));
  page.on('requestfailed', (request) => complaints.push(`failed ${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => { if (message.type() !== 'log') complaints.push(message.text()); });
  complaintsOf.set(page, () => [...waiting, ...complaints]);
}

export async function enterPassword(page: Page, login: string): Promise<void> {
  await page.fill('input[name=username]:not([type=hidden])', login);
  await page.fill('input[name=password]:not([type=hidden])', 'demo');
  await page.press('input[name=password]:not([type=hidden])', 'Enter');
  await page.waitForSelector('.bar');
}

/** A citizen writes on the wall of the simulated network. */
export async function postOnTheWall(otklik: Otklik, text: string): Promise<void> {
  const response = await fetch(`${otklik.wall}/walls/${GROUP}/posts`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ author: 'Лидия Ромашкина', text }),
  });
  if (!response.ok) throw new Error(`The simulated wall answered ${response.status}: ${await response.text()}`);
}

/** How many replies with this text stand on the wall. */
export async function repliesOnTheWall(otklik: Otklik, text: string): Promise<number> {
  const response = await fetch(`${otklik.wall}/objects?owner_id=-${GROUP}`);
  const { comments } = (await response.json()) as { comments: { text: string }[] };
  return comments.filter((comment) => comment.text === text).length;
}

/** A word no other post has, for finding this one again. */
export const marker = (): string => `проверка-${Math.random().toString(36).slice(2, 9)}`;

/** What the page looked like when a test failed. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(failures, { recursive: true });
  await page.screenshot({ path: `${failures}/${name}.png`, fullPage: true }).catch(() => undefined);
}
