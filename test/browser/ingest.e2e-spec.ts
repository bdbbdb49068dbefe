import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launch, openTab, type Tab } from './support/browser.js';
import { PASTE, startTold, type Listening } from './support/told.js';

const SCRIPT = '<script>document.title = "taken over"</script><img src=x onerror=alert(1)>';
const UNDATED =
  'The Xiaomi 12 Ultra will have a battery of 4860 mAh, sources say. The Xiaomi 12 Ultra will launch in August.';

describeInBrowser('the paste box', () => {
  let server: Listening;
  let browser: Browser;
  let tab: Tab;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTold(['12']), launch()]);
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

  it('marks exactly the passages that the interface names, in the text as it was pasted', async () => {
    const { page } = tab;
    const text = `${PASTE}\n${SCRIPT}`;
    await preview(page, text);
    const source = { name: 'Nordlicht Tech', kind: 'outlet', grade: 'C', vetted: true };
    const body = { text, published_on: '2022-05-23', source, dry_run: true };
    const { candidates } = (await server.call('POST', '/v1/ingestions', { role: 'editor', body })).body;
    expect(candidates.length).toBeGreaterThan(2);
    for (const [index, { span }] of (candidates as { span: { start: number; end: number } }[]).entries()) {
      const marks = await page.locator(`mark[data-claims~="${index + 1}"]`).allTextContents();
      expect(marks.join('')).toBe(text.slice(span.start, span.end));
    }
    expect(await page.title()).toBe('Read an article · Hearsay');
    expect(await page.locator('.article-text').textContent()).toContain(SCRIPT);
    expect(await page.locator('.article-text script, .article-text img').count()).toBe(0);
  });

  it('says what is left out where nobody knows the day, and where to say it', async () => {
    const { page } = tab;
    await fill(page, UNDATED);
    await page.locator('#published_on').fill('');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('link', { name: 'Say when it was published' }).click();
    await page.locator('#published_on').fill('2022-05-23');
    const before = await page.locator('.article-text mark').count();
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('published on 23 May 2022').waitFor();
    expect(await page.getByRole('link', { name: 'Say when it was published' }).count()).toBe(0);
    expect(await page.locator('.article-text mark').count()).toBeGreaterThan(before);
  });

  it('leads from each claim to its passage and back', async () => {
    const { page } = tab;
    await preview(page, PASTE);
    await page.getByLabel('claim 2, to its passage').click();
    expect(new URL(page.url()).hash).toBe('#m2');
    await page.getByLabel('passage 2, to its claim').click();
    expect(new URL(page.url()).hash).toBe('#p2');
    expect(await page.locator('#p2 .effect').innerText()).toMatch(/starts at|→/);
  });

  it('keeps what was typed where something is wrong, and says it beside the field', async () => {
    const { page } = tab;
    await fill(page, 'The weather was fine today, and nobody said a word about telephones.');
    await page.locator('#url').fill('not an address');
    await page.getByRole('button', { name: 'Preview' }).click();
    expect(await page.locator('#url-fault').innerText()).toContain('must be an address');
    await page.locator('#url').fill('');
    await page.getByRole('button', { name: 'Preview' }).click();
    expect(await page.locator('#text-fault').innerText()).toContain('no claim');
    expect(await page.locator('#text').inputValue()).toContain('The weather was fine');
    expect(await page.locator('#source').inputValue()).toBe('Nordlicht Tech');
  });

  it('tells a visitor whose button it is, and takes no commit from one', async () => {
    const { page } = tab;
    await preview(page, PASTE);
    expect(await page.getByRole('note').innerText()).toContain('Only an editor may commit');
    expect(await page.getByRole('button', { name: 'Commit' }).count()).toBe(0);
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
    const refused = await server.call('POST', '/ingest/commit', { body: `text=${encodeURIComponent(PASTE)}`, headers });
    expect(refused.status).toBe(401);
    expect(refused.body).toContain('A key is needed here');
  });

  it('says beside the field that a key does not fit, and where one goes on', async () => {
    const { page } = tab;
    await page.goto('/sign-in?next=/ingest');
    await page.getByLabel('Key').fill('hs_wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByRole('alert').innerText()).not.toBe('');
    await signIn(page, '/ingest');
    expect(new URL(page.url()).pathname).toBe('/ingest');
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await page.locator('.head').innerText()).toContain('Sign in');
  });

  it('writes down for an editor what it showed, once, and every number is explained', async () => {
    const { page } = tab;
    await signIn(page, '/ingest');
    await preview(page, PASTE);
    const shown = await page.locator('.proposal .effect').allInnerTexts();
    await page.getByRole('button', { name: 'Commit' }).dblclick();
    await page.waitForURL(/\/ingest\/ing_/);
    expect((await page.locator('.proposal .effect').allInnerTexts()).map(said)).toEqual(shown.map(said));
    const { body } = await server.call('GET', '/v1/ingestions?limit=100', { role: 'editor' });
    const written = (body.data as { title: string }[]).filter(({ title }) => title.startsWith('Xiaomi and Leica: it'));
    expect(written).toHaveLength(1);
    await page.locator('.proposal strong a').first().click();
    const likelihood = await page.locator('.likelihood .num').first().innerText();
    expect(await page.locator('.why .running').last().innerText()).toBe(likelihood);
    expect(await page.locator('.evidence').first().innerText()).toContain('Nordlicht Tech');
  });

  it('tells of an article that was read before', async () => {
    await preview(tab.page, PASTE);
    expect(await tab.page.getByRole('status').innerText()).toContain('read before');
  });

  it('lets an editor verify a statement, which then counts as announced', async () => {
    const { page } = tab;
    await signIn(page, '/devices/xiaomi-12-ultra');
    const form = page.locator('.verify').first();
    await form.getByRole('textbox').fill('Seen in the press release of the maker');
    await form.getByRole('button', { name: 'Verify' }).dblclick();
    await page.waitForURL(/\/rumors\//);
    const { body } = await server.call('GET', '/v1/audit?limit=100', { role: 'admin' });
    const acts = (body.data as { action: string }[]).filter(({ action }) => action === 'verify');
    expect(acts).toHaveLength(1);
    expect(await page.locator('.likelihood').first().innerText()).toContain('Announced');
    expect(await page.locator('.statements').innerText()).toContain('verified by editor');
  });

  async function fill(page: Page, text: string): Promise<void> {
    await page.goto('/ingest');
    await page.locator('#text').fill(text);
    await page.locator('#source').fill('Nordlicht Tech');
    await page.locator('#published_on').fill('2022-05-23');
  }

  async function preview(page: Page, text: string): Promise<void> {
    await fill(page, text);
    await page.getByRole('button', { name: 'Preview' }).click();
  }

  async function signIn(page: Page, next: string): Promise<void> {
    await page.goto(`/sign-in?next=${next}`);
    await page.getByLabel('Key').fill(await server.key('editor'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => url.pathname === next);
  }
});

/** An effect without the blanks that only lay it out. */
const said = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
