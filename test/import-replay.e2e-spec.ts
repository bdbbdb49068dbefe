import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPERATOR } from '../src/access/actor.js';
import { factsOf, linesOf } from '../src/importing/import-file.js';
import type { LineTaking } from '../src/importing/import-desk.service.js';
import { ImportReplays } from '../src/importing/import-replays.service.js';
import { ImportRuns } from '../src/importing/import-runs.service.js';
import { Imports } from '../src/importing/imports.service.js';
import { HandInArticleDto } from '../src/ingestion/article.dto.js';
import { Ingestions } from '../src/ingestion/ingestions.service.js';
import { Database } from '../src/platform/database/database.js';
import { checked } from '../src/platform/validation.js';
import { DATABASES } from './support/databases.js';
import { startServer, type Server } from './support/server.js';

const NOW = '2029-06-20T12:00:00Z';
const REPLAYING: LineTaking = { columns: {}, source: null, commits: true, replays: true };

const REGULATOR = 'Radio Office';

/** Reports about a Sony headset over half a year, out of order as an archive may be. A filing tells that a launch is near. */
const LINES = [
  ['Gear Post', '2029-03-04', 'A leaker told Gear Post that the upcoming Sony WH-1000XM7 will launch in October 2029.'],
  ['The Ledger', '2029-01-09', 'People at a supplier say the Sony WH-1000XM7 will launch in September 2029.'],
  [
    'Audio Week',
    '2029-05-21',
    'The Sony WH-1000XM7 is said to cost $449, and it launches in September 2029, a dealer says.',
  ],
  ['Telefon Pixel', '2029-02-11', 'According to a tipster, the Sony WH-1000XM7 will have a battery of 700 mAh.'],
  ['Gear Post', '2029-04-29', 'The unannounced Sony WH-1000XM7 is rumored to cost $499, a retailer says.'],
  [REGULATOR, '2029-04-30', 'A filing shows that the unannounced Sony WH-1000XM7 will have a battery of 720 mAh.'],
].map(([name, published_on, text], index) => ({
  ...{ text, title: `Headset report ${index}`, url: `https://${index}.example/xm7`, published_on },
  source: { name, kind: name === REGULATOR ? 'regulator' : 'outlet', vetted: true },
}));

interface Point {
  readonly at: string;
  readonly value: number;
  readonly reconstructed: boolean;
  readonly reports: number;
  readonly cause: readonly { readonly kind: string }[];
}

