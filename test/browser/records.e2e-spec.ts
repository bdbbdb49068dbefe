import type { Browser } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { shortDay } from '../../src/dashboard/wording.js';
import { startServer, type Answer } from '../support/server.js';
import { ALL_RULES, CONTRAST, sidewaysOf, violationsOf } from './support/axe.js';
import { describeInBrowser, launch, openTab, type Tab } from './support/browser.js';
import { startDecided } from './support/decided.js';
import type { Listening } from './support/told.js';

type Body = Answer['body'];

const SCREENS = [
  '/calibration',
  '/calibration?kind=price',
  '/sources',
  '/sources/ledger',
  '/sources/harbour',
  '/calibration/claims',
  '/calibration/claims?bin=0',
  '/sources/ledger/claims',
  '/devices/halden-air',
  '/timeline',
  '/timeline?view=list',
  '/timeline?region=JP',
  '/activity',
  '/activity?what=words',
] as const;

describeInBrowser('records and expectations', () => {
  let server: Listening;
  let browser: Browser;
  let tab: Tab;
  const read = async (url: string): Promise<Body> => (await server.call('GET', url)).body;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDecided(), launch()]);
    tab = await openTab(browser, server.address);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    expect([...tab.complaints, ...tab.foreign]).toEqual([]);
  });

  it('of Hearsay are those of the interface: the scores, the curve by its steps, and how often what was said', async () => {
    const { page } = tab;
    const record = await read('/v1/calibration');
    await page.goto('/calibration');
    expect(record.n).toBe(16);
    const facts = await page.locator('.facts dd.num').allInnerTexts();
    expect(facts[0]).toBe('16');
    expect(facts[3]).toBe(record.brier.toFixed(3));
    const bars = await page
      .locator('.histogram-bar')
      .evaluateAll((all) => all.map((bar) => Number(bar.getAttribute('data-n'))));
    expect(bars).toEqual(record.histogram.map(({ n }: Body) => n));
    await page.locator('.record .twin > summary').click();
    const steps = await page.locator('.curve-table tbody tr td:last-child').allInnerTexts();
    expect(steps.map(Number)).toEqual(record.curve.map(({ n }: Body) => n));
    expect(await page.locator('.reliability-points .spark-end').count()).toBe(record.curve.length);
    const horizons = await page.locator('.part-table').first().locator('tbody td:nth-child(2)').allInnerTexts();
    expect(horizons.map(Number)).toEqual(record.by_horizon.map(({ n }: Body) => n));
  });

  it.each([
    ['/calibration', '/v1/calibration'],
    ['/sources/ledger', '/v1/sources/ledger/calibration'],
  ])('of %s open the claims behind each point and each bar, as many as the interface counts', async (screen, json) => {
    const { page } = tab;
    const record = await read(json);
    await page.goto(screen);
    const ways = (part: string): Promise<string[]> =>
      page.locator(`${part} a`).evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const bars = record.histogram.filter(({ n }: Body) => n > 0);
    const [points, opened] = [await ways('.reliability-points'), await ways('.reliability-bars')];
    expect([points.length, opened.length]).toEqual([record.curve.length, bars.length]);
    for (const [way, { n, happened }] of [...points, ...opened].map((each, place) => {
      return [each, [...record.curve, ...bars][place]] as [string, Body];
    })) {
      await page.goto(way);
      expect(await page.locator('.claim-table tbody tr').count()).toBe(n);
      const right = await page.locator('.claim-table td').getByText('yes').count();
      if (screen === '/calibration') expect(right / n).toBeCloseTo(happened, 3);
      expect(await page.locator('.board-head .muted').innerText()).toContain(`${right} of ${n} claim`);
    }
    await page.goto(screen);
    await page.locator('.reliability-points a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${points[0]}`);
    await page.locator('.claim-table th a').first().click();
    await page.waitForURL('**/rumors/*');
  });

  it.each([
    ['/calibration', '/v1/calibration'],
    ['/sources/ledger', '/v1/sources/ledger/calibration'],
  ])('are taken away as CSV, claim by claim: %s', async (screen, address) => {
    await tab.page.goto(screen);
    const href = await tab.page.locator('.record').getByRole('link', { name: 'CSV' }).getAttribute('href');
    const { status, headers, body } = await server.call('GET', String(href));
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head, ...rows] = String(body).trim().split('\r\n');
    expect(head).toBe('rumor_id,device,claim,said,happened,decided_on');
    const record = await read(address);
    expect(rows).toHaveLength(record.claims ?? record.n);
    for (const row of rows)
      expect(row).toMatch(/^rum_\w{26},Orvane \d+,.*,(?:0(?:\.\d+)?|1),(?:true|false),2029-03-\d\d$/);
  });

  it('of a launch that regions are told of apart are lines of their own, with the days of the interface', async () => {
    const { page } = tab;
    await page.goto('/devices/halden-air');
    const rows = page.locator('.regions tbody tr');
    expect(await rows.locator('th').allInnerTexts()).toEqual(['none named', 'PL']);
    for (const [index, query] of ['', '&region=PL'].entries()) {
      const { quantiles } = await read(`/v1/devices/halden-air/launch-window?dots=50${query}`);
      const said = await rows.nth(index).locator('td').first().innerText();
      expect(said).toBe(quantiles.p50 === null ? '–' : shortDay(quantiles.p50));
    }
    await page.goto('/devices/meridian-slate');
    expect(await page.locator('.regions').count()).toBe(0);
  });

  it('of a single day are a line to the present with marks that nothing cuts off, and say so', async () => {
    const { page } = tab;
    await page.goto('/devices/meridian-slate');
    const course = page.locator('.course').first();
    expect(await course.locator('figcaption').innerText()).toMatch(/stands at \d+\s%, first weighed that day\.$/);
    expect(await course.locator('.history-since').textContent()).toBe('not followed before 5 May 2029');
    const edge = (part: string) => course.locator(part).first().boundingBox();
    const [plot, mark, dot] = [await edge('.history'), await edge('.strip-mark circle'), await edge('.end-0')];
    for (const each of [mark!, dot!]) {
      expect(each.x).toBeGreaterThan(plot!.x);
      expect(each.x + each.width / 2).toBeLessThan(plot!.x + plot!.width);
    }
  });

  it('say so where nothing is decided, or no filter fits', async () => {
    const { page } = tab;
    await page.goto('/calibration?kind=price');
    expect(await page.getByRole('status').innerText()).toContain('No decided claim fits');
    await page.getByRole('link', { name: 'Clear filters' }).click();
    expect(await page.getByRole('status').count()).toBe(0);
    const empty = await startServer('sqlite');
    const { body } = await empty.call('GET', '/calibration', { headers: { accept: 'text/html' } });
    await empty.close();
    expect(body).toContain('Nothing is decided yet');
  });

  it('of sources are ranked as the interface ranks them, with their intervals; who has said too little is not', async () => {
    const { page } = tab;
    const board = await read('/v1/leaderboard');
    await page.goto('/sources');
    const rows = page.locator('.leader-table tbody tr');
    expect(await rows.locator('th a').allInnerTexts()).toEqual(board.data.map(({ source }: Body) => source.name));
    for (const [index, { ci90 }] of (board.data as Body[]).entries()) {
      const said = (await rows.nth(index).locator('.skill-cell .num').innerText()).replaceAll('−', '-');
      expect(said).toContain(`${Math.abs(ci90.low).toFixed(2)}`);
      expect(said).toContain(`to ${ci90.high < 0 ? '-' : '+'}${Math.abs(ci90.high).toFixed(2)}`);
    }
    expect(await page.locator('.leaders > p').innerText()).toContain('not distinguishable');
    expect(await rows.getByText('Harbour').count()).toBe(0);
    await page.getByText(/Not ranked yet \(n < 10\): 1 source/).click();
    expect(await page.locator('.unranked li').innerText()).toContain('Harbour');
  });

  it('are sorted by their headings and filtered by the address', async () => {
    const { page } = tab;
    await page.goto('/sources');
    await page.getByRole('link', { name: 'Brier' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sources?sort=brier');
    expect(await page.locator('th[aria-sort="ascending"]').innerText()).toContain('Brier');
    await page.goto('/sources/ledger');
    await page.getByLabel('About').selectOption('partner');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(new URL(page.url()).searchParams.get('kind')).toBe('partner');
    expect(await page.locator('.record figcaption').innerText()).toContain('Claims about partner');
  });

  it('of a source with a handful of outcomes warn of them', async () => {
    await tab.page.goto('/sources/harbour');
    expect(await tab.page.getByRole('note').innerText()).toContain('n = 3');
    expect(await tab.page.locator('.record figcaption').innerText()).toContain('too few to judge by');
  });

  it('have launches as bars and as a list, the same ones, with the days of the interface', async () => {
    const { page } = tab;
    await page.goto('/timeline');
    const names = await page.locator('.timeline tr:not(.month) th a').allInnerTexts();
    expect(names).toEqual(['Meridian Fold', 'Halden Air', 'Meridian Slate']);
    expect(await page.locator('.window-axis .today').textContent()).toBe('today');
    for (const slug of ['meridian-fold', 'halden-air', 'meridian-slate']) {
      const { quantiles, not_by_horizon: later } = await read(`/v1/devices/${slug}/launch-window?dots=50`);
      const row = page.locator('.timeline tr', { has: page.locator(`a[href^="/devices/${slug}#"]`) });
      const text = (await row.locator('td').first().innerText()).replaceAll('\u00a0', ' ');
      expect(text).toContain(quantiles.p50 === null ? '–' : shortDay(quantiles.p50).replaceAll('\u00a0', ' '));
      expect(await row.locator('td').last().innerText()).toContain(`${Math.round(later * 100)}`);
      expect(await row.locator('.window').count()).toBe(1);
    }
    await page.locator('select[name="view"]').selectOption('list');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('.timeline tr:not(.month) th a').allInnerTexts()).toEqual(names);
    expect(await page.locator('.window').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Calendar (.ics)' }).getAttribute('href')).toBe(
      '/calendar.ics?each=device',
    );
  });

  it('move by month with the arrow keys', async () => {
    const { page } = tab;
    await page.goto('/timeline');
    const month = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('ArrowRight');
    expect(await month()).toBe('August 2029');
    await page.keyboard.press('ArrowRight');
    expect(await month()).toBe('October 2029');
    await page.keyboard.press('ArrowLeft');
    expect(await month()).toBe('August 2029');
  });

  it.each<['light' | 'dark', object]>([
    ['light', ALL_RULES],
    ['dark', CONTRAST], // all else is the same as in light
  ])('pass axe in %s, and fit 320 px', async (colorScheme, rules) => {
    const other = await openTab(browser, server.address, { colorScheme, viewport: { width: 320, height: 700 } });
    for (const screen of SCREENS) {
      await other.page.goto(screen);
      expect(await violationsOf(other.page, rules)).toEqual([]);
      expect([screen, await sidewaysOf(other.page)]).toEqual([screen, 0]);
    }
    expect([...other.complaints, ...other.foreign]).toEqual([]);
    await other.close();
  });

  it('are small', async () => {
    for (const screen of SCREENS) {
      const { body } = await server.call('GET', screen, { headers: { accept: 'text/html' } });
      expect([screen, gzipSync(body as string).length < 30 * 1024]).toEqual([screen, true]);
    }
  });
});
