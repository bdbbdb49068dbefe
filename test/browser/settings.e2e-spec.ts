import type { Browser, Page } from 'playwright-core';
import { PollSchedule } from '../../src/subscriptions/poll-schedule.service.js';
import { RefreshSchedule } from '../../src/refresh/refresh-schedule.service.js';
import { FeedWorld, rssOf } from '../support/feed-world.js';
import { WebhookRounds } from '../../src/webhooks/webhook-rounds.service.js';
import { publish } from '../support/newsroom.js';
import { startServer } from '../support/server.js';
import { ALL_RULES, CONTRAST, sidewaysOf, violationsOf } from './support/axe.js';
import { describeInBrowser, launch, openTab, type Tab } from './support/browser.js';
import { signedIn } from './support/sign-in.js';
import type { Listening } from './support/told.js';

const HOUR = 3_600_000;
const NAMES = { 'wire.example': [['127.0.0.1']], 'broken.example': [['127.0.0.1']], 'hook.example': [['127.0.0.1']] };

describeInBrowser('the settings', () => {
  let started: Awaited<ReturnType<typeof FeedWorld.start>>;
  let server: Listening;
  let browser: Browser;
  const tabs: Tab[] = [];
  /** What the receiver answers. */
  let status = 204;

  beforeAll(async () => {
    started = await FeedWorld.start(() => server.clock.now());
    const { world, port } = started;
    world.site('wire.example', (path) =>
      path === '/feed' ? { headers: { 'content-type': 'application/rss+xml' }, body: rssOf('The Wire', []) } : null,
    );
    world.site('broken.example', () => ({ status: 503 }));
    world.site('hook.example', () => ({ status }));
    const outboundAllow = Object.keys(NAMES).map((host) => `${host}:${port}`);
    const options = { clock: '2029-01-01T08:00:00Z', names: NAMES, settings: { outboundAllow } };
    const [up, launched] = await Promise.all([startServer('sqlite', options), launch()]);
    await up.app.listen(0, '127.0.0.1');
    [server, browser] = [{ ...up, address: await up.app.getUrl() }, launched];
    await publish(server, {
      device: 'Orvane Halo',
      source: 'Ledger',
      on: '2028-12-20',
      subject: 'partner',
      value: 'Leica',
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    await started.close();
    expect(tabs.flatMap(({ complaints, foreign }) => [...complaints, ...foreign])).toEqual([]);
  });

  const at = (host: string, path: string) => `http://${host}:${started.port}${path}`;
  const open = async (role: 'contributor' | 'editor' | 'admin', options = {}): Promise<Page> => {
    const tab = await openTab(browser, server.address, { ...(await signedIn(server, role)), ...options });
    tabs.push(tab);
    return tab.page;
  };
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
  const said = (page: Page) => page.locator('.notice').innerText();
  const listed = async (path: string) =>
    (await server.call('GET', path, { role: 'admin' })).body.data as Record<string, unknown>[];

  it('offer each role its own part, and no other', async () => {
    const [contributor, editor, admin] = [await open('contributor'), await open('editor'), await open('admin')];
    const parts = (page: Page) => page.locator('.settings .kinds a').allInnerTexts();
    for (const page of [contributor, editor, admin]) await page.goto('/settings');
    expect(await parts(contributor)).toEqual(['Alerts']);
    expect(await parts(editor)).toEqual(['Subscriptions', 'Alerts']);
    expect(await parts(admin)).toEqual(['Subscriptions', 'Alerts', 'Webhooks', 'Keys']);
    expect((await contributor.goto('/settings/subscriptions'))?.status()).toBe(403);
    expect((await editor.goto('/settings/keys'))?.status()).toBe(403);
    await editor.goto('/settings/alerts');
    expect(await editor.getByLabel('Webhook').getAttribute('placeholder')).toBeNull();
    await admin.goto('/settings/alerts');
    expect(await admin.getByLabel('Tell it').locator('option').allInnerTexts()).toEqual(['in the feed of the rule']);
  });

  it('watch a feed, say how it fares, and pause, resume, change and remove it, without a script', async () => {
    const page = await open('editor', { javaScriptEnabled: false });
    await page.goto('/settings/subscriptions');
    expect(await page.getByRole('status').innerText()).toContain('Nothing is watched yet');
    await page.getByLabel('Address').fill('wire');
    await page.getByLabel('Source (').fill('The Wire');
    await press(page, 'Watch it');
    expect(await page.locator('#watch-url-fault').innerText()).toContain('Must be an address');
    expect(await page.getByLabel('Source (').inputValue()).toBe('The Wire');
    await page.getByLabel('Address').fill(at('wire.example', '/feed'));
    await page.getByLabel('Look every').last().selectOption('PT30M');
    await press(page, 'Watch it');
    expect(await said(page)).toContain('It is watched now');
    await page.getByLabel('Address').fill(at('wire.example', '/feed'));
    await press(page, 'Watch it');
    expect(await page.locator('#watch-url-fault').innerText()).toContain('watched already');
    await server.get(PollSchedule).tick();
    await page.goto('/settings/subscriptions');
    const item = page.locator('.kept').first();
    expect(await item.locator('h2').innerText()).toBe('The Wire');
    expect(await item.innerText()).toMatch(
      /every 30 minutes[\s\S]*RSS, by The Wire[\s\S]*0 articles of 0 entries in 1 look/,
    );
    expect(await item.innerText()).toMatch(/Next look\s+1\sJan\s2029, 08:[23]\d UTC/);
    await press(page, 'Pause The Wire');
    expect(await item.locator('.state').innerText()).toBe('paused');
    await press(page, 'Resume The Wire');
    expect(await item.locator('.state').innerText()).toBe('watched');
    await item.getByText('Change …').click();
    await item.getByLabel('What is read').selectOption('yes');
    await press(page, 'Save');
    expect(await item.innerText()).toContain('is written down at once');
    await item.getByText('Remove …').click();
    await press(page, 'Remove The Wire');
    expect([await said(page), await page.locator('.kept').count()]).toEqual(['Removed.', 0]);
  });

  it('look at a feed when somebody asks, and say why not where that is too soon or goes wrong', async () => {
    const page = await open('editor');
    await page.goto('/settings/subscriptions');
    await page.getByLabel('Address').fill(at('broken.example', '/feed'));
    await press(page, 'Watch it');
    await server.get(PollSchedule).tick();
    await page.goto('/settings/subscriptions');
    expect(await page.locator('.trouble').innerText()).toContain('The last look failed: ');
    await press(page, /^Look now: .*broken/);
    expect(await page.getByRole('alert').innerText()).toContain('ask again in');
    server.clock.advance(HOUR);
    await press(page, /^Look now: .*broken/);
    expect(await said(page)).toContain('It is being asked now');
    await server.get(RefreshSchedule).tick();
    await page.goto('/settings/subscriptions');
    expect(await page.locator('.trouble').innerText()).toContain('The last 2 looks failed: ');
  });

  it('make a rule, say at its field what is wrong, and tell what it last told of', async () => {
    const page = await open('contributor');
    await page.goto('/settings/alerts?device=orvane-halo');
    expect(await page.locator('#alert-device').inputValue()).toBe('orvane-halo');
    await page.locator('#alert-subject').selectOption('partner');
    await page.locator('#alert-threshold').fill('eighty');
    await press(page, 'Make the rule');
    expect(await page.locator('#alert-threshold-fault').innerText()).toBe('It must be a percentage from 0.1 to 100.');
    await page.locator('#alert-threshold').fill('80');
    await page.locator('#alert-hysteresis').fill('90');
    await press(page, 'Make the rule');
    expect(await page.locator('#alert-hysteresis-fault').innerText()).toContain('less than the threshold');
    await page.locator('#alert-hysteresis').fill('2,5');
    await press(page, 'Make the rule');
    expect(await said(page)).toContain('The rule looks at what happens from now on');
    const [rule] = await listed('/v1/alerts');
    expect(rule).toMatchObject({ threshold: 0.8, hysteresis: 0.025, subject: 'partner', to: 'feed', min_origins: 1 });
    expect(await page.locator('.kept').innerText()).toMatch(
      /reaches 80 %, falls back below 77.5 %[\s\S]*Orvane Halo, /,
    );
    await page.getByText('Change …').click();
    await page.locator('.kept').getByLabel('Mark').fill('101');
    await press(page, 'Save');
    expect(await page.locator('.kept .fault').innerText()).toBe('It must be a percentage from 0.1 to 100.');
    await page.locator('.kept').getByLabel('Mark').fill('70');
    await press(page, 'Save');
    expect(await listed('/v1/alerts')).toMatchObject([{ threshold: 0.7 }]);
    await press(page, /^Switch off/);
    expect(await page.locator('.kept .state').innerText()).toBe('off');
    await page.getByText('Remove …').click();
    await press(page, /^Remove/);
    expect(await listed('/v1/alerts')).toEqual([]);
  });

  it('hide from a rule what it does not go by, and say so where it comes nevertheless', async () => {
    const page = await open('contributor');
    await page.goto('/settings/alerts');
    await page.locator('#alert-threshold').fill('50');
    await page.locator('#alert-when').selectOption('resolves');
    expect(await page.locator('#alert-threshold').isVisible()).toBe(false);
    await press(page, 'Make the rule');
    expect(await page.locator('#alert-threshold-fault').innerText()).toContain('does not go by it');
    expect(await page.locator('#alert-threshold').isVisible()).toBe(true);
  });

  it('register a receiver once for a double click, show its secret once, and keep a log of what was sent', async () => {
    const page = await open('admin');
    await page.goto('/settings/webhooks');
    await page.locator('#register-url').fill(at('hook.example', '/in'));
    await page.getByLabel('Whose it is').fill('the newsroom');
    await page.getByText('Which types of event').click();
    await page.locator('#register-device\\.created').check();
    await page.locator('#register-rumor\\.resolved').check();
    await page.locator('#register-filter_device').fill('nobody-knows-it');
    await press(page, 'Register it');
    expect(await page.locator('#register-filter_device-fault').innerText()).toContain('There is no device');
    expect(await page.locator('#register-device\\.created').isChecked()).toBe(true);
    await page.locator('#register-filter_device').fill('');
    await page.getByRole('button', { name: 'Register it' }).dblclick();
    const secret = await page.locator('.secret').innerText();
    expect(secret).toMatch(/^whsec_/);
    const hooks = await listed('/v1/webhooks');
    expect(hooks).toMatchObject([{ types: ['device.created', 'rumor.resolved'], description: 'the newsroom' }]);
    await page.goto(`/settings/webhooks/${String(hooks[0]?.['id'])}`);
    expect(await page.content()).not.toContain(secret);
    status = 500;
    await press(page, 'Send a test');
    expect(await page.getByRole('alert').innerText()).toContain('It did not take the test');
    status = 204;
    await press(page, 'Send a test');
    expect(await said(page)).toContain('It took the test and answered 204');
    await page.getByText('New secret …').click();
    await page.getByRole('button', { name: 'Make a new secret' }).dblclick();
    const other = await page.locator('.secret').innerText();
    expect([other === secret, /^whsec_/.test(other)]).toEqual([false, true]);
  });

  it('tell why nothing is sent, send again what was given up, and keep a log of every attempt', async () => {
    const page = await open('admin');
    const [hook] = await listed('/v1/webhooks');
    const path = `/settings/webhooks/${String(hook?.['id'])}`;
    const round = () => server.get(WebhookRounds).round();
    await page.goto(path);
    expect(await page.locator('.deliveries').innerText()).toContain('Nothing was sent');
    status = 500;
    await publish(server, {
      device: 'Orvane Slate',
      source: 'Ledger',
      on: '2028-12-20',
      subject: 'partner',
      value: 'Leica',
    });
    await round();
    await page.goto(path);
    const row = page.locator('.deliveries tbody tr').first();
    expect(await row.innerText()).toMatch(/device\.created\s+on its way\s+1\s+it answered 500.*2029.*2029/s);
    status = 410;
    server.clock.advance(HOUR);
    await round();
    await page.goto(path);
    expect(await page.locator('.banner').innerText()).toMatch(/Disabled since 1 January 2029.*gone \(410\)/);
    await page.goto('/settings');
    expect(await page.locator('.settings').innerText()).toContain('1 receiver, 1 disabled.');
    await page.goto(path);
    await press(page, 'Switch on');
    expect([await said(page), await page.locator('.banner').count()]).toEqual(['Switched on.', 0]);
    status = 204;
    await publish(server, {
      device: 'Orvane Fold',
      source: 'Ledger',
      on: '2028-12-20',
      subject: 'partner',
      value: 'Leica',
    });
    await round();
    await page.goto(`${path}?status=delivered`);
    expect(await row.innerText()).toContain('delivered');
    await press(page, 'Send again: device.created');
    expect(await said(page)).toContain('sent once more');
    await page.getByText('Remove …').click();
    await press(page, /^Remove/);
    expect(await page.getByRole('status').first().innerText()).toBe('Removed.');
    expect(await listed('/v1/webhooks')).toEqual([]);
  });

  it('mint one key for a double click, and say what is wrong with one that ended before it began', async () => {
    const page = await open('admin');
    await page.goto('/settings/keys');
    await page.locator('#name').fill('second newsroom');
    await page.locator('#until').evaluate((input: HTMLInputElement) => input.removeAttribute('min'));
    await page.locator('#until').fill('2028-02-28');
    await press(page, 'Mint a key');
    expect(await page.locator('#until-fault').innerText()).toBe('That day is over.');
    expect(await page.locator('#name').inputValue()).toBe('second newsroom');
    await page.locator('#until').fill('');
    await page.getByRole('button', { name: 'Mint a key' }).dblclick();
    const secret = await page.locator('.secret').innerText();
    expect(await page.getByRole('row', { name: /second newsroom/ }).count()).toBe(1);
    const me = await server.call('GET', '/v1/me', { headers: { authorization: `Bearer ${secret}` } });
    expect(me.body).toMatchObject({ name: 'second newsroom' });
  });

  it('pass axe, and fit 320 px, with everything opened', async () => {
    const page = await open('admin', { viewport: { width: 320, height: 700 } });
    const rule = { name: 'every launch', subject: 'launch.date', when: 'moves', threshold: 0.05, to: 'feed' };
    expect((await server.call('POST', '/v1/alerts', { role: 'admin', body: rule })).status).toBe(201);
    for (const part of ['', '/subscriptions', '/alerts', '/webhooks', '/keys']) {
      await page.goto(`/settings${part}`);
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      expect([part, await sidewaysOf(page)]).toEqual([part, 0]);
      expect(await violationsOf(page, ALL_RULES)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violationsOf(page, CONTRAST)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    }
  });
});
