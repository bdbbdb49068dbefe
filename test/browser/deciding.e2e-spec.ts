import type { Browser, Page } from 'playwright-core';
import { startServer } from '../support/server.js';
import { cited, editorAt, type Editor } from '../support/editor.js';
import { handedIn } from '../support/stories.js';
import { ALL_RULES, CONTRAST, sidewaysOf, violationsOf } from './support/axe.js';
import { describeInBrowser, launch, openTab, type Tab } from './support/browser.js';
import { signedIn } from './support/sign-in.js';
import type { Listening } from './support/told.js';

describeInBrowser('what waits for a decision', () => {
  let server: Listening;
  let browser: Browser;
  let tab: Tab;
  let editor: Editor;
  let rumor: string;

  beforeAll(async () => {
    const [started, launched] = await Promise.all([startServer('sqlite', { clock: '2029-10-01T08:00:00Z' }), launch()]);
    await started.app.listen(0, '127.0.0.1');
    [server, browser] = [{ ...started, address: await started.app.getUrl() }, launched];
    editor = await editorAt(server);
    await editor.source();
    rumor = await editor.rumor('Zeiss');
    // no script: every act is a form
    tab = await openTab(browser, server.address, { ...(await signedIn(server, 'editor')), javaScriptEnabled: false });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    expect([...tab.complaints, ...tab.foreign]).toEqual([]);
  });

  const confidence = async () => (await editor.read(`/v1/rumors/${rumor}`)).confidence;
  const waiting = async () =>
    (await server.call('GET', '/v1/review', { role: 'editor' })).body.data as { id: string }[];
  const say = (page: Page) => page.locator('.notice').innerText();

  it('is nothing, and says so', async () => {
    await tab.page.goto('/review');
    expect(await tab.page.getByRole('status').innerText()).toContain('Nothing waits');
  });

  it('is evidence: accepted it counts at once, and what was changed in between is not decided over', async () => {
    const { page } = tab;
    const before = await confidence();
    const { body } = await editor.post('/v1/evidence', cited(rumor), 'contributor');
    await page.goto('/review');
    const card = page.locator(`[id="${body.id}"]`);
    expect(await card.innerText()).toContain('moves no number until it is accepted');
    expect(await page.locator('.review-card').count()).toBe((await waiting()).length);
    await editor.patch(`/v1/evidence/${body.id}`, { certainty: 'official' });
    await card.getByRole('button', { name: 'Accept' }).click();
    expect(await page.locator('h1').innerText()).toBe('It was changed in between');
    await page.getByRole('link', { name: 'Back to what waits' }).click();
    await card.getByRole('button', { name: 'Accept' }).click();
    expect(await say(page)).toContain('Accepted');
    expect((await confidence()).probability).toBeGreaterThan(before.probability);
    expect(await waiting()).toEqual([]);
  });

  it('is turned down only for a reason', async () => {
    const { page } = tab;
    const change = { url: 'https://ledger.example/2026/09/other', title: 'Another story' };
    const { body } = await editor.post('/v1/evidence', cited(rumor, change), 'contributor');
    await page.goto('/review?kind=evidence');
    const card = page.locator(`[id="${body.id}"]`);
    await card.getByRole('button', { name: 'Turn down' }).click();
    expect(new URL(page.url()).searchParams.get('did')).toBeNull(); // the browser asks for the reason first
    await card.getByLabel('Why not').fill('It speaks of another device');
    await card.getByRole('button', { name: 'Turn down' }).click();
    expect(await say(page)).toContain('Turned down');
    const { body: link } = await server.call('GET', `/v1/evidence/${body.id}`, { role: 'editor' });
    expect(link).toMatchObject({ status: 'withdrawn', withdrawn_reason: 'It speaks of another device' });
  });

  it('is a statement: verified it is the speaker’s own', async () => {
    const { page } = tab;
    const said = {
      speaker: 'Ida Meridian',
      role: 'CEO',
      organisation: 'Meridian',
      act: 'confirms',
      said_on: '2029-09-30',
    };
    const words = {
      quote: 'Zeiss builds the lenses.',
      url: 'https://ledger.example/2029/meridian',
      source: 'The Ledger',
    };
    const { body } = await editor.post('/v1/statements', {
      ...said,
      ...words,
      rumors: [{ rumor, stance: 'supports' }],
    });
    await page.goto('/review');
    const card = page.locator('.review-card', { has: page.locator(`[id="${body.id}"] blockquote`) });
    await card.getByLabel('By what you know').fill('Seen in the newsroom of the maker');
    await card.getByRole('button', { name: 'Verify' }).click();
    expect(await say(page)).toContain('Verified');
    expect((await editor.read(`/v1/statements/${body.id}`)).verification).toBe('verified');
    expect((await confidence()).announced).toBe(true);
  });

  it('is an article: claim by claim, with what each would do, then all that is left at once', async () => {
    const { page } = tab;
    const { id } = (await editor.post('/v1/ingestions', handedIn('oneplus-denial'))).body;
    await page.goto('/review');
    await page.getByRole('link', { name: 'Read and decide' }).click();
    const { candidates } = (await server.call('GET', `/v1/ingestions/${id}`, { role: 'editor' })).body;
    expect(await page.locator('.proposal').count()).toBe(candidates.length);
    await page.locator('.proposal').first().getByRole('button', { name: 'Reject' }).click();
    await page.getByText('Changed.').waitFor();
    const after = (await server.call('GET', `/v1/ingestions/${id}`, { role: 'editor' })).body.candidates;
    expect(after[0].decision).toBe('rejected');
    await page.locator('.proposal').first().getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('button', { name: 'Write down what is not rejected' }).click();
    expect(await say(page)).toContain('Written down');
    expect((await server.call('GET', `/v1/ingestions/${id}`, { role: 'editor' })).body.status).toBe('committed');
  });

  it('is shown to contributors as far as it is theirs, without the acts, and to nobody below', async () => {
    const change = { url: 'https://ledger.example/2026/09/third', title: 'A third story' };
    await editor.post('/v1/evidence', cited(rumor, change), 'contributor');
    const other = await openTab(browser, server.address, await signedIn(server, 'contributor'));
    await other.page.goto('/review');
    expect(await other.page.locator('.review-card').count()).toBe(1);
    expect(await other.page.locator('.review-card form').count()).toBe(0);
    const denied = await other.page.goto('/settings/keys');
    expect(denied?.status()).toBe(403);
    expect(await other.page.locator('.lede').innerText()).toContain('needs the role admin');
    await other.close();
    const visitor = await openTab(browser, server.address);
    await visitor.page.goto('/');
    expect(await visitor.page.locator('.head nav a').allInnerTexts()).not.toContain('Review');
    expect((await visitor.page.goto('/review'))?.status()).toBe(401);
    await visitor.close();
  });

  it('is not decided by a form of another site', async () => {
    const { storageState } = await signedIn(server, 'editor');
    const cookie = (storageState as { cookies: { name: string; value: string }[] }).cookies[0]!;
    const headers = {
      ...{ origin: 'https://elsewhere.example', cookie: `${cookie.name}=${cookie.value}` },
      'content-type': 'application/x-www-form-urlencoded',
    };
    const [item] = await waiting();
    const answer = await server.call('POST', `/review/evidence/${item?.id}`, {
      headers,
      body: 'version=1&decision=yes',
    });
    expect(answer.status).toBe(403);
    expect((await waiting())[0]?.id).toBe(item?.id);
  });

  it('is for an admin also who may do what: a key is minted, shown once, and revoked', async () => {
    const admin = await openTab(browser, server.address, await signedIn(server, 'admin'));
    const { page } = admin;
    await page.goto('/settings/keys');
    await page.getByLabel('For whom').fill('newsroom');
    await page.getByLabel('Role').selectOption('editor');
    await page.getByRole('button', { name: 'Mint a key' }).click();
    const secret = await page.locator('.secret').innerText();
    const me = () => server.call('GET', '/v1/me', { headers: { authorization: `Bearer ${secret}` } });
    expect((await me()).body).toMatchObject({ role: 'editor' });
    await page.goto('/settings/keys');
    expect(await page.locator('body').innerText()).not.toContain(secret);
    await page.getByRole('button', { name: 'Revoke the key of newsroom' }).click();
    expect(await page.getByRole('row', { name: /newsroom/ }).innerText()).toContain('revoked');
    expect((await me()).status).toBe(401);
    for (const screen of ['/settings/keys', '/review']) {
      await page.goto(screen);
      expect(await violationsOf(page, ALL_RULES)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violationsOf(page, CONTRAST)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 320, height: 700 });
      expect([screen, await sidewaysOf(page)]).toEqual([screen, 0]);
    }
    expect([...admin.complaints, ...admin.foreign]).toEqual([]);
    await admin.close();
  });
});