describe.each(DATABASES)('the past that an import works out on %s', (database) => {
  let server: Server;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-replay-'));
    writeFileSync(join(folder, 'archive.jsonl'), LINES.map((line) => `${JSON.stringify(line)}\n`).join(''));
    server = await startServer(database, { clock: NOW });
    await replaying(server);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Imports the archive and works its past out; `devicesDone` lets it stop after so many. */
  async function replaying(program: Server, taking = REPLAYING, stopAt = Infinity) {
    const file = join(folder, 'archive.jsonl');
    const run = await program.get(ImportRuns).begin((await factsOf(file)).digest, 'archive.jsonl', false);
    const watch = { advanced: () => undefined, refused: () => undefined, isStopped: () => false };
    await program.get(Imports).run(run, linesOf(file, 'jsonl'), taking, watch);
    await program.get(Imports).weigh();
    if (!taking.replays) return null;
    let asked = 0;
    return program
      .get(ImportReplays)
      .run(run.id, { replayed: () => undefined, isStopped: () => (asked += 1) > stopAt });
  }
  const read = async <T>(url: string, program = server): Promise<T> => (await program.call('GET', url)).body as T;
  const rumor = async (subject: string, said: string, program = server): Promise<string> => {
    const { data } = await read<{ data: { id: string; text: string }[] }>(`/v1/rumors?subject=${subject}`, program);
    return data.find(({ text }) => text.includes(said))!.id;
  };
  const history = async (id: string, query = '', program = server): Promise<Point[]> =>
    (await read<{ data: Point[] }>(`/v1/rumors/${id}/history${query}`, program)).data;
  const rows = (text: string) => server.get(Database).read<Record<string, unknown>>(text);

  it('has a point at each day from whose start on something published has a say, and is marked', async () => {
    const points = await history(await rumor('launch.date', 'September'));
    const caused = points.filter(
      ({ cause, reconstructed }) => reconstructed && cause.some(({ kind }) => kind === 'evidence'),
    );
    expect(caused.map(({ at, reports }) => [at.slice(0, 10), reports])).toEqual([
      ['2029-01-10', 1],
      ['2029-03-05', 1],
      ['2029-05-22', 2],
    ]);
    const shifted = points.filter(
      ({ cause, reconstructed }) => reconstructed && cause.some(({ kind }) => kind === 'related_rumor'),
    );
    expect(shifted.map(({ at }) => at.slice(0, 10))).toEqual(['2029-05-01']);
    expect(points.map(({ at }) => at.slice(0, 10))).not.toContain('2029-04-30');
    expect(points.at(-1)).toMatchObject({ at: NOW.replace('Z', '.000Z'), reconstructed: false });
    expect(points.filter(({ reconstructed }) => !reconstructed)).toHaveLength(1);
    expect(points.every(({ at }, index) => index === 0 || at > points[index - 1]!.at)).toBe(true);
    const aged = points.filter(({ cause }) => cause.some(({ kind }) => kind === 'age'));
    expect(aged.length).toBeGreaterThan(0);
    for (const point of aged) {
      const before = points[points.indexOf(point) - 1]!;
      expect(Math.abs(point.value - before.value)).toBeGreaterThanOrEqual(0.0049);
    }
  });

  it('is what is believed where the same reports are learned of on their days', async () => {
    const live = await startServer(database, { clock: '2029-01-10T06:00:00Z' });
    try {
      for (const line of LINES.toSorted((one, other) => one.published_on!.localeCompare(other.published_on!))) {
        live.clock.hold(Date.parse(`${line.published_on}T06:00:00Z`) + 86_400_000);
        await live.get(Ingestions).handIn(checked(HandInArticleDto, line), OPERATOR, 'commit');
      }
      for (const [subject, said] of [
        ['launch.date', 'September'],
        ['launch.date', 'October'],
        ['price', '449'],
        ['price', '499'],
        ['battery.capacity', '700'],
        ['battery.capacity', '720'],
      ] as const) {
        const byDay = async (program: Server) =>
          new Map(
            (await history(await rumor(subject, said, program), '', program)).map(({ at, value }) => [
              at.slice(0, 10),
              value,
            ]),
          );
        const [believed, replayed] = [await byDay(live), await byDay(server)];
        expect(believed.size).toBeGreaterThan(0);
        for (const [day, value] of believed) expect([subject, day, replayed.get(day)]).toEqual([subject, day, value]);
      }
    } finally {
      await live.close();
    }
  });

  it('is no answer to what was believed then, unless it is asked for', async () => {
    const id = await rumor('launch.date', 'September');
    const then = '?as_of=2029-03-20';
    const plain = await server.call('GET', `/v1/rumors/${id}/explanation${then}`);
    expect([plain.status, plain.body.code]).toEqual([404, 'not-yet-known']);
    expect(plain.body.detail).toContain('basis=reconstructed');
    for (const basis of ['reconstructed', 'any']) {
      const why = await read<{
        reconstructed: boolean;
        as_of: string;
        log_odds: number;
        steps: { log_odds_delta: number }[];
      }>(`/v1/rumors/${id}/explanation${then}&basis=${basis}`);
      expect(why).toMatchObject({ reconstructed: true });
      expect(why.as_of < '2029-03-21').toBe(true);
      expect(why.steps.reduce((sum, step) => sum + step.log_odds_delta, 0)).toBeCloseTo(why.log_odds, 9);
    }
    expect(await read(`/v1/rumors/${id}/explanation?basis=any`)).toMatchObject({ reconstructed: false });
    const never = await server.call('GET', `/v1/rumors/${id}/explanation?as_of=2028-12-01&basis=reconstructed`);
    expect([never.status, never.body.code]).toEqual([404, 'not-reconstructed']);
    expect(await history(id, '?basis=believed')).toHaveLength(1);
    expect((await history(id, '?basis=reconstructed')).every(({ reconstructed }) => reconstructed)).toBe(true);
    expect((await server.call('GET', `/v1/rumors/${id}/history?basis=guessed`)).status).toBe(400);
  });

  it('is told of once, and stands in no record of what was believed', async () => {
    const told = await rows(`select type, data from events where type = 'history.reconstructed'`);
    expect(told).toHaveLength(1);
    const points = (await rows('select count(*) as n from reconstructions'))[0]!.n;
    expect(JSON.parse(told[0]!.data as string)).toEqual({ devices: 1, points });
    const moves = await rows(`select data from events where type = 'rumor.confidence_changed'`);
    expect(moves.every(({ data }) => (JSON.parse(data as string) as { previous: unknown }).previous === null)).toBe(
      true,
    );
    const { data } = await read<{ data: { id: string }[] }>('/v1/rumors');
    expect((await rows('select count(*) as n from assessments'))[0]!.n).toBe(data.length);
  });

  it('goes out marked, in both forms', async () => {
    const id = await rumor('launch.date', 'September');
    const csv = await read<string>(`/v1/exports/history.csv?rumor=${id}`);
    const [head, ...lines] = csv
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const place = head!.indexOf('reconstructed');
    const points = await history(id);
    expect(lines.map((line) => line[place] === 'true').sort()).toEqual(
      points.map(({ reconstructed }) => reconstructed).sort(),
    );
    const jsonl = await read<string>('/v1/exports/history.jsonl');
    expect(jsonl).toContain('"reconstructed":true');
  });

  it('is drawn dashed, and said to be', async () => {
    const id = await rumor('launch.date', 'September');
    const page = await read<string>(`/rumors/${id}`);
    expect(page).toContain('stroke-dasharray="7 5"');
    expect(page).toContain('Dashed before 20 June 2029: reconstructed from what had been published by then');
    expect(page).toContain('10 January 2029, reconstructed');
  });

  it('is worked out once, however often the file is imported, and anew where a verdict ends it', async () => {
    const before = await rows('select id, made_at from reconstructions order by id');
    expect(await replaying(server)).toEqual({ devices: 0, points: 0 });
    expect(await rows('select id, made_at from reconstructions order by id')).toEqual(before);
    expect(await rows(`select id from events where type = 'history.reconstructed'`)).toHaveLength(1);
    const id = await rumor('price', '499');
    const { data } = await read<{ data: { id: string; rumor: unknown }[] }>(`/v1/evidence?rumor=${id}`);
    const verdict = {
      outcome: 'false',
      happened_on: '2029-05-01',
      evidence: data[0]!.id,
      note: 'another price was named',
    };
    const put = { role: 'editor', body: verdict, headers: { 'if-none-match': '*' } } as const;
    expect((await server.call('PUT', `/v1/rumors/${id}/resolution`, put)).status).toBe(201);
    await replaying(server);
    const left = await history(id, '?basis=reconstructed');
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ at }) => at <= '2029-05-01T00:00:00.000Z')).toBe(true);
  });

  it('goes on where it was broken off', async () => {
    const other = await startServer(database, { clock: NOW });
    try {
      expect(await replaying(other, REPLAYING, 0)).toBeNull();
      const count = () => other.get(Database).readOne<{ n: number }>('select count(*) as n from reconstructions');
      expect((await count())!.n).toBe(0);
      const runs = await other.get(Database).read<{ finished_at: unknown }>('select finished_at from import_runs');
      expect(runs).toEqual([{ finished_at: null }]);
      expect(await replaying(other)).toEqual({ devices: 1, points: (await count())!.n });
    } finally {
      await other.close();
    }
  });
});
