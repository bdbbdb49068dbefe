import type { Browser, Page } from 'playwright-core';
import { ALL_RULES, sidewaysOf, violationsOf } from './support/axe.js';
import { describeInBrowser, launch, openTab } from './support/browser.js';
import { startTold, type Listening } from './support/told.js';

const DEVICE = '/devices/xiaomi-12-ultra';
const SCREENS = [
  '/',
  DEVICE,
  `${DEVICE}?as_of=2022-05-30`,
  '/timeline',
  '/sources',
  '/activity',
  '/calibration',
] as const;
/** So many stops of the Tab key are looked at on a page. */
const STOPS = 30;
/** WCAG 2.2, 1.4.12: what a reader may set, and still lose nothing. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** What has the focus: what it is called by, whether a ring shows it, and whether it is all in the window. */
interface Stop {
  readonly name: string;
  readonly isShown: boolean;
  readonly isInside: boolean;
}

const stop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const ring = element.querySelector('.strip-target') ?? element;
    const style = getComputedStyle(ring);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return {
      name: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)}`,
      isShown: parseFloat(style.outlineWidth) >= 3 || (ring !== element && parseFloat(style.strokeWidth) >= 3),
      isInside: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
    };
  });

/** What is wider or taller than its box and hidden there, though somebody is to read it. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((each) => getComputedStyle(each).overflow === 'hidden' && !each.closest('.sr'))
      .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
      .map((each) => each.outerHTML.slice(0, 80)),
  );

describeInBrowser('every screen, however one reads it,', () => {
  let server: Listening;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTold(['12', 'leica', 'rtx']), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('is walked through by Tab, in order, with a ring that shows where one is', async () => {
    const { page, close } = await openTab(browser, server.address, { reducedMotion: 'reduce' });
    for (const screen of SCREENS) {
      await page.goto(screen);
      const names: string[] = [];
      for (let step = 0; step < STOPS; step += 1) {
        await page.keyboard.press('Tab');
        const found = await stop(page);
        if (found === null) break;
        expect([screen, found]).toEqual([screen, { name: found.name, isShown: true, isInside: true }]);
        names.push(found.name);
      }
      expect(names[0]).toBe('A Skip to the page');
      expect([screen, new Set(names).size > 12]).toEqual([screen, true]); // it went on, and was caught nowhere
    }
    await page.goto(DEVICE);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await close();
  });

  it('loses nothing with colours of the reader’s own, and moves nothing where that is not wanted', async () => {
    const context = { forcedColors: 'active', reducedMotion: 'reduce' } as const;
    const { page, close } = await openTab(browser, server.address, context);
    for (const screen of SCREENS) {
      await page.goto(screen);
      expect(await violationsOf(page, ALL_RULES)).toEqual([]);
      const moving = await page.evaluate(() => [
        document.getAnimations().length,
        getComputedStyle(document.documentElement).scrollBehavior,
      ]);
      expect([screen, ...moving]).toEqual([screen, 0, 'auto']);
      const lost = await page.evaluate(() => {
        const paper = getComputedStyle(document.body).backgroundColor;
        const drawn = [
          ...document.querySelectorAll('.history-line, .bar path, .spark path, .dot, .mark-supports, .history-end'),
        ];
        return drawn.filter((each) => {
          const { fill, stroke } = getComputedStyle(each);
          return [fill, stroke].every((paint) => paint === paper || paint === 'none');
        }).length;
      });
      expect([screen, lost]).toEqual([screen, 0]);
    }
    await close();
  });

  it('loses nothing at four times its size, and with more room between letters, words and lines', async () => {
    for (const width of [1280, 320]) {
      const { page, close } = await openTab(browser, server.address, {
        viewport: { width, height: 700 },
        bypassCSP: true,
      });
      for (const screen of SCREENS) {
        await page.goto(screen);
        await page.addStyleTag({ content: SPACED });
        expect([screen, width, await sidewaysOf(page), await cutOff(page)]).toEqual([screen, width, 0, []]);
      }
      await close();
    }
  });

  it('is one page of paper, of a device: its numbers, its courses and who said what', async () => {
    const { page, close } = await openTab(browser, server.address);
    await page.goto(DEVICE);
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    expect(/\/Count (\d+)/.exec(pdf)?.[1]).toBe('1');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.on-paper').innerText()).toContain('as known on 27 June 2022');
    for (const shown of ['.glance', '.history', '.launch', '.statement', '.questions']) {
      expect([shown, await page.locator(shown).first().isVisible()]).toEqual([shown, true]);
    }
    for (const folded of ['.head nav', '.as-of', '.why', '.data-links']) {
      expect([folded, await page.locator(folded).first().isVisible()]).toEqual([folded, false]);
    }
    await close();
  });
});
