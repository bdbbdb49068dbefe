import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { ALL_RULES, CONTRAST, violationsOf } from './support/axe.js';
import { describeInBrowser, launch, openTab } from './support/browser.js';
import { startTold, type Listening } from './support/told.js';
import { startServer } from '../support/server.js';

const SCREENS = [
  '/',
  '/?q=nowhere',
  '/devices/xiaomi-12-ultra',
  '/devices/xiaomi-12-ultra?as_of=2022-05-30',
  '/sources',
  '/sources/lens-lurker',
  '/ingest',
  '/sign-in',
  '/refresh',
  '/about/method',
  '/nowhere',
] as const;
const KB = 1024;

describeInBrowser('every screen', () => {
  let server: Listening;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTold(['12', 'leica']), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each<[colorScheme: 'light' | 'dark', only: object]>([
    ['light', ALL_RULES],
    ['dark', CONTRAST], // all else is the same as in light
  ])(
    'passes axe in %s, asks nobody else and breaks no policy',
    async (colorScheme, runOnly) => {
      const tab = await openTab(browser, server.address, { colorScheme });
      for (const screen of SCREENS) {
        await tab.page.goto(screen);
        await openSome(tab.page);
        expect(await violationsOf(tab.page, runOnly)).toEqual([]);
      }
      expect([...tab.complaints, ...tab.foreign]).toEqual([]);
      await tab.close();
    },
    90_000,
  );

  it('fits 320 px without moving the page sideways, with reasons and tables opened', async () => {
    const tab = await openTab(browser, server.address, { viewport: { width: 320, height: 700 } });
    for (const screen of SCREENS) {
      await tab.page.goto(screen);
      await openSome(tab.page);
      const { wide, room } = await tab.page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        room: document.documentElement.clientWidth,
      }));
      expect([screen, wide]).toEqual([screen, room]);
    }
    await tab.close();
  });

  it('is small, and its style sheet is kept for ever under a name that is made of it', async () => {
    const sizes = [];
    for (const screen of SCREENS.slice(0, 3)) {
      const { body } = await server.call('GET', screen, { headers: { accept: 'text/html' } });
      sizes.push(gzipSync(body as string).length);
    }
    const html = String((await server.call('GET', '/')).body);
    const styles = /href="(\/assets\/[0-9a-f]{16}\.css)"/.exec(html)?.[1] ?? '';
    const sheet = await server.call('GET', styles);
    expect(sheet.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(Math.max(...sizes)).toBeLessThan(30 * KB);
    expect(gzipSync(sheet.body as string).length).toBeLessThan(10 * KB);
    expect(html).not.toMatch(/<script(?! (?:type="module" )?src="\/assets\/)|style="|onclick/);
  });

  it('says what to do first where nothing is followed yet', async () => {
    const empty = await startServer('sqlite');
    const { body, headers } = await empty.call('GET', '/', { headers: { accept: 'text/html' } });
    await empty.close();
    expect(body).toContain('Nothing is followed yet');
    expect(body).toContain('hearsay ingest article.txt');
    expect(body).toContain('href="/ingest"');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});

/** Opens the details of the first question of a page, and of the one after it; the others are made alike. */
const openSome = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const questions = [...document.querySelectorAll('.question')].slice(0, 3);
    const found = questions.flatMap((question) => [...question.querySelectorAll('details')]);
    for (const details of found) details.open = true;
  });
