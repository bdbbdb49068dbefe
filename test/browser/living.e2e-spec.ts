import type { Browser, Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { publish } from '../support/newsroom.js';
import { startServer } from '../support/server.js';
import { describeInBrowser, launch, openTab, type Tab } from './support/browser.js';
import type { Listening } from './support/told.js';

describeInBrowser('a page that lives', () => {
  let server: Listening;
  let browser: Browser;
  let tab: Tab;
  let told = 0;

  /** Something new: a device with one rumor. */
  const news = async (): Promise<string> => {
    const device = `Orvane ${(told += 1)}`;
    await publish(server, { device, source: 'Ledger', on: '2028-12-20', subject: 'partner', value: 'Leica' });
    return device;
  };

  beforeAll(async () => {
    const [started, launched] = await Promise.all([startServer('sqlite', { clock: '2029-01-01T08:00:00Z' }), launch()]);
    await started.app.listen(0, '127.0.0.1');
    [server, browser] = [{ ...started, address: await started.app.getUrl() }, launched];
    for (let each = 0; each < 3; each += 1) await news();
    tab = await openTab(browser, server.address);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    expect([...tab.complaints, ...tab.foreign]).toEqual([]);
  });

  const lines = (page: Page) => page.locator('#activity > li');
  const places = (page: Page) =>
    lines(page).evaluateAll((all) => all.map((line) => Number(line.getAttribute('data-sequence'))));
  const live = (page: Page) => page.locator('#live[data-state="live"]').waitFor();
  const moves = async () => {
    const { data } = (await server.call('GET', '/v1/events?limit=100&types=rumor.confidence_changed')).body;
    return data as { sequence: number }[];
  };

  it('shows the log, the newest first, and tells of what is new without moving anything', async () => {
    const { page } = tab;
    await page.goto('/activity?what=numbers');
    await live(page);
    const known = (await moves()).map(({ sequence }) => sequence).reverse();
    expect(await places(page)).toEqual(known);
    const device = await news();
    await page.getByText('1 new, show').waitFor();
    expect(await places(page)).toEqual(known);
    await page.getByText('1 new, show').click();
    await page.getByRole('link', { name: device }).waitFor();
    expect(await places(page)).toEqual((await moves()).map(({ sequence }) => sequence).reverse());
  });

  it('loses nothing and repeats nothing while the line is cut', async () => {
    const { page } = tab;
    await page.goto('/activity?what=numbers');
    await live(page);
    const before = await lines(page).count();
    await page.context().setOffline(true);
    for (let each = 0; each < 20; each += 1) await news();
    await page.context().setOffline(false);
    await page.getByText('20 new, show').waitFor();
    await page.getByText('20 new, show').click();
    await page.locator(`#activity > li:nth-child(${before + 20})`).waitFor();
    expect(await places(page)).toEqual((await moves()).map(({ sequence }) => sequence).reverse());
    expect(new Set(await places(page)).size).toBe(before + 20);
  });

  it('pauses when it is told to', async () => {
    const { page } = tab;
    await page.goto('/activity');
    await live(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    expect(await page.locator('#live-state').innerText()).toBe('paused');
    await news();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.locator('#live-show').waitFor(); // what it missed is counted then
  });

  it('can be read without a script', async () => {
    const plain = await openTab(browser, server.address, { javaScriptEnabled: false });
    await plain.page.goto('/activity');
    expect(await lines(plain.page).count()).toBeGreaterThan(3);
    expect(await plain.page.locator('#live, #theme').first().isVisible()).toBe(false);
    await plain.page.goto('/activity?min=20');
    await plain.page.getByLabel('Only').selectOption('words');
    await plain.page.getByRole('button', { name: 'Show' }).click();
    expect(await plain.page.getByRole('status').innerText()).toContain('Nothing of that kind happened');
    await plain.close();
  });

  it('opens the second device of the board by j, j, Enter', async () => {
    const { page } = tab;
    await page.goto('/?sort=name');
    await live(page);
    const second = await page.locator('.board tbody th > a').nth(1).getAttribute('href');
    for (const key of ['j', 'j', 'Enter']) await page.keyboard.press(key);
    await page.waitForURL(`**${second}`);
  });

  it('goes anywhere by keys, and lets them rest while somebody types or has switched them off', async () => {
    const { page } = tab;
    await page.goto('/');
    await live(page);
    for (const key of ['g', 't']) await page.keyboard.press(key);
    await page.waitForURL('**/timeline');
    await live(page);
    await page.keyboard.press('/');
    await page.keyboard.type('gs?');
    expect(await page.locator('#find').inputValue()).toBe('gs?');
    await page.locator('h1').click();
    await page.keyboard.press('?');
    await page.getByLabel('Shortcuts without Ctrl work').uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    for (const key of ['g', 's']) await page.keyboard.press(key);
    await page.keyboard.press('?');
    expect(await page.locator('#keys').isVisible()).toBe(false);
    expect(new URL(page.url()).pathname).toBe('/timeline');
    await page.evaluate(() => localStorage.removeItem('hearsay-keys'));
  });

  it('finds a device in the palette, whose listbox names what is chosen', async () => {
    const { page } = tab;
    await page.goto('/timeline');
    await live(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Orvane 2');
    const hit = page.locator('#palette-list li', { hasText: 'device' }).first();
    await hit.waitFor();
    while ((await hit.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
    expect(await page.locator('#palette input').getAttribute('aria-activedescendant')).toBe(
      await hit.getAttribute('id'),
    );
    await page.keyboard.press('Enter');
    await page.waitForURL('**/devices/orvane-2*');
  });

  it('keeps the colours that were chosen, from before anything is drawn', async () => {
    const { page } = tab;
    await page.goto('/timeline');
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.locator('#theme').click();
    await page.locator('#theme').click();
    expect(await page.locator('#theme').getAttribute('aria-label')).toBe('Colours: dark');
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.goto('/');
    expect(await paper()).toBe(dark);
    await page.evaluate(() => localStorage.removeItem('hearsay-theme'));
  });

  it('offers a wording that is safe to print, with the address of that day', async () => {
    const { page } = tab;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/devices/orvane-1');
    await page.locator('.wording > summary').first().click();
    await page.getByRole('button', { name: 'Copy safe wording' }).first().click();
    await page.getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/Orvane 1 is made in partnership with Leica.*Ledger.*as of 1 January 2029/);
    expect(copied).toMatch(/http:\/\/127\.0\.0\.1:\d+\/rumors\/rum_\w+\?as_of=2029-01-01$/);
  });

  it('loads little: at most 20 KB of scripts, kept for ever under a name that is made of them', async () => {
    const html = String((await server.call('GET', '/')).body);
    const folder = /src="(\/assets\/islands\/[0-9a-f]{16})\/main\.js"/.exec(html)?.[1] ?? '';
    let size = 0;
    for (const name of ['theme', 'main', 'keys', 'palette', 'live', 'activity', 'copying', 'past', 'storage']) {
      const { body, headers } = await server.call('GET', `${folder}/${name}.js`);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      size += gzipSync(body as string).length;
    }
    expect(size).toBeLessThan(20 * 1024);
    expect((await server.call('GET', `/assets/islands/0000000000000000/main.js`)).status).toBe(404);
  });
});
