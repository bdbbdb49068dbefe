import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPERATOR } from '../src/access/actor.js';
import { Devices } from '../src/devices/devices.service.js';
import { corpusRecord, extract, prepareKnowledge } from '../src/engine/extraction/index.js';
import { MAKERS } from '../src/companies/makers.registry.js';
import { oneReportEach } from '../src/importing/claim-rows.js';
import { columnNames, type ColumnNames } from '../src/importing/import-columns.js';
import { factsOf, linesOf } from '../src/importing/import-file.js';
import type { ImportCounts } from '../src/importing/import-run.entity.js';
import { ImportRuns } from '../src/importing/import-runs.service.js';
import { Imports } from '../src/importing/imports.service.js';
import { Database } from '../src/platform/database/database.js';
import { PRICE, SOURCE, TEXT, WRONG } from './support/wrong-claims.js';
import { DATABASES } from './support/databases.js';
import { startProgram, type Program } from './support/program.js';

describe.each(DATABASES)('claims that come with their lines on %s', (database) => {
  let program: Program;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-claims-'));
    program = await startProgram(database, { clock: '2029-06-01T12:00:00Z' });
    await program
      .get(Devices)
      .add({ name: 'Sony WH-1000XM7', company: 'Sony', aliases: ['Sony Nightingale'] }, OPERATOR);
  });
  afterAll(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function importing(name: string, content: string, columns: ColumnNames = {}) {
    const file = join(folder, name);
    writeFileSync(file, content);
    const run = await program.get(ImportRuns).begin((await factsOf(file)).digest, name, true);
    const refused: { line: number; code: string; said: string; pointer: string | undefined }[] = [];
    let counts: ImportCounts = run.counts;
    const lines = oneReportEach(linesOf(file, name.endsWith('csv') ? 'csv' : 'jsonl'), columns);
    await program.get(Imports).run(
      run,
      lines,
      { columns, source: null, commits: true },
      {
        advanced: (_line, after) => (counts = after),
        refused: ({ line }, { code, message, errors }) =>
          refused.push({ line, code, said: `${message} ${errors[0]?.detail}`, pointer: errors[0]?.pointer }),
        isStopped: () => false,
      },
    );
    await program.get(Imports).weigh();
    return { counts, refused };
  }
  const json = (...lines: object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const read = (text: string) => program.get(Database).read<Record<string, unknown>>(text);
  const linksOf = (url: string) =>
    read(`select m.subject, m.value, m.region, e.stance, e.certainty, e.quote, d.name from evidence e
      join reports p on p.id = e.report_id join rumors m on m.id = e.rumor_id join devices d on d.id = m.device_id
      where p.url = '${url}' order by m.subject, m.value`);

  it('need no text, and are known again', async () => {
    const line = {
      ...{ url: 'https://wire.example/1', source: SOURCE, published_on: '2029-05-02' },
      claims: [
        { device: 'sony nightingale', ...PRICE },
        {
          device: 'Sony WH-1000XM7',
          subject: 'launch.date',
          value: { earliest_on: '2029-09-01', latest_on: '2029-09-30' },
          region: 'US',
          certainty: 'speculative',
        },
        { device: 'Sony Linkpods 9', brand: 'Sony', subject: 'existence', value: 'yes', stance: 'refutes' },
      ],
    };
    expect((await importing('plain.jsonl', json(line))).counts).toMatchObject({ committed: 1, refused: 0 });
    expect(await linksOf(line.url)).toEqual([
      {
        subject: 'existence',
        value: 'yes',
        region: null,
        stance: 'refutes',
        certainty: 'reported',
        quote: null,
        name: 'Sony Linkpods 9',
      },
      {
        subject: 'launch.date',
        value: '2029-09-01/2029-09-30',
        region: 'US',
        stance: 'supports',
        certainty: 'speculative',
        quote: null,
        name: 'Sony WH-1000XM7',
      },
      {
        subject: 'price',
        value: 'USD 399',
        region: null,
        stance: 'supports',
        certainty: 'reported',
        quote: null,
        name: 'Sony WH-1000XM7',
      },
    ]);
    expect((await importing('plain.jsonl', json(line))).counts).toMatchObject({ recognised: 1, committed: 0 });
    const other = { ...line, claims: [{ device: 'Sony WH-1000XM7', subject: 'price', value: 'USD 999' }] };
    const { refused } = await importing('other.jsonl', json(other));
    expect(refused).toMatchObject([{ line: 1, code: 'changed-claims', pointer: '#/claims' }]);
  });

  it('are completed by their text, where it comes later', async () => {
    const line = { url: 'https://wire.example/8', source: SOURCE, published_on: '2029-05-02' };
    await importing('first.jsonl', json({ ...line, claims: [{ device: 'Sony WH-1000XM7', ...PRICE }] }));
    const [report] = await read(`select id from reports where url = '${line.url}'`);
    const text = 'People at a supplier say the Sony WH-1000XM7 will cost $399 and launch in October 2029.';
    expect((await importing('later.jsonl', json({ ...line, text }))).counts.committed).toBe(1);
    expect(await read(`select id, language from reports where url = '${line.url}'`)).toEqual([
      { ...report, language: 'en' },
    ]);
    expect((await linksOf(line.url)).map(({ subject }) => subject)).toEqual(['launch.date', 'price']);
    const again = await importing('again.jsonl', json({ ...line, claims: [{ device: 'Sony WH-1000XM7', ...PRICE }] }));
    expect(again.counts).toMatchObject({ recognised: 1, refused: 0 });
  });

  it('of two sources are no copies of each other', async () => {
    const claims = [{ device: 'Sony WH-1000XM7', subject: 'battery.life', value: '40 h' }];
    const lines = ['a', 'b'].map((name) => ({
      ...{ url: `https://${name}.example/life`, source: { ...SOURCE, name }, published_on: '2029-05-02', claims },
    }));
    await importing('two.jsonl', json(...lines));
    const links = await read(`select p.origin_link from reports p where p.url like '%/life' order by p.id`);
    expect(links).toEqual([{ origin_link: 'own' }, { origin_link: 'own' }]);
  });

  it('are refused by their place where something is wrong with them, and nothing of the line is kept', async () => {
    const before = await read('select count(*) as n from ingestions');
    const { refused, counts } = await importing('wrong.jsonl', json(...WRONG.map(({ line }) => line)));
    expect(refused.map(({ line, code, pointer }) => [WRONG[line - 1]!.why, code, pointer])).toEqual(
      WRONG.map(({ why, code, pointer }) => [why, code, pointer]),
    );
    for (const { line, said } of refused) expect(said).toMatch(WRONG[line - 1]!.says ?? /./);
    expect(counts.refused).toBe(WRONG.length);
    expect(await read('select count(*) as n from ingestions')).toEqual(before);
  });

  it('take the place of what would be read, with their passages and the words that make them', async () => {
    const line = {
      ...{ url: 'https://wire.example/2', source: SOURCE, published_on: '2029-05-03', text: TEXT },
      devices: [{ brand: 'Sony', name: 'Sony WH-1000XM8', primary: true }],
      claims: [
        {
          subject: 'launch.date',
          value: '2030-05-01/2030-05-31',
          certainty: 'official',
          span: 'It will ship in May 2030',
        },
      ],
      statements: [
        { speaker: 'Ada Lund', role: 'head of audio', organisation: 'Sony', official: true, quote_start: 'It will' },
      ],
    };
    expect((await importing('words.jsonl', json(line))).counts.committed).toBe(1);
    expect(await linksOf(line.url)).toMatchObject([{ subject: 'launch.date', quote: 'It will ship in May 2030' }]);
    const said = await read(`select s.quote, s.act, s.speaker, m.subject from statements s
      join statement_links l on l.statement_id = s.id join rumors m on m.id = l.rumor_id`);
    expect(said).toEqual([
      { quote: 'It will ship in May 2030,', act: 'announces', speaker: 'Ada Lund', subject: 'launch.date' },
    ]);
  });

  it('come as the reader of articles gives them out', async () => {
    const article = {
      text: 'The Sony WF-2000X will cost $299 and launch in July 2030, people at a supplier say.',
      publishedOn: '2029-05-04',
    };
    const reading = corpusRecord(extract(article, prepareKnowledge({ companies: MAKERS, devices: [] })), 'one');
    const url = 'https://wire.example/3';
    const line = { ...reading, text: article.text, url, publisher: 'Gear Post', kind: 'rumor', story: null };
    expect((await importing('corpus.jsonl', json(line))).counts).toMatchObject({ committed: 1, refused: 0 });
    const found = (await linksOf(url)).map(({ subject, value }) => [subject, value]);
    const claimed = reading.claims as { subject: string; value: string }[];
    expect(found).toEqual(claimed.map(({ subject, value }) => [subject, value]).toSorted());
    expect(found.length).toBeGreaterThan(0);
    const [report] = await read(
      `select s.name, p.published_at as at from reports p join sources s on s.id = p.source_id where p.url = '${url}'`,
    );
    expect(report).toEqual({ name: 'Gear Post', at: Date.UTC(2029, 4, 4) });
    const month = {
      ...line,
      url: 'https://wire.example/4',
      published: '2029-04',
      text: undefined,
      statements: [],
      claims: [{ device: 'Sony WF-2000X', ...PRICE }],
    };
    await importing('month.jsonl', json(month));
    expect(await read(`select published_precision as p from reports where url = '${month.url}'`)).toEqual([
      { p: 'month' },
    ]);
  });

  it('stand in rows of which several are one report', async () => {
    const csv = [
      'link,outlet,day,product,topic,said,region,maker',
      'https://wire.example/5,Ledger Wire,2029-05-05,Sony WH-1000XM7,battery.life,35 h,,',
      'https://wire.example/5,,,Sony WH-1000XM7,price,USD 420,US,',
      'https://wire.example/6,Ledger Wire,2029-05-06,Nimbus 3,price,USD 99,,Orvane',
      'https://wire.example/7,Ledger Wire,2029-05-07,Sony WH-1000XM7,price,cheap,,',
    ].join('\r\n');
    const columns = columnNames(
      'url=link,source=outlet,published_on=day,device=product,subject=topic,value=said,brand=maker',
    );
    const { counts, refused } = await importing('rows.csv', csv, columns);
    expect(counts).toMatchObject({ committed: 2, refused: 1 });
    expect(refused).toMatchObject([{ line: 5, code: 'invalid-value', pointer: '#/claims/0/value' }]);
    expect((await linksOf('https://wire.example/5')).map(({ subject, region }) => [subject, region])).toEqual([
      ['battery.life', null],
      ['price', 'US'],
    ]);
    expect(await linksOf('https://wire.example/6')).toMatchObject([{ name: 'Nimbus 3', value: 'USD 99' }]);
    expect((await importing('rows.csv', csv, columns)).counts).toMatchObject({ recognised: 2, committed: 0 });
  });
});
