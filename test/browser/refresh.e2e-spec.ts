import type { Browser } from 'playwright-core';
import { Database } from '../../src/platform/database/database.js';
import { RefreshJob } from '../../src/refresh/refresh-job.entity.js';
import { RefreshSchedule } from '../../src/refresh/refresh-schedule.service.js';
import { startServer } from '../support/server.js';
import { ALL_RULES, sidewaysOf, violationsOf } from './support/axe.js';
import { describeInBrowser, launch, openTab, type Tab } from './support/browser.js';
import { signedIn } from './support/sign-in.js';
import type { Listening } from './support/told.js';

describeInBrowser('the page of the refresh', () => {
  let server: Listening;
  let browser: Browser;
  let tab: Tab;
  let id: string;

  beforeAll(async () => {
    const [started, launched] = await Promise.all([startServer('sqlite', { clock: '2029-01-01T08:00:00Z' }), launch()]);
    await started.app.listen(0, '127.0.0.1');
    [server, browser] = [{ ...started, address: await started.app.getUrl() }, launched];
    await server.get(RefreshSchedule).tick();
    const [job] = await server.get(Database).rows.find(RefreshJob, { where: { status: 'queued' } });
    id = job!.id;
    await change({ status: 'running', phase: 'assess', done: 10, total: 48 });
    tab = await openTab(browser, server.address, await signedIn(server, 'editor'));
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    expect([...tab.complaints, ...tab.foreign]).toEqual([]);
  });

  /** What the process that runs the job would note of it. */
  const change = (to: Partial<RefreshJob>): Promise<void> =>
    server.get(Database).transaction(async (rows) => void (await rows.update(RefreshJob, { id }, to)));
  const value = () => tab.page.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value);

  it('shows how far the job is, as the interface does, and follows it', async () => {
    const { page } = tab;
    await page.goto('/refresh');
    const { body } = await server.call('GET', `/v1/refresh-jobs/${id}`);
    expect([await value(), await page.locator('progress').getAttribute('max')]).toEqual([
      body.done,
      String(body.total),
    ]);
    await change({ done: 30 });
    await page.getByText('Running: assess, 30 of 48').waitFor();
    expect(await value()).toBe(30);
    expect(await page.locator('#refresh-news').textContent()).toBe('50 % done');
    await page.reload();
    expect(await value()).toBe(30);
    expect(await violationsOf(page, ALL_RULES)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await sidewaysOf(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('has a page of its own, which goes on after it was loaded anew', async () => {
    const { page } = tab;
    await page.goto(`/refresh/${id}`);
    expect(await value()).toBe(30);
    expect(await page.locator('.refresh').innerText()).toContain(`${id}, asked for by schedule`);
    await page.reload();
    await change({ done: 36 });
    await page.getByText('Running: assess, 36 of 48').waitFor();
    expect(await page.locator('#refresh-news').textContent()).toBe('75 % done');
    expect(await violationsOf(page, ALL_RULES)).toEqual([]);
    const unknown = await page.goto('/refresh/job_01KA8Z6Y3M7V2QH4T9XBDN5CWE');
    expect(unknown?.status()).toBe(404);
    await page.goto('/refresh');
  });

  it('calls it off for an editor, once, and offers that to nobody else', async () => {
    const reader = await openTab(browser, server.address);
    await reader.page.goto('/refresh');
    expect(await reader.page.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
    await reader.close();
    const { page } = tab;
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.locator('.refresh').innerText()).toContain('It is being called off.');
    expect(await page.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
    const { body } = await server.call('GET', `/v1/refresh-jobs/${id}`);
    expect(body.cancel_requested_at).not.toBeNull();
  });

  it('names how it ended, and what it could not do', async () => {
    const { page } = tab;
    await page.goto('/refresh');
    const errors = [{ about: 'orvane-halo price', code: 'internal', detail: 'It could not be weighed.' }];
    await change({ status: 'partial', finishedAt: server.clock.now(), errors });
    await page.getByText('The last run finished, but not with everything').waitFor(); // the page reads itself anew
    expect(await page.getByRole('status').first().innerText()).toContain('1 problem');
    expect(await page.locator('.refresh').innerText()).toContain('orvane-halo price: It could not be weighed.');
    await page.locator(`a[href="/refresh/${id}"]`).click(); // the list of runs leads to each of them
    await page.getByText('It finished, but not with everything: 1 problem.').waitFor();
    expect(await page.locator('.refresh').innerText()).toContain('orvane-halo price: It could not be weighed.');
    expect([
      await page.locator('progress').count(),
      await page.getByRole('button', { name: 'Cancel' }).count(),
    ]).toEqual([0, 0]);
  });

  it('leads whoever starts another to the one that is under way', async () => {
    const { page } = tab;
    await page.goto('/refresh');
    await change({ status: 'running', finishedAt: null, cancelRequestedAt: null });
    await page.getByRole('button', { name: 'Refresh now' }).click();
    expect([new URL(page.url()).pathname, await page.locator('h1').innerText()]).toEqual(['/refresh', 'Refresh']);
    const { body } = await server.call('GET', '/v1/refresh-jobs?limit=100');
    expect((body.data as { cause: string }[]).filter(({ cause }) => cause === 'api')).toEqual([]);
  });
});
