import type { Browser } from 'playwright-core';
import { OPERATOR } from '../../src/access/actor.js';
import { EventLog } from '../../src/events/event-log.service.js';
import { Ingestions } from '../../src/ingestion/ingestions.service.js';
import { Assessor } from '../../src/assessments/assessor.service.js';
import { Database } from '../../src/platform/database/database.js';
import { tell } from '../support/newsroom.js';
import { startServer } from '../support/server.js';
import { ALL_RULES, sidewaysOf, violationsOf } from './support/axe.js';
import { describeInBrowser, launch, openTab } from './support/browser.js';
import { PASTE, type Listening } from './support/told.js';

/** So many launches are expected that the timeline has a second page. */
const LAUNCHES = 103;

describeInBrowser('long lists', () => {
  let server: Listening;
  let browser: Browser;

  beforeAll(async () => {
    const [started, launched] = await Promise.all([startServer('sqlite', { clock: '2029-01-01T08:00:00Z' }), launch()]);
    await started.app.listen(0, '127.0.0.1');
    [server, browser] = [{ ...started, address: await started.app.getUrl() }, launched];
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('tell what one article did in one line, which unfolds to each of its events', async () => {
    const plain = await openTab(browser, server.address, { javaScriptEnabled: false });
    const { page } = plain;
    const last = await server.get(EventLog).last();
    const source = { name: 'Courier', kind: 'outlet' as const, grade: 'B' as const, vetted: true };
    const article = { title: 'All that is known', text: PASTE, published_on: '2028-12-30', source };
    await server.get(Ingestions).handIn(article, OPERATOR, 'commit');
    await page.goto('/activity');
    const line = page.locator('#activity > li').filter({ hasText: 'All that is known' });
    expect(await line.count()).toBe(1);
    expect(await line.locator('summary').innerText()).toMatch(/Courier: All that is known.*3 claims, new/s);
    expect(await line.locator('ul').isVisible()).toBe(false);
    await line.locator('summary').click();
    const unfolded = await line
      .locator('ul > li')
      .evaluateAll((all) => all.map((each) => Number(each.getAttribute('data-sequence'))));
    const { body } = await server.call('GET', `/v1/events?limit=100&after=${last}`);
    const wanted = ['rumor.created', 'rumor.confidence_changed', 'evidence.added', 'statement.recorded'];
    const own = (body.data as { type: string; sequence: number }[]).filter(({ type }) => wanted.includes(type));
    expect(unfolded).toEqual(expect.arrayContaining(own.map(sequenceOf)));
    expect(own.length).toBeGreaterThanOrEqual(6);
    await plain.close();
  });

  it('of launches go on from page to page, and lose and repeat none', async () => {
    await server.get(Database).transaction(async () => {
      for (let each = 0; each < LAUNCHES; each += 1) {
        const on = `2028-12-${String((each % 28) + 1).padStart(2, '0')}`;
        await tell(server, {
          device: `Orvane ${each}`,
          source: 'Ledger',
          on,
          subject: 'launch.date',
          value: '2029-10',
        });
      }
      await server.get(Assessor).assessDue();
    });
    const { page, close } = await openTab(browser, server.address, { javaScriptEnabled: false });
    await page.goto('/timeline?view=list');
    const names = () => page.locator('.timeline tr:not(.month) th a').allInnerTexts();
    const all = await page.getByRole('status').innerText();
    expect(all).toMatch(/^Shown are 100 of 10\d/);
    const first = await names();
    await page.getByRole('link', { name: 'More launches' }).click();
    const second = await names();
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
    expect([...first, ...second].filter((name) => name.startsWith('Orvane'))).toHaveLength(LAUNCHES);
    expect(await page.locator('select[name="view"]').inputValue()).toBe('list');
    await page.getByRole('link', { name: 'First page' }).click();
    expect(await names()).toEqual(first);
    await close();
  });

  it('pass axe and fit 320 px, unfolded', async () => {
    const { page, close } = await openTab(browser, server.address, { viewport: { width: 320, height: 700 } });
    for (const screen of ['/activity', '/timeline']) {
      await page.goto(screen);
      await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
      expect(await violationsOf(page, ALL_RULES)).toEqual([]);
      expect([screen, await sidewaysOf(page)]).toEqual([screen, 0]);
    }
    await close();
  });
});

const sequenceOf = ({ sequence }: { sequence: number }): number => sequence;
