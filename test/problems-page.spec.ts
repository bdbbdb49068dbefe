import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULT_KINDS } from '../src/platform/fault.js';

const root = join(__dirname, '..');

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'));

/** The codes with which the program refuses what it is asked. */
const refused = new Set(
  sources
    .filter((source) => !source.includes('export const FAULT_KINDS'))
    .flatMap((source) => [
      ...[...source.matchAll(new RegExp(`'(?:${FAULT_KINDS.join('|')})',\\s*'([a-z]+(?:-[a-z]+)*)'`, 'g'))].map(
        ([, code]) => code!,
      ),
      ...[...source.matchAll(/refused\(\s*'([a-z]+(?:-[a-z]+)*)'/g)].map(([, code]) => code!),
    ]),
);

const page = readFileSync(join(root, 'docs', 'problems.md'), 'utf8');
const explained = new Set(
  [...page.matchAll(/^\| ((?:`[a-z-]+`(?: · )?)+)\s*\|/gm)].flatMap(([, codes]) => codes!.match(/[a-z-]+/g) ?? []),
);

describe('the page of problems', () => {
  it('explains every code with which something is refused', () => {
    expect([...refused].filter((code) => !explained.has(code)).sort()).toEqual([]);
    expect(refused.size).toBeGreaterThan(100);
  });

  it('explains no code that nothing says', () => {
    const said = sources.join('\n');
    const things = /^unknown-(?:company|device|source|rumor|report|evidence|statement)$/;
    expect([...explained].filter((code) => !things.test(code) && !said.includes(`'${code}'`)).sort()).toEqual([]);
  });
});
