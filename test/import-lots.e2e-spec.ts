import fc from 'fast-check';
import { ImportActs } from '../src/importing/import-acts.service.js';
import { LINES_AT_ONCE } from '../src/importing/import-ahead.service.js';
import type { LineTaking } from '../src/importing/import-desk.service.js';
import type { ImportLine } from '../src/importing/import-line.js';
import { NOTHING_IMPORTED } from '../src/importing/import-run.entity.js';
import { ImportRuns } from '../src/importing/import-runs.service.js';
import { Imports } from '../src/importing/imports.service.js';
import { OPERATOR } from '../src/access/actor.js';
import { Devices } from '../src/devices/devices.service.js';
import { extract } from '../src/engine/extraction/index.js';
import { Knowledge } from '../src/ingestion/knowledge.service.js';
import { ReadingsAhead } from '../src/ingestion/readings-ahead.service.js';
import { Database } from '../src/platform/database/database.js';
import { Rumor } from '../src/rumors/rumor.entity.js';
import { Rumors } from '../src/rumors/rumors.service.js';
import { DATABASES } from './support/databases.js';
import { startProgram, type Program } from './support/program.js';

const TAKING: LineTaking = { columns: {}, source: null, commits: true };
const AT = '2029-06-01T12:00:00Z';
/** A source by whose name nothing can be filed: its line breaks the act when the article is half written down. */
const NAMELESS = '—';

const OUTLETS = ['The Ledger', 'Telefon Pixel', 'Gear Post', 'Audio Week', NAMELESS] as const;
const MAKERS = ['Sony', 'Kestrin', 'Orvane', 'Halden'] as const;
const DETAILS = [
  'It is said to cost $499.',
  'It will have a battery of 5000 mAh.',
  'According to The Ledger, it launches in October 2029.',
  '“The launch is in October 2029,” said Mara Lind, CEO of the company.',
  'Nothing else is known.',
] as const;

/** What a line tells: who says what of which device, and whether it stands at an address that another one has. */
const TOLD = fc.record({
  maker: fc.nat(MAKERS.length - 1),
  model: fc.nat(5),
  outlet: fc.nat(OUTLETS.length * 3),
  month: fc.nat(3),
  details: fc.uniqueArray(fc.nat(DETAILS.length - 1), { minLength: 1, maxLength: 3 }),
  address: fc.nat(300),
});

type Told = typeof TOLD extends fc.Arbitrary<infer T> ? T : never;

function lineOf({ maker, model, outlet, month, details, address }: Told, at: number) {
  const name = `${MAKERS[maker]} Arc ${model + 2}`;
  const source = OUTLETS[outlet] ?? OUTLETS[outlet % (OUTLETS.length - 1)]!;
  const launch = ['March', 'May', 'July', 'October'][month];
  const members = {
    title: `${name}, part ${at}`,
    text: `People at a supplier say that the ${name} will launch in ${launch} 2029. ${details.map((each) => DETAILS[each]).join(' ')}`,
    url: `https://news.example/${address}`,
    published_on: `2029-0${month + 1}-1${model}`,
    source: { name: source, kind: 'outlet', vetted: true },
  };
  return { line: at + 1, lastLine: at + 1, text: '', members, fault: null } satisfies ImportLine;
}

const LINES = fc.sample(TOLD, { numRuns: LINES_AT_ONCE * 2 + 33, seed: 29 }).map(lineOf);

const TABLES = `reports evidence rumors devices device_names companies company_names sources source_names statements
  statement_links candidates ingestions ingestion_texts report_bands report_credits report_fingerprints audit_entries headlines
  search_documents events`.split(/\s+/);
