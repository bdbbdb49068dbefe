import { gzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPERATOR } from '../src/access/actor.js';
import { checked } from '../src/platform/validation.js';
import { Database } from '../src/platform/database/database.js';
import { HandInArticleDto } from '../src/ingestion/article.dto.js';
import { Ingestions } from '../src/ingestion/ingestions.service.js';
import { factsOf, linesOf } from '../src/importing/import-file.js';
import type { LineTaking } from '../src/importing/import-desk.service.js';
import type { ImportCounts } from '../src/importing/import-run.entity.js';
import { ImportRuns } from '../src/importing/import-runs.service.js';
import { LINES_AT_ONCE } from '../src/importing/import-ahead.service.js';
import { Imports } from '../src/importing/imports.service.js';
import { DATABASES } from './support/databases.js';
import { hearsay } from './support/hearsay.js';
import { startProgram, type Program } from './support/program.js';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-import-'));
const path = (name: string): string => join(folder, name);

/** Articles about a Sony headset in the words of several outlets, each on a day of its own. */
const ARTICLES = ['The Ledger', 'Telefon Pixel', 'Gear Post', 'Audio Week'].flatMap((source, index) => [
  {
    text: `People at a supplier of ${source} say the Sony WH-1000XM7 will launch in September 2029. It is said to cost $${449 + index}.`,
    title: `Headset number ${index}`,
    url: `https://${index}.example/xm7`,
    published_on: `2029-05-0${index + 1}`,
    source: { name: source, kind: 'outlet', vetted: true },
  },
  {
    text: `A leaker told ${source} that the upcoming Sony WH-1000XM7 will have a battery of ${700 + index} mAh, and that it launches in October 2029.`,
    title: `Battery number ${index}`,
    url: `https://${index}.example/battery`,
    published_on: `2029-05-1${index + 1}`,
    source: { name: source, kind: 'outlet', vetted: true },
  },
]);

