import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Everything that is known to be wrong with a page for whoever cannot see or point. */
export const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What differs from one colour scheme to another. */
export const CONTRAST = { type: 'rule', values: ['color-contrast'] };

interface AxeAnswer {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What a page violates, each with where it first does. */
export async function violationsOf(page: Page, runOnly: object): Promise<string[]> {
  // As the debugger runs code: the policy of the page would rightly refuse it as a script.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeAnswer>(`axe.run(document, ${JSON.stringify({ runOnly })})`);
  return violations.map(({ id, nodes }) => `${new URL(page.url()).pathname} ${id}: ${nodes[0]?.html}`);
}

/** By how many pixels a page is wider than its window; 0 where nobody must move it sideways. */
export const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
