import type { Browser } from 'playwright-core';
import { percent } from '../../src/dashboard/wording.js';
import { describeInBrowser, launch, openTab, type Tab } from './support/browser.js';
import { startTold, type Listening } from './support/told.js';

const DEVICE = '/devices/xiaomi-12-ultra';

describeInBrowser('the past of a page', () => {
  let server: Listening;
  let browser: Browser;
  let tab: Tab;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTold(['12', 'leica']), launch()]);
    tab = await openTab(browser, server.address);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    expect([...tab.complaints, ...tab.foreign]).toEqual([]);
  });

  it('is reached by a slider over all of its days, by keys', async () => {
    const { page } = tab;
    await page.goto(DEVICE);
    const slider = page.getByRole('slider', { name: 'As known on' });
    await slider.focus();
    for (let day = 0; day < 3; day += 1) await page.keyboard.press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).toBe('24 June 2022');
    expect(await page.locator('#as-of').inputValue()).toBe('2022-06-24');
    await page.waitForURL(`**${DEVICE}?as_of=2022-06-24`);
    await slider.focus();
    await page.keyboard.press('End');
    await page.waitForURL(`**${DEVICE}`);
    expect(await page.getByRole('status').count()).toBe(0);
    const { body } = await server.call('GET', `/v1${DEVICE}`);
    await slider.focus();
    await page.keyboard.press('Home');
    await page.waitForURL(`**${DEVICE}?as_of=${body.created_at.slice(0, 10)}`);
    expect(await page.getByRole('link', { name: 'the day before' }).count()).toBe(0);
  });

  it('is reached by links and a date without a script, and says that it is past', async () => {
    const { page, close } = await openTab(browser, server.address, { javaScriptEnabled: false });
    await page.goto(DEVICE);
    expect(await page.getByRole('slider').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'the day after' }).count()).toBe(0);
    await page.getByRole('link', { name: 'the day before' }).click();
    expect(new URL(page.url()).search).toBe('?as_of=2022-06-26');
    await page.locator('#as-of').fill('2022-06-10');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    expect(await page.getByRole('status').innerText()).toContain('As known on 10 June 2022');
    await page.locator('.question-lead h3 a').first().click();
    expect(await page.getByRole('status').innerText()).toContain('As known on 10 June 2022');
    await close();
  });

  it.each([DEVICE, `${DEVICE}?as_of=2022-06-10`])(
    'of %s has in its figures what the interface tells',
    async (screen) => {
      const { page } = tab;
      await page.goto(screen);
      const [course, window] = [page.locator('.question-lead .course'), page.locator('.launch-section figure')];
      const dataOf = async (figure: typeof course, form: string): Promise<string> =>
        (await figure.locator('.data-links').getByRole('link', { name: form }).getAttribute('href')) ?? '';
      const { body: history } = await server.call('GET', await dataOf(course, 'JSON'));
      const told = await course.locator('figcaption').innerText();
      expect(told).toContain(percent(history.data.at(-1).value));
      expect(told).toMatch(screen === DEVICE ? /stands at/ : /^On 10 June 2022 .* stood at/);
      const { body: launch } = await server.call('GET', await dataOf(window, 'JSON'));
      const beyond = (launch.dots as (string | null)[]).filter((day) => day === null).length;
      expect(await page.locator('.dot-beyond').count()).toBe(beyond);
      expect(await window.locator('figcaption').innerText()).toContain(`${beyond} dot`);
      for (const figure of [course, window]) {
        const { headers, status } = await server.call('GET', await dataOf(figure, 'CSV'));
        expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/csv')]);
      }
      const taken = await page.locator('.take-away').getByRole('link', { name: 'JSON' }).getAttribute('href');
      const { body: rumors } = await server.call('GET', `${taken}&limit=100`);
      expect(await page.locator('.answer').count()).toBe(rumors.data.length);
    },
  );
});