const ID = /\b[a-z]{2,3}_[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g;

/** All that a store holds, with each id told by its place among those of its kind, and events in their order. */
async function stored(program: Program): Promise<string[]> {
  const rows: string[] = [];
  for (const table of TABLES) {
    const order = table === 'events' ? ' order by sequence' : '';
    const found = await program.get(Database).read<Record<string, unknown>>(`select * from ${table}${order}`);
    // numbers that a store gives itself may have gaps
    rows.push(...found.map(({ number: _number, sequence: _sequence, ...row }) => `${table} ${JSON.stringify(row)}`));
  }
  const ids = [...new Set(rows.flatMap((row) => row.match(ID) ?? []))].toSorted();
  const places = new Map(
    ids.map((id) => [id, `#${ids.filter((each) => each.startsWith(id.slice(0, 3))).indexOf(id)}`]),
  );
  const named = rows.map((row) => row.replace(ID, (id) => `${id.slice(0, 3)}${places.get(id)}`));
  const isEvent = (row: string): boolean => row.startsWith('events ');
  return [...named.filter((row) => !isEvent(row)).toSorted(), ...named.filter(isEvent)];
}

async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  for (const one of list) yield await Promise.resolve(one);
}

describe.each(DATABASES)('lines that are imported in lots, on %s', (database) => {
  let programs: readonly [Program, Program];
  beforeAll(async () => {
    programs = [await startProgram(database, { clock: AT }), await startProgram(database, { clock: AT })];
  });
  afterAll(() => Promise.all(programs.map((program) => program.close())));

  it('leave what they leave one by one, whatever breaks on the way', async () => {
    const [together, apart] = programs;
    const refused: [number, string][] = [];
    const run = await together.get(ImportRuns).begin('lots', 'a file', true);
    await together.get(Imports).run(run, each(LINES), TAKING, {
      advanced: () => undefined,
      refused: ({ line }, { code }) => refused.push([line, code]),
      isStopped: () => false,
    });
    const one = await apart.get(ImportRuns).begin('lines', 'a file', true);
    let counts = NOTHING_IMPORTED;
    const alone: [number, string][] = [];
    for (const line of LINES) {
      const done = await apart.get(ImportActs).take(one.id, [line], counts, TAKING);
      counts = done.counts;
      alone.push(...done.refused.map(({ fault }): [number, string] => [line.line, fault.code]));
    }
    expect(refused).toEqual(alone);
    expect(new Set(refused.map(([, code]) => code))).toEqual(new Set(['empty-name', 'changed-report']));
    const [there, here] = [await stored(together), await stored(apart)];
    expect(there.length).toBeGreaterThan(LINES.length * 5);
    expect(there).toEqual(here);
  });

  it('note some thirty causes of a rumor that waits, however many there are', async () => {
    const id = (await programs[0].get(Database).readOne<{ id: string }>('select id from rumors order by id limit 1'))!
      .id;
    const rumors = programs[0].get(Rumors);
    for (let time = 0; time < 60; time += 1)
      await rumors.markDue([id], { kind: 'statement', ids: [`st_${time}`.padEnd(29, '0')] });
    const { dueCauses, dueAt } = await programs[0].get(Database).rows.findOneByOrFail(Rumor, { id });
    expect(dueAt).not.toBeNull();
    expect(dueCauses!.length).toBeGreaterThan(20);
    expect(dueCauses!.length).toBeLessThan(45);
    expect(dueCauses![0]).toMatchObject({ kind: 'opened' });
  });

  it('are read ahead as they would be read, unless a name came that may stand there', async () => {
    const program = await startProgram(database, { clock: AT });
    try {
      const [ahead, knowledge] = [program.get(ReadingsAhead), program.get(Knowledge)];
      const follow = (name: string) => program.get(Devices).add({ name, company: 'Sony' }, OPERATOR);
      await follow('Sony Arc 1');
      const [article, other] = LINES.map(({ members: { title, text, url } }) => ({
        title,
        text,
        url,
        publishedOn: null,
      }));
      await (
        await ahead.begin([article!, other!])
      ).done;
      const taken = async () => ahead.take(article!, await knowledge.present());
      const { knowledge: names } = await knowledge.present();
      expect(await taken()).toEqual(extract(article!, names));
      expect(await taken()).not.toBeNull();
      await follow('Sony Slate 44');
      expect(await taken()).not.toBeNull();
      expect(ahead.take({ ...article!, title: 'Another' }, await knowledge.present())).toBeNull();
      await follow(article!.title.replace(/, .*/, ''));
      expect(await taken()).toBeNull();
    } finally {
      await program.close();
    }
  });
});