const asJson = (lines: readonly unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** A file whose lines are good and bad in turn, with what must become of each. */
const MIXED: readonly [string, keyof ImportCounts | null, string?][] = [
  [JSON.stringify(ARTICLES[0]), 'committed'],
  ['', null],
  ['{"text": "broken', 'refused', 'invalid-line'],
  [JSON.stringify(ARTICLES[1]), 'committed'],
  ['["a list"]', 'refused', 'invalid-line'],
  [JSON.stringify({ ...ARTICLES[2], text: undefined }), 'refused', 'missing-text'],
  [JSON.stringify({ ...ARTICLES[2], published_on: '2029-02-30' }), 'refused', 'invalid-input'],
  [
    JSON.stringify({ ...ARTICLES[0], text: 'In quite other words: the Sony WH-1000XM7 will launch in March 2030.' }),
    'refused',
    'changed-report',
  ],
  [JSON.stringify({ ...ARTICLES[2], text: 'x '.repeat(150_000) }), 'refused', 'text-too-large'],
  [JSON.stringify({ text: 'Nothing in these words is about a device.', title: 'Weather' }), 'withoutClaims'],
  [JSON.stringify(ARTICLES[0]), 'recognised'],
  [JSON.stringify({ ...ARTICLES[2], published_on: '2029-05-02T23:30:00-02:00' }), 'committed'],
  [JSON.stringify(ARTICLES[3]), 'committed'],
];

const TAKING: LineTaking = { columns: {}, source: null, commits: true };

describe.each(DATABASES)('files of articles on %s', (database) => {
  let program: Program;

  beforeEach(async () => {
    program = await startProgram(database, { clock: '2029-06-01T12:00:00Z' });
  });
  afterEach(() => program.close());

  /** Imports a file; `stopAfter` lets it stop after so many acts. */
  async function importing(file: string, stopAfter = Infinity, taking = TAKING) {
    const { digest } = await factsOf(file);
    const run = await program.get(ImportRuns).begin(digest, 'a file', false);
    const refused: [number, string][] = [];
    let acts = 0;
    let counts = run.counts;
    const isDone = await program.get(Imports).run(run, linesOf(file, file.includes('.csv') ? 'csv' : 'jsonl'), taking, {
      advanced: (_line, after) => {
        acts += 1;
        counts = after;
      },
      refused: ({ line }, { code }) => refused.push([line, code]),
      isStopped: () => acts >= stopAfter,
    });
    await program.get(Imports).weigh();
    return { isDone, counts, refused, from: run.line };
  }

  const believed = () =>
    program.get(Database).read(`select subject, value, region, probability from rumors order by subject, value`);
  const count = async (table: string) =>
    (await program.get(Database).readOne<{ n: number }>(`select count(*) as n from ${table}`))?.n;

  it('are taken line by line: bad ones are named and cost nothing else', async () => {
    writeFileSync(path('mixed.jsonl'), MIXED.map(([line]) => line).join('\r\n'));
    const { isDone, counts, refused } = await importing(path('mixed.jsonl'));
    expect(isDone).toBe(true);
    for (const became of ['committed', 'recognised', 'withoutClaims', 'refused'] as const) {
      expect([became, counts[became]]).toEqual([became, MIXED.filter(([, each]) => each === became).length]);
    }
    expect(refused).toEqual(
      MIXED.flatMap(([, became, code], index) => (became === 'refused' ? [[index + 1, code]] : [])),
    );
    expect(await count('reports')).toBe(4);
    const days = await program.get(Database).read(`select published_at as at from reports order by id`);
    expect(days.at(2)).toEqual({ at: Date.UTC(2029, 4, 3) });
  });

  it('end in the numbers to which the same articles come one by one', async () => {
    writeFileSync(path('all.jsonl'), asJson(ARTICLES));
    await importing(path('all.jsonl'));
    const together = await believed();
    const other = await startProgram(database, { clock: '2029-06-01T12:00:00Z' });
    try {
      for (const article of ARTICLES) {
        await other.get(Ingestions).handIn(checked(HandInArticleDto, article), OPERATOR, 'commit');
      }
      const apart = await other
        .get(Database)
        .read(`select subject, value, region, probability from rumors order by subject, value`);
      expect(together.length).toBeGreaterThan(6);
      expect(together).toEqual(apart);
    } finally {
      await other.close();
    }
  });

  it('go on where they were broken off, and are done once however often', async () => {
    const idle = Array.from({ length: LINES_AT_ONCE - 8 }, (_, line) => ({ text: `No device in line ${line}.` }));
    const many = [...ARTICLES, ...idle, ...ARTICLES.slice(0, 2)];
    writeFileSync(path('many.jsonl'), asJson(many));
    const first = await importing(path('many.jsonl'), 1);
    expect([first.isDone, first.counts.committed]).toEqual([false, 8]);
    const second = await importing(path('many.jsonl'));
    expect([second.isDone, second.from]).toEqual([true, LINES_AT_ONCE]);
    expect(second.counts).toMatchObject({ committed: 8, recognised: 2, withoutClaims: idle.length, refused: 0 });
    const third = await importing(path('many.jsonl'));
    expect([third.from, third.counts.recognised]).toEqual([0, 10]);
    expect(await count('reports')).toBe(8);
  });

  it('wait for their review where nobody says otherwise', async () => {
    writeFileSync(path('few.jsonl'), asJson(ARTICLES.slice(0, 2)));
    const { counts } = await importing(path('few.jsonl'), Infinity, { ...TAKING, commits: false });
    expect([counts.waiting, await count('reports'), await count('candidates')]).toEqual([2, 0, expect.any(Number)]);
    const again = await importing(path('few.jsonl'));
    expect(again.counts).toMatchObject({ committed: 2, recognised: 0 });
  });

  it('may be CSV, with other names and line breaks in a cell', async () => {
    const rows = ARTICLES.slice(0, 3).map(
      ({ text, title, url, published_on, source }) =>
        `"${title}";${url};"${text.replace('. ', '.\n')}";${published_on};"${source.name}"`,
    );
    const bad = 'only;two';
    const lines = ['\ufeffheading;url;body;date;source', rows[0], bad, rows[1], rows[2], ''];
    writeFileSync(path('rows.csv.gz'), gzipSync(lines.join('\r\n')));
    const columns = { text: 'body', title: 'heading', published_on: 'date' };
    const { counts, refused } = await importing(path('rows.csv.gz'), Infinity, { ...TAKING, columns });
    expect([counts.committed, refused]).toEqual([3, [[4, 'invalid-line']]]);
    const [source] = await program.get(Database).read(`select name, vetted from sources order by id`);
    expect(source).toEqual({ name: 'The Ledger', vetted: 0 });
  });
});

describe('the command line', () => {
  const env = {
    DATABASE_URL: `sqlite:${path('store.sqlite')}`,
    LOG_LEVEL: 'silent',
    HEARSAY_CLOCK: '2029-06-01T12:00:00Z',
  };
  const run = (args: readonly string[]) => hearsay(args, env);

  it('imports a file, keeps what it refuses, and says so by its exit code', async () => {
    writeFileSync(path('mixed.jsonl'), MIXED.map(([line]) => line).join('\n'));
    const tried = await run(['import', path('mixed.jsonl'), '--dry-run', '--json']);
    expect([tried.code, JSON.parse(tried.stdout)]).toMatchObject([6, { dry_run: true, committed: 0, waiting: 6 }]);
    const refusals = path('refused.jsonl');
    const done = await run(['import', path('mixed.jsonl'), '--yes', '--faults', refusals]);
    expect([done.code, done.stdout]).toEqual([6, expect.stringMatching(/^4 articles written down .* 6 refused\n$/)]);
    expect(done.stderr).toContain('line 3: invalid-line');
    expect(readFileSync(refusals, 'utf8').trim().split('\n')).toHaveLength(6);
    const replayed = await run(['import', path('mixed.jsonl'), '--replay', '--json']);
    const past = { devices: 1, points: expect.any(Number) as number };
    expect([replayed.code, JSON.parse(replayed.stdout)]).toMatchObject([6, { recognised: 5, reconstructed: past }]);
    const dry = await run(['import', path('mixed.jsonl'), '--replay', '--dry-run']);
    expect([dry.code, dry.stderr]).toEqual([1, expect.stringContaining('Either --replay or --dry-run')]);
    expect((await run(['import', path('nowhere.jsonl')])).code).toBe(3);
    expect((await run(['import', path('nothing.txt')])).code).toBe(1);
    expect((await run(['import', path('mixed.jsonl'), '--map', 'words=body'])).stderr).toContain('expected pairs');
  });
});
