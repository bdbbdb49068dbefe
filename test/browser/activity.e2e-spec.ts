import type { Browser, Page } from 'playwright-core';
import { Assessor } from '../../src/assessments/assessor.service.js';
import { LogKeeping } from '../../src/events/log-keeping.service.js';
import { Database } from '../../src/platform/database/database.js';
import { tell } from '../support/newsroom.js';
import { startServer } from '../support/server.js';
import { describeInBrowser, launch, openTab, type Tab } from './support/browser.js';
import type { Listening } from './support/told.js';

/** How many lines the page of news holds. */
const MOST = 200;

describeInBrowser('a page that hears of much, or of too little', () => {
  let server: Listening;
  let browser: Browser;
  let tab: Tab;
  let told = 0;

  /** So many new devices at once, each with one rumor. */
  const news = (count: number): Promise<unknown> =>
    server.get(Database).transaction(async () => {
      for (let each = 0; each < count; each += 1) {
        const device = `Orvane ${(told += 1)}`;
        await tell(server, { device, source: 'Ledger', on: '2028-12-20', subject: 'partner', value: 'Leica' });
      }
      await server.get(Assessor).assessDue();
    });

  beforeAll(async () => {
    const [started, launched] = await Promise.all([startServer('sqlite', { clock: '2029-01-01T08:00:00Z' }), launch()]);
    await started.app.listen(0, '127.0.0.1');
    [server, browser] = [{ ...started, address: await started.app.getUrl() }, launched];
    await news(3);
    tab = await openTab(browser, server.address);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    expect([...tab.complaints, ...tab.foreign]).toEqual([]);
  });

  const pill = (page: Page) => page.locator('#live-show');
  const live = (page: Page) => page.locator('#live[data-state="live"]').waitFor();
  const places = (page: Page) =>
    page.locator('#activity > li').evaluateAll((all) => all.map((line) => Number(line.getAttribute('data-sequence'))));
  /** The places of the numbers that moved, the newest first. */
  const logged = async (): Promise<number[]> => {
    const text = "select sequence from events where type = 'rumor.confidence_changed' order by sequence desc";
    return (await server.get(Database).read<{ sequence: number }>(text)).map(({ sequence }) => sequence);
  };
  /** Lets a page miss what happens, until it listens again. */
  const missing = async (page: Page, happens: () => Promise<unknown>): Promise<void> => {
    await page.getByRole('button', { name: 'Pause' }).click();
    await happens();
    await page.getByRole('button', { name: 'Resume' }).click();
  };
  /** Notes down from now on what somebody who only listens is told. */
  const listen = (page: Page) =>
    page.evaluate(() => {
      const box = document.getElementById('live-news')!;
      const heard: string[] = [];
      new MutationObserver(() => box.textContent && heard.push(box.textContent)).observe(box, { childList: true });
      Object.assign(window, { heard });
    });
  const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

  it('tells of many at once in one message, and of their number only', async () => {
    const { page } = tab;
    await page.goto('/activity?what=numbers');
    await live(page);
    await listen(page);
    await missing(page, () => news(8));
    await page.waitForFunction(() => document.getElementById('live-news')?.textContent !== '');
    await pill(page).click();
    await page.waitForFunction(() => document.getElementById('live-news')?.textContent?.includes('added'));
    expect(await heard(page)).toEqual(['8 new', '8 added']);
    expect(await places(page)).toEqual(await logged());
  });

  it(`holds ${MOST} lines, the newest`, async () => {
    const { page } = tab;
    await page.goto('/activity?what=numbers');
    await live(page);
    const before = (await places(page)).length;
    await missing(page, () => news(MOST - 5));
    await page.getByText(`${MOST - 5} new, show`).click();
    await pill(page).waitFor({ state: 'hidden' });
    const all = await logged();
    expect(all).toHaveLength(before + MOST - 5);
    expect(await places(page)).toEqual(all.slice(0, MOST));
  });

  it('marks on the board that there is something new, and moves no row until it is asked to', async () => {
    const { page } = tab;
    const rows = () => page.locator('.board tbody th > a').allInnerTexts();
    await page.goto('/?sort=recent&q=orvane');
    await live(page);
    const before = await rows();
    await news(1);
    await page.getByText(/^\d+ new, show$/).waitFor();
    expect(await rows()).toEqual(before);
    await pill(page).click();
    await page.getByRole('link', { name: `Orvane ${told}`, exact: true }).waitFor({ state: 'attached' });
    expect(await rows()).not.toEqual(before);
  });

  it('reads the list anew where what it missed is forgotten, and says so', async () => {
    const { page } = tab;
    await page.goto('/activity?what=numbers');
    await live(page);
    expect(await page.locator('#activity-anew').isVisible()).toBe(false);
    await missing(page, async () => {
      await news(4);
      await server.get(LogKeeping).forget((await logged())[2]!, 100_000);
    });
    await page.getByText('the list was read anew.', { exact: false }).first().waitFor();
    expect(await page.locator('#activity-anew').isVisible()).toBe(true);
    expect(await page.locator('#live-news').textContent()).toBe('Some news were missed: the list was read anew.');
    expect(await logged()).toHaveLength(2);
    expect(await places(page)).toEqual(await logged());
    await news(1);
    await page.getByText('1 new, show').click(); // it goes on from there
    await pill(page).waitFor({ state: 'hidden' });
    expect(await places(page)).toEqual(await logged());
    expect(await page.locator('#activity-anew').isVisible()).toBe(false);
  });

  it('offers on other pages to show what is there now', async () => {
    const { page } = tab;
    await page.goto('/');
    await live(page);
    await news(1);
    await pill(page).waitFor(); // from here on it knows how far it has heard
    await missing(page, async () => {
      await news(3);
      await server.get(LogKeeping).forget((await logged())[0]!, 100_000);
    });
    await page.getByText('Some news were missed, show').click();
    await page.getByRole('link', { name: `Orvane ${told}`, exact: true }).waitFor({ state: 'attached' });
  });
});
