import type { Browser } from 'playwright-core';
import { loopback, type Loopback } from '../support/loopback.js';
import { startServer } from '../support/server.js';
import { describeInBrowser, launch, openTab } from './support/browser.js';
import type { Listening } from './support/told.js';

const WORDS =
  'Orvane will launch the Orvane Halo in the first half of 2029, two people at “Lünen & Söhne” told us. ' +
  'The Orvane Halo is said to have a 48 MP camera that was developed with Zeiss, by 100 % + #1.';
const POLICY = "default-src 'none'; script-src 'none'; connect-src 'none'; form-action 'none'";

describeInBrowser('the bookmark that hands a page in', () => {
  let elsewhere: Loopback;
  let server: Listening;
  let browser: Browser;

  beforeAll(async () => {
    elsewhere = await loopback((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY });
      response.end(`<!doctype html><title>Orvane readies the Halo</title><p>Before.</p><p id="words">${WORDS}</p>`);
    });
    const [up, launched] = await Promise.all([startServer('sqlite', { clock: '2029-01-01T08:00:00Z' }), launch()]);
    await up.app.listen(0, '127.0.0.1');
    [server, browser] = [{ ...up, address: await up.app.getUrl() }, launched];
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    await elsewhere.close();
  });

  /** Presses the bookmark on a page of another site, as a browser does: what that site allows scripts is no matter. */
  async function handIn(select: string | null) {
    const tab = await openTab(browser, server.address);
    await tab.page.goto('/ingest');
    const program = (await tab.page.locator('#bookmarklet').getAttribute('href')) ?? '';
    expect(program).toMatch(/^javascript:/);
    const address = `http://127.0.0.1:${elsewhere.port}/story?id=1&x=ü`;
    await tab.page.goto(address);
    if (select !== null) await tab.page.locator(select).selectText();
    const opened = tab.page.context().waitForEvent('page');
    await tab.page.evaluate(program.slice('javascript:'.length));
    const box = await opened;
    await box.waitForLoadState('load');
    return { box, address: new URL(address).href, close: () => tab.close() };
  }

  it('brings the address, the title and what is selected, however it is written', async () => {
    const { box, address, close } = await handIn('#words');
    await box.waitForFunction(() => location.hash === '');
    expect(await box.locator('#text').inputValue()).toBe(WORDS);
    expect(await box.locator('#url').inputValue()).toBe(address);
    expect(await box.locator('#title').inputValue()).toBe('Orvane readies the Halo');
    await box.getByRole('button', { name: 'Preview' }).click();
    expect(await box.locator('h1').innerText()).toMatch(/claims? in this article/);
    await close();
  });

  it('brings the address alone where nothing is selected, from which the article is fetched', async () => {
    const { box, address, close } = await handIn(null);
    expect(await box.locator('#text').inputValue()).toBe('');
    expect(await box.locator('#url').inputValue()).toBe(address);
    expect(await box.locator('#title').inputValue()).toBe('');
    await close();
  });

  it('says what it is for where it is pressed on our own page, and asks for nothing that the policy forbids', async () => {
    const tab = await openTab(browser, server.address);
    await tab.page.goto('/ingest');
    await tab.page.locator('#bookmarklet').click();
    expect(await tab.page.locator('#bookmarklet-news').innerText()).toContain('pressed on the page of an article');
    expect([...tab.complaints, ...tab.foreign]).toEqual([]);
    await tab.close();
  });
});
