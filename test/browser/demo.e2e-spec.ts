import type { Browser } from 'playwright-core';
import { Demo } from '../../src/demo/demo.service.js';
import { startServer } from '../support/server.js';
import { ALL_RULES, sidewaysOf, violationsOf } from './support/axe.js';
import { describeInBrowser, launch, openTab, type Tab } from './support/browser.js';
import { signedIn } from './support/sign-in.js';
import type { Listening } from './support/told.js';

const DEVICE = '/devices/xiaomi-12-ultra';

describeInBrowser('the demo', () => {
  let server: Listening;
  let browser: Browser;
  let tab: Tab;

  beforeAll(async () => {
    const started = await startServer('sqlite', { clock: '2022-06-27T12:00:00Z', settings: { isDemo: true } });
    [browser] = await Promise.all([launch(), started.get(Demo).begin()]);
    await started.app.listen(0, '127.0.0.1');
    server = { ...started, address: await started.app.getUrl() };
    const options = { ...(await signedIn(server, 'admin')), javaScriptEnabled: false };
    tab = await openTab(browser, server.address, options);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const clock = () => tab.page.locator('.tour-clock strong').innerText();

  it('opens on the contest of two names, and tells by chapters how it came about', async () => {
    const { page } = tab;
    await page.goto(DEVICE);
    expect(await page.locator('.question-lead h2').innerText()).toBe('Will it be called Xiaomi 12 Ultra?');
    expect(await page.locator('.question-lead .history-line').count()).toBeGreaterThanOrEqual(2);
    expect(await page.locator('.glance').innerText()).toContain('said by Lei Jun and Matthias Harsch');
    const chapters = page.getByRole('navigation', { name: 'Chapters of the story' });
    expect(await chapters.getByRole('link').allInnerTexts()).not.toContain('The launch');
    await chapters.getByRole('link', { name: 'It is official' }).click();
    expect(new URL(page.url()).search).toBe('?as_of=2022-05-24');
    expect(await clock()).toBe('24 May 2022');
    expect(await chapters.locator('[aria-current]').innerText()).toBe('It is official');
    expect(await page.locator('.device').innerText()).not.toContain('12S Ultra');
  });

  it('has a page for every device, whether its days are to come, have passed or never were', async () => {
    const { data } = (await server.call('GET', '/v1/devices?limit=100')).body;
    const slugs = (data as { slug: string }[]).map(({ slug }) => slug);
    expect(slugs.length).toBeGreaterThan(5);
    for (const slug of slugs)
      expect([slug, (await server.call('GET', `/devices/${slug}`)).status]).toEqual([slug, 200]);
  });

  it('goes back and on by days, in the past without moving the clock', async () => {
    const { page } = tab;
    await page.goto(`${DEVICE}?as_of=2022-06-15`);
    await page.getByRole('link', { name: 'day before', exact: true }).click();
    expect(await clock()).toBe('14 June 2022');
    await page.getByRole('link', { name: 'day after', exact: true }).click();
    expect(await clock()).toBe('15 June 2022');
    expect(await page.locator('.tour form').count()).toBe(0);
    await page.getByRole('link', { name: 'Back to now' }).click();
    expect(await clock()).toBe('27 June 2022');
    expect(server.clock.now()).toBe(Date.parse('2022-06-27T12:00:00Z'));
  });

  it('has an article in the paste box, whose preview marks what it says and how surely', async () => {
    const { page } = tab;
    await page.goto('/ingest');
    expect(await page.locator('#text').inputValue()).toContain('Lei Jun');
    await page.getByRole('button', { name: 'Preview' }).click();
    expect(await page.locator('mark').count()).toBeGreaterThanOrEqual(3);
    const proposed = await page.locator('main').innerText();
    expect(proposed).toContain('official');
    expect(proposed).toContain('speculative');
    await page.goto('/ingest?text=');
    expect(await page.locator('#text').inputValue()).toBe('');
  });

  it('lets nobody move the clock who may not write, and no further than the story goes', async () => {
    expect(await (await fetch(server.address + DEVICE)).text()).not.toContain('/demo/clock');
    const move = (body: string, role: 'reader' | 'editor') =>
      server.call('POST', '/demo/clock', {
        ...{ role, body, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      });
    expect((await move('to=2022-06-28', 'reader')).status).toBe(403);
    const far = await move('to=2022-07-06', 'editor');
    expect([far.status, far.body.code]).toEqual([422, 'not-in-the-story']);
    expect((await move('to=2022-06-26', 'editor')).status).toBe(303);
    expect(server.clock.now()).toBe(Date.parse('2022-06-27T12:00:00Z'));
  });

  it('plays on to the end, where the launch has settled everything and May is as it was', async () => {
    const { page } = tab;
    await page.goto(`${DEVICE}?as_of=2022-05-24`);
    const may = await page.locator('.glance').innerText();
    await page.goto(DEVICE);
    await page.getByRole('button', { name: 'day after', exact: true }).click();
    expect([await clock(), new URL(page.url()).pathname]).toEqual(['28 June 2022', DEVICE]);
    await page.getByRole('button', { name: 'play to 5 July 2022' }).click();
    expect(await clock()).toBe('5 July 2022');
    expect(await page.locator('.tour form').count()).toBe(0);
    await page.getByRole('link', { name: 'The launch' }).click();
    expect(await clock()).toBe('4 July 2022');
    await page.goto(`${DEVICE}?as_of=2022-05-24`);
    expect(await page.locator('.glance').innerText()).toBe(may);
    const { body: old } = await server.call('GET', '/v1/devices/xiaomi-12-ultra');
    expect([old.status, old.superseded_by?.slug]).toEqual(['superseded', 'xiaomi-12s-ultra']);
    const resolved = '/v1/rumors?device=xiaomi-12s-ultra&status=resolved&limit=100';
    const { body: launched } = await server.call('GET', resolved);
    const outcomes = (launched.data as { text: string; resolution: { outcome: string } }[]).map(
      ({ text, resolution }) => `${resolution.outcome}: ${text}`,
    );
    expect(outcomes).toEqual(expect.arrayContaining([expect.stringMatching(/^true: .*Leica$/)]));
    const { body: scored } = await server.call('GET', '/v1/sources?min_resolved=1');
    expect(scored.data.length).toBeGreaterThan(3);
  });

  it('is usable by everybody, and no wider than a phone', async () => {
    const phone = await openTab(browser, server.address, { viewport: { width: 320, height: 700 } });
    await phone.page.goto(DEVICE);
    expect(await sidewaysOf(phone.page)).toBe(0);
    expect(await violationsOf(phone.page, { type: 'tag', values: ALL_RULES })).toEqual([]);
    expect([...phone.complaints, ...phone.foreign]).toEqual([]);
    await phone.close();
  });
});
