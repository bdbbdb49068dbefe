import type { Browser } from 'playwright-core';
import { percent } from '../../src/dashboard/wording.js';
import { describeInBrowser, launch, openTab, type Tab } from './support/browser.js';
import { startTold, type Listening } from './support/told.js';

const DEVICE = '/devices/xiaomi-12-ultra';

describeInBrowser('the pages', () => {
  let server: Listening;
  let browser: Browser;
  let tab: Tab;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTold(['12', 'leica', 'rtx', 'fold4']), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    tab = await openTab(browser, server.address);
  });
  afterEach(async () => {
    expect([...tab.complaints, ...tab.foreign]).toEqual([]);
    await tab.close();
  });

  it('begin with a board of every device, each with what is most asked of it', async () => {
    const { page } = tab;
    await page.goto('/');
    expect(await page.locator('.board tbody tr').count()).toBe((await devices()).length);
    const row = page.locator('tr', { hasText: 'Xiaomi 12 Ultra' });
    expect(await row.locator('td small').first().innerText()).toBe('What will it be called?');
    expect(await row.locator('td p > span').allInnerTexts()).toEqual(['Xiaomi 12S Ultra', 'Xiaomi 12 Ultra']);
    expect(await row.locator('.tag-derived').innerText()).toMatch(/^exists (?:>\s)?\d+\s%$/);
    await row.getByRole('link').click();
    expect(new URL(page.url()).pathname).toBe(DEVICE);
  });

  it('keep order and filters of the board in the address', async () => {
    const { page } = tab;
    await page.goto('/');
    await page.getByRole('link', { name: 'Device', exact: true }).click();
    expect(new URL(page.url()).search).toBe('?sort=name');
    expect(await page.locator('th[aria-sort="ascending"]').innerText()).toContain('Device');
    const names = await page.locator('.board tbody th > a').allInnerTexts();
    const { body } = await server.call('GET', '/v1/devices?sort=name&limit=100');
    expect(names).toEqual((body.data as { name: string }[]).map(({ name }) => name));
    await page.getByPlaceholder('Device or company').fill('nowhere');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.getByRole('status').innerText()).toContain('“nowhere”');
    await page.getByRole('link', { name: 'Clear filters' }).click();
    expect(await page.locator('.board tbody th > a').count()).toBe(names.length);
  });

  it('explain each number by steps that end in it, as the interface does', async () => {
    const { page } = tab;
    const { body } = await server.call('GET', '/v1/rumors?device=xiaomi-12-ultra&limit=100');
    await page.goto(DEVICE);
    for (const rumor of body.data as { id: string; confidence: { probability: number } }[]) {
      const answer = page.locator(`[id="${rumor.id}"]`);
      const running = await answer.locator('.running').last().getAttribute('data-running');
      expect(Number(running)).toBeCloseTo(rumor.confidence.probability, 4);
      expect(await answer.locator('.why > summary').textContent()).toContain(percent(rumor.confidence.probability));
    }
  });

  it('show as many dots for the launch as the interface gives, and the rest apart', async () => {
    const { body } = await server.call('GET', '/v1/devices/xiaomi-12-ultra/launch-window?dots=50');
    const beyond = (body.dots as (string | null)[]).filter((day) => day === null).length;
    await tab.page.goto(DEVICE);
    expect(await tab.page.locator('.dot').count()).toBe(50);
    expect(await tab.page.locator('.dot-beyond').count()).toBe(beyond);
    expect(await tab.page.locator('.launch').getAttribute('aria-label')).toContain(`${beyond} dots of 50`);
  });

  it('leave out what was learned after the day that one looks from, and say so', async () => {
    const { page } = tab;
    await page.goto(`${DEVICE}?as_of=2022-06-10`);
    expect(await page.getByRole('status').innerText()).toContain('As known on 10 June 2022');
    expect(await page.locator('.device').innerText()).not.toContain('12S Ultra');
    await page.getByRole('link', { name: 'Back to now' }).click();
    expect(await page.locator('.device').innerText()).toContain('12S Ultra');
    expect(await page.getByRole('status').count()).toBe(0);
  });

  it('quote official words with speaker, role, organisation and day', async () => {
    await tab.page.goto(DEVICE);
    const said = tab.page.locator('.statement', { hasText: 'Lei Jun' }).first();
    expect(await said.locator('blockquote').innerText()).toContain('Leica');
    const credits = await said.locator('figcaption').innerText();
    expect(credits).toContain('Lei Jun, founder and CEO, Xiaomi Group');
    expect(credits).toContain('23 May 2022');
    expect(credits).toMatch(/relayed|verified/);
  });

  it('lead from each mark beneath a course to its evidence, by keyboard', async () => {
    const { page } = tab;
    await page.goto(DEVICE);
    const mark = page.locator('.question-lead .strip a').first();
    await mark.focus();
    await page.keyboard.press('Enter');
    const target = new URL(page.url()).hash.slice(1);
    expect(target).toMatch(/^ev_/);
    expect(await page.locator(`[id="${target}"]`).first().textContent()).toContain('supports');
  });

  it('read a course point by point, by arrow keys, as its table and the interface tell it', async () => {
    const { page } = tab;
    await page.goto(DEVICE);
    const figure = page.locator('.question-lead .course');
    const chart = figure.getByRole('slider');
    const rows = (await figure.locator('tr[data-x]').allTextContents()).length;
    await chart.focus();
    expect(await chart.getAttribute('aria-valuemax')).toBe(String(rows));
    const told = () => chart.getAttribute('aria-valuetext');
    const lead = await page.locator('.question-lead .answer').first().getAttribute('id');
    const { body } = await server.call('GET', `/v1/rumors/${lead}/history`);
    const last = (body.data as { value: number }[]).at(-1)!;
    await page.keyboard.press('End');
    for (let back = 0; back < rows && !(await told())?.includes('12S'); back += 1)
      await page.keyboard.press('ArrowLeft');
    expect(await told()).toContain(`Xiaomi 12S Ultra ${percent(last.value)}`);
    expect(await figure.locator('.course-words').textContent()).toBe(await told());
    await page.keyboard.press('Home');
    expect(await chart.getAttribute('aria-valuenow')).toBe('1');
    const [first] = await figure.locator('tr[data-x] td:first-child').allTextContents();
    expect(await told()).toContain(`${first}: `);
    await page.keyboard.press('Tab');
    expect(await figure.locator('.course-cursor').count()).toBe(0);
  });

  it('name who speaks of a device, of how many rumors', async () => {
    const { page } = tab;
    await page.goto(DEVICE);
    const { body } = await server.call('GET', '/v1/evidence?device=xiaomi-12-ultra&limit=100');
    type Link = { rumor_id: string; stance: string; status: string; report: { source: { name: string } } };
    const links = (body.data as Link[]).filter(({ status, stance }) => status === 'active' && stance === 'supports');
    for (const row of await page.locator('.device-sources tbody tr').all()) {
      const name = await row.getByRole('link').innerText();
      const supported = new Set(links.filter(({ report }) => report.source.name === name).map((link) => link.rumor_id));
      expect(await row.locator('td').first().innerText()).toMatch(new RegExp(`^${supported.size} rumors?$`));
    }
  });

  it('lead from a list of what is asked to each question', async () => {
    const { page } = tab;
    await page.goto(DEVICE);
    const jumps = page.locator('.jumps a');
    expect(await jumps.count()).toBe(await page.locator('.questions .question').count());
    await jumps.last().click();
    expect(await page.locator(':target').getAttribute('class')).toContain('question');
  });

  it('have an address for each rumor, and for each source', async () => {
    const { page } = tab;
    await page.goto(DEVICE);
    await page.locator('.question-lead h3 a').first().click();
    expect(await page.locator('h1').innerText()).toBe('Will be called Xiaomi 12S Ultra');
    await page.locator('.evidence .source').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/sources\//);
    expect(await page.locator('.published li').count()).toBeGreaterThan(0);
  });

  it('can be read without JavaScript', async () => {
    const plain = await openTab(browser, server.address, { javaScriptEnabled: false });
    await plain.page.goto(DEVICE);
    await plain.page.locator('.why > summary').first().click();
    expect(await plain.page.locator('.running').first().isVisible()).toBe(true);
    await plain.page.goto('/');
    expect(await plain.page.locator('.board tbody th').first().isVisible()).toBe(true);
    await plain.close();
  });

  it('tell feed readers where the news are', async () => {
    const { page } = tab;
    for (const [path, scope] of [
      ['/', 'all'],
      [DEVICE, 'xiaomi-12-ultra'],
    ] as const) {
      await page.goto(path);
      const feeds = await page
        .locator('link[rel="alternate"]')
        .evaluateAll((links) => links.map((link) => [link.getAttribute('type')!, link.getAttribute('href')!] as const));
      expect(feeds.map(([, href]) => href)).toEqual([`/feeds/${scope}.atom`, `/feeds/${scope}.json`]);
      for (const [type, href] of feeds) {
        expect((await server.call('GET', href)).headers['content-type']).toContain(type);
      }
    }
  });

  it('say that the clock is held, and answer faults as pages', async () => {
    const { page } = tab;
    const answer = await page.goto('/devices/nobody-knows-it');
    expect(answer?.status()).toBe(404);
    expect(await page.locator('.held').innerText()).toBe('The clock is held: 27 June 2022');
    expect(await page.locator('h1').innerText()).toBe('There is nothing here');
    const form = { body: 'to=2022-06-28', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    const moved = await server.call('POST', '/demo/clock', { role: 'admin', ...form });
    expect([moved.status, moved.body.code]).toEqual([404, 'no-demo']);
    expect((await server.call('GET', '/nowhere')).headers['content-type']).toContain('application/problem+json');
  });

  const devices = async () => (await server.call('GET', '/v1/devices?limit=100')).body.data as unknown[];
});
