import type { Browser, Page } from 'playwright-core';
import { Assessor } from '../../src/assessments/assessor.service.js';
import { Database } from '../../src/platform/database/database.js';
import { ALL_RULES, CONTRAST, sidewaysOf, violationsOf } from './support/axe.js';
import { describeInBrowser, launch, openTab, type Tab } from './support/browser.js';
import { signedIn } from './support/sign-in.js';
import { PASTE, startTold, type Listening } from './support/told.js';

describeInBrowser('an article that is corrected', () => {
  let server: Listening;
  let browser: Browser;
  const tabs: Tab[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTold(['12']), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    expect(tabs.flatMap(({ complaints, foreign }) => [...complaints, ...foreign])).toEqual([]);
  });

  const open = async (role: 'contributor' | 'editor', options = {}): Promise<Page> => {
    const tab = await openTab(browser, server.address, { ...(await signedIn(server, role)), ...options });
    tabs.push(tab);
    return tab.page;
  };
  const preview = async (page: Page, source: string): Promise<void> => {
    await page.goto('/ingest');
    await page.locator('#text').fill(`${PASTE}\nAs told to ${source}.`);
    await page.locator('#source').fill(source);
    await page.locator('#published_on').fill('2022-05-23');
    await page.getByRole('button', { name: 'Preview' }).click();
  };
  const claims = (page: Page) => page.locator('#claims > li');
  const stored = async (page: Page) => {
    const id = new URL(page.url()).pathname.split('/').pop();
    const { body } = await server.call('GET', `/v1/ingestions/${id}`, { role: 'editor' });
    return body.candidates as { decision: string; value: string; stance: string; effect: { after: number } | null }[];
  };

  it('shows a decision at once, and then what the rest would do', async () => {
    const page = await open('editor');
    await preview(page, 'Gazette');
    await page.getByRole('button', { name: 'Correct it claim by claim' }).click();
    await page.waitForURL(/\/review\/articles\//);
    const first = claims(page).first();
    expect(await first.locator('.effect').innerText()).toMatch(/→|would start/);
    let answer: (() => void) | null = null;
    await page.route('**/review/articles/*/*', async (route) => {
      await new Promise<void>((resolve) => (answer = resolve));
      await route.continue();
    });
    await page.getByRole('button', { name: 'Reject claim 1' }).click();
    await page.locator('#p1.rejected[aria-busy]').waitFor();
    expect(await first.innerText()).toContain('rejected');
    expect(await page.locator('#finish button').first().isDisabled()).toBe(true);
    expect((await stored(page))[0]?.decision).not.toBe('rejected');
    answer!();
    await page.getByText('Changed.').waitFor();
    await page.unroute('**/review/articles/*/*');
    expect(await page.locator('#finish button').first().isDisabled()).toBe(false);
    expect((await stored(page))[0]).toMatchObject({ decision: 'rejected', effect: null });
    expect(await claims(page).nth(1).locator('.effect').innerText()).toMatch(/→|would start/);
  });

  it('takes back what is refused, with a message at its field, and what cannot be sent', async () => {
    const page = await open('editor');
    await preview(page, 'Courier');
    await page.getByRole('button', { name: 'Correct it claim by claim' }).click();
    const second = claims(page).nth(1);
    const before = await second.locator('strong').first().innerText();
    const was = (await stored(page))[1];
    await second.getByText('Correct …').click();
    await second.getByLabel('What it says').fill('\u0007 no such value');
    await second.getByLabel('How surely').selectOption('speculative');
    await second.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Taken back: ').waitFor();
    expect(await second.locator('strong').first().innerText()).toBe(before);
    expect(await second.locator('[aria-invalid]').inputValue()).toContain('no such value');
    expect((await stored(page))[1]).toEqual(was);
    await second.getByLabel('What it says').fill(was!.value);
    await second.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Changed.').waitFor();
    expect((await stored(page))[1]).toMatchObject({ certainty: 'speculative', value: was!.value });
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Reject claim 2' }).click();
    await page.getByText('it could not be sent').waitFor();
    expect(await page.locator('#p2.rejected').count()).toBe(0);
    await page.context().setOffline(false);
  });

  it('works without a script as well, and fits every window', async () => {
    const page = await open('editor', { javaScriptEnabled: false });
    await preview(page, 'Harbour');
    await page.getByRole('button', { name: 'Correct it claim by claim' }).click();
    await page.getByRole('button', { name: 'Reject claim 1' }).click();
    expect(await page.getByRole('status').innerText()).toBe('Changed.');
    await claims(page).nth(1).getByText('Correct …').click();
    await claims(page).nth(1).getByLabel('What it says').fill('maybe');
    await claims(page).nth(1).getByRole('button', { name: 'Save' }).click();
    expect(await page.locator('#p2 .fault').innerText()).not.toBe('');
    const small = await open('editor', { viewport: { width: 320, height: 700 } });
    await small.goto(page.url());
    await small.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    expect(await sidewaysOf(small)).toBe(0);
    expect(await violationsOf(small, ALL_RULES)).toEqual([]);
    await small.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(small, CONTRAST)).toEqual([]);
  });

  it('is handed in by a contributor, and waits', async () => {
    const page = await open('contributor');
    await preview(page, 'Northgate');
    await page.getByRole('button', { name: 'Hand it in for a review' }).click();
    expect(new URL(page.url()).pathname).toMatch(/^\/review\/articles\/ing_/);
    expect(await page.getByRole('button', { name: /Accept|Reject|Write down/ }).count()).toBe(0);
  });

  it('is taken back after its commit, and put back, with every likelihood as it was', async () => {
    const page = await open('editor');
    const likelihoods = async () => {
      const { body } = await server.call('GET', '/v1/rumors?device=xiaomi-12-ultra&limit=100');
      const data = body.data as { text: string; confidence: { probability: number } }[];
      return Object.fromEntries(data.map(({ text, confidence }) => [text, confidence.probability.toFixed(3)]));
    };
    const { data } = (await server.call('GET', '/v1/rumors?limit=100')).body;
    const ids = (data as { id: string }[]).map(({ id }) => id);
    await server.get(Database).transaction(() => server.get(Assessor).assessRumors(ids)); // as of this day
    const before = await likelihoods();
    await preview(page, 'Lighthouse');
    await page.getByRole('button', { name: 'Commit' }).click();
    await page.waitForURL(/\/ingest\/ing_/);
    const after = await likelihoods();
    expect(after).not.toEqual(before);
    await page.getByRole('button', { name: 'Take it back' }).dblclick();
    await page.getByRole('button', { name: 'Put it back' }).waitFor();
    expect(await page.getByRole('status').innerText()).toContain('none of its claims counts');
    expect(await likelihoods()).toMatchObject(before);
    await page.getByRole('button', { name: 'Put it back' }).click();
    await page.getByRole('button', { name: 'Take it back' }).waitFor();
    expect(await likelihoods()).toEqual(after);
  });
});
