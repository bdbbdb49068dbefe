import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { hearsay, type Ended } from './support/hearsay.js';
import { rumorMill } from '../src/engine/trials/index.js';

const { reports, truths } = rumorMill({ seed: 5, questions: 120, sources: 12, copiers: 3 });
const claims = reports.map(({ question, source, value, family }, index) => ({
  object: question,
  source,
  value: `${value} of ${question}`,
  attr: family,
  time: `2029-05-${String(1 + (Number(question.slice(-4)) % 6)).padStart(2, '0')}T0${index % 10}:00:00Z`,
}));
const facts = [...truths].map(([question, value]) => ({ object: question, truth: `${value} of ${question}` }));
const lines = (records: readonly object[]): string => records.map((record) => JSON.stringify(record)).join('\n');

describe('hearsay evaluate', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-evaluate-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const evaluate = (...args: string[]): Promise<Ended> => hearsay(['evaluate', ...args], {});
  const judged = async (...args: string[]): Promise<Record<string, number>> => {
    const ended = await evaluate(...args, '--json');
    expect(ended.code).toBe(0);
    return JSON.parse(ended.stdout) as Record<string, number>;
  };

  it('measures packed and plain files in every mode, twice the same', async () => {
    const set = [file('a.claims.jsonl.gz', gzipSync(lines(claims))), file('a.truth.jsonl', lines(facts))];
    const cold = await judged(...set);
    expect(cold).toMatchObject({ type: 'open', n: 120, truths: 120, resolved: 0, sources_taken_as: 'established' });
    expect(cold.accuracy).toBeGreaterThan(0.8);
    expect(await judged(...set)).toEqual(cold);
    const reversed = file('b.claims.jsonl', lines([...claims].reverse()));
    expect(await judged(reversed, set[1]!)).toEqual(cold);
    expect(await judged(...set, '--mode', 'resolved', '--share', '0.25')).toMatchObject({ n: 90, resolved: 30 });
    const daily = (await judged(...set, '--mode', 'prequential')) as unknown as { n: number; days: { n: number }[] };
    expect([daily.n, daily.days.map(({ n }) => n)]).toEqual([120, [20, 20, 20, 20, 20, 20]]);
    const later = (await judged(...set, '--mode', 'incremental')) as unknown as { full: { mean_shift: number } };
    expect(later.full.mean_shift).toBeLessThan(0.04);
  });

  it('holds strangers to their budget: what nobody vouches for stays where it began', async () => {
    const one = ['a', 'b', 'c', 'd'].map((source) => ({ object: 1, source, value: 'yes' }));
    const set = [file('c.jsonl', lines(one)), file('t.jsonl', lines([{ object: 1, truth: 'yes' }])), '--type', 'open'];
    const [vouched, strange] = [await judged(...set), await judged(...set, '--sybil-guard')];
    expect(vouched.brier).toBeLessThan(strange.brier!);
    expect(Math.abs(1 - Math.sqrt(strange.brier!) - 0.9)).toBeLessThan(0.05);
  });

  it('says in which lines a file is wrong', async () => {
    const bad = file('bad.jsonl', '{"object":1,"source":"a","value":"x"}\n{"object":1}\nnothing\n');
    const ended = await evaluate(bad, file('t.jsonl', lines(facts)), '--json');
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.stderr.slice(ended.stderr.indexOf('{')))).toMatchObject({
      code: 'invalid-lines',
      errors: [{ line: 2 }, { line: 3 }],
    });
  });

  it.each([
    ['no such file', 3, () => ['none.jsonl', 'none.jsonl']],
    [
      'no days',
      1,
      () => [
        file('c.jsonl', lines([{ object: 1, source: 'a', value: 'x' }])),
        file('t.jsonl', lines(facts)),
        '--mode',
        'prequential',
      ],
    ],
    [
      'no hierarchy',
      1,
      () => [file('c.jsonl', lines(claims)), file('t.jsonl', lines(facts)), '--type', 'hierarchical'],
    ],
    ['an unknown type', 2, () => ['c.jsonl', 't.jsonl', '--type', 'other']],
  ])('refuses %s', async (_name, code, args) => {
    const ended = await evaluate(...args());
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).not.toContain('    at ');
  });
});
