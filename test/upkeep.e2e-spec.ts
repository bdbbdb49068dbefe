import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { OPERATOR } from '../src/access/actor.js';
import { Merges } from '../src/identity/merges.service.js';
import { Database } from '../src/platform/database/database.js';
import { execute } from '../src/platform/database/execute.js';
import { placeOf } from '../src/platform/database/place.js';
import { openFile, StoreLook } from '../src/platform/database/store-look.js';
import { Secret } from '../src/platform/secret.entity.js';
import { settingOrigins } from '../src/platform/setting-origins.js';
import { backUp } from '../src/upkeep/backup.js';
import { clockCheck, diskCheck, nodeCheck, outboundCheck, portCheck } from '../src/upkeep/machine-checks.js';
import { manifestPath, type Manifest } from '../src/upkeep/manifest.js';
import { discard, finish, stage } from '../src/upkeep/restoring.js';
import { storeChecks } from '../src/upkeep/store-checks.js';
import { isSound, verify } from '../src/upkeep/verification.js';
import { DATABASES } from './support/databases.js';
import { tell } from './support/newsroom.js';
import { startProgram, type Program } from './support/program.js';
import { fill, refusedOrNot, STORE } from './support/stores.js';

const NEWS = { on: '2025-12-20', source: 'ledger', subject: 'partner', value: 'Halden' } as const;
const BY = { hearsay: '9.9.9', taken_at: '2026-01-01T00:00:00.000Z' };

/** A digest of all rows of each table, in an order of their own. */
async function digests(file: string): Promise<Record<string, string>> {
  const look = await StoreLook.open({ dialect: 'sqlite', file });
  const digestOf = async (table: string) => {
    const rows = (await look.rows<object>(`select * from "${table}"`)).map((row) => JSON.stringify(row)).sort();
    return createHash('sha256').update(rows.join('\n')).digest('hex');
  };
  const all: Record<string, string> = {};
  for (const table of await look.tables()) all[table] = await digestOf(table);
  await look.close();
  return all;
}

const looked = async <T>(url: string, act: (look: StoreLook) => Promise<T>): Promise<T> => {
  const look = await StoreLook.open(placeOf(url)!);
  return act(look).finally(() => look.close());
};

describe('a backup', () => {
  let folder: string;
  let program: Program;
  let store: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-upkeep-'));
    program = await startProgram('sqlite', { databaseUrl: `sqlite:${join(folder, 'store.sqlite')}` });
    store = join(folder, 'store.sqlite');
    await tell(program, NEWS);
  });
  afterAll(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const backup = (file: string, onProgress: (done: number, total: number) => void = () => undefined) =>
    backUp({ databaseUrl: program.databaseUrl, file, overwrites: false, by: BY }, onProgress);
  const elsewhere = () => `sqlite:${join(mkdtempSync(join(folder, 'new-')), 'deeper', 'store.sqlite')}`;

  it('under writes is restored with every act that was acknowledged before it began, and no other', async () => {
    const padding = 'x'.repeat(8 * 1024 ** 2); // several rounds of copying
    await program.get(Database).transaction((rows) => rows.insert(Secret, { name: 'padding', value: padding }));
    const before = await digests(store);
    const rounds: number[] = [];
    let [isDone, written] = [false, 0];
    const file = join(folder, 'monday.sqlite');
    const taken = backup(file, () => rounds.push(written)).finally(() => (isDone = true));
    while (!isDone && written < 500) {
      await tell(program, { ...NEWS, source: 'courier' });
      written += 1;
      await turn(); // the copy goes on in turns of its own
    }
    const manifest = await taken;
    expect(written).toBeGreaterThan(0);
    expect(rounds.length).toBeGreaterThan(1);
    expect(await digests(store)).not.toEqual(before);

    const databaseUrl = elsewhere();
    const staged = await stage({ databaseUrl, file, replaces: false });
    expect([finish(staged), existsSync(staged.file)]).toEqual([null, false]);
    expect(await digests(staged.store)).toEqual(before);
    expect(manifest.rows['reports']).toBe(1);
    const restored = await startProgram('sqlite', { databaseUrl });
    await tell(restored, NEWS);
    await restored.close();
  });

  it('is one file for its owner alone, beside which stands what it is', async () => {
    const file = join(folder, 'tuesday.sqlite');
    const manifest = await backup(file);
    expect(JSON.parse(readFileSync(manifestPath(file), 'utf8'))).toEqual(manifest);
    expect(manifest).toMatchObject({ format: 1, ...BY, bytes: statSync(file).size, revision: expect.any(Number) });
    expect(manifest.sha256).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
    expect([statSync(file).mode & 0o777, existsSync(`${file}-wal`)]).toEqual([0o600, false]);
    await expect(backup(file)).rejects.toMatchObject({ kind: 'conflict', code: 'file-exists' });
    await expect(backup(store)).rejects.toMatchObject({ code: 'file-exists' });
    await expect(backup(join(folder, 'nowhere', 'x'))).rejects.toMatchObject({ code: 'no-folder' });
  });

  it.each<[string, string, (file: string) => void]>([
    ['of which a byte was added', 'backup-damaged', (file) => appendFileSync(file, 'x')],
    ['without its manifest', 'no-manifest', (file) => rmSync(manifestPath(file))],
    ['with another text for a manifest', 'bad-manifest', (file) => writeFileSync(manifestPath(file), '{"format": 2}')],
    ['that is not there', 'no-backup', (file) => rmSync(file)],
    ['whose rows are not those it had', 'backup-damaged', (file) => rewrite(file, (m) => ({ ...m, rows: {} }))],
    [
      'of a newer program',
      'database-newer',
      (file) => change(file, `update migrations set name = 'Later9' where id = 1`),
    ],
    ['whose references dangle', 'backup-damaged', (file) => change(file, `update rumors set device_id = 'dev_none'`)],
  ])('%s is refused, and nothing is left', async (_what, code, harm) => {
    const file = join(mkdtempSync(join(folder, 'harm-')), 'b.sqlite');
    await backup(file);
    harm(file);
    const databaseUrl = elsewhere();
    await expect(stage({ databaseUrl, file, replaces: false })).rejects.toMatchObject({ code });
    const { file: place } = placeOf(databaseUrl) as { file: string };
    expect([existsSync(place), existsSync(`${place}.restoring`)]).toEqual([false, false]);
  });

  it('takes the place of a store only where that is said, and of none that a program holds', async () => {
    const file = join(folder, 'wednesday.sqlite');
    await backup(file);
    const { databaseUrl } = program;
    const before = await digests(store);
    await expect(stage({ databaseUrl, file, replaces: false })).rejects.toMatchObject({ code: 'store-exists' });
    await expect(stage({ databaseUrl, file, replaces: true })).rejects.toMatchObject({ code: 'store-in-use' });
    expect(await digests(store)).toEqual(before);
    await tell(program, NEWS); // the program goes on
  });

  it('replaces a store that cannot be read any more, which is kept', async () => {
    const file = join(folder, 'thursday.sqlite');
    await backup(file);
    const databaseUrl = elsewhere();
    finish(await stage({ databaseUrl, file, replaces: false }));
    const { file: place } = placeOf(databaseUrl) as { file: string };
    writeFileSync(place, 'no database any more');
    const staged = await stage({ databaseUrl, file, replaces: true });
    expect(staged.erasedSince).toBeNull();
    expect(readFileSync(finish(staged)!, 'utf8')).toBe('no database any more');
    expect(await digests(place)).toEqual(await digests(file));
    discard(staged.file);
  });

  it('is left to the tools of PostgreSQL there', async () => {
    const databaseUrl = 'postgres://desk@db.example/hearsay';
    const order = { databaseUrl, file: join(folder, 'x'), overwrites: false, by: BY };
    await expect(backUp(order, () => undefined)).rejects.toThrow(/pg_dump.*pg_restore/);
    await expect(stage({ databaseUrl, file: 'x', replaces: true })).rejects.toThrow(/pg_dump.*pg_restore/);
  });
});

const rewrite = (file: string, to: (manifest: Manifest) => Manifest): void =>
  writeFileSync(
    manifestPath(file),
    JSON.stringify(to(JSON.parse(readFileSync(manifestPath(file), 'utf8')) as Manifest)),
  );

/** Changes a backup and its manifest alike, so that only what is in it is wrong. */
function change(file: string, sql: string): void {
  const connection = openFile(file, false);
  connection.pragma('foreign_keys = 0');
  connection.exec(sql);
  connection.close();
  const [bytes, sha256] = [statSync(file).size, createHash('sha256').update(readFileSync(file)).digest('hex')];
  rewrite(file, (manifest) => ({ ...manifest, bytes, sha256 }));
}

describe.each(DATABASES)('looking at a store on %s', (database) => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram(database);
  });
  afterAll(() => program.close());

  const write = (text: string) => program.get(Database).transaction((rows) => execute(rows, { text, values: [] }));
  const verdict = () => looked(program.databaseUrl, verify);
  const checks = (now = program.clock.now()) => looked(program.databaseUrl, (look) => storeChecks(look, now));

  it('finds every counter right, whatever was done', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(STORE, async (news) => {
        run += 1;
        const devices = [1, 2, 3].map((each) => `Orvane Halo ${run}${each}`);
        const kept = await fill(program, news, devices);
        const [one, other] = [...new Set(kept.map(({ rumor }) => rumor.deviceId))];
        if (one && other) {
          await refusedOrNot(() => program.get(Merges).merge(one, { into: other }, null, OPERATOR));
        }
        expect(await verdict()).toMatchObject({ counters: [], wrongCounters: 0, pending: [], unknown: [] });
      }),
      { numRuns: 6 },
    );
  });

  it.each([
    'reports.evidence_count',
    'rumors.report_count',
    'devices.rumor_count',
    'devices.report_count',
    'sources.report_count',
  ])('finds %s where it is wrong', async (counter) => {
    await tell(program, NEWS);
    const [table, column] = counter.split('.');
    await write(`update ${table} set ${column} = ${column} + 7`);
    const found = await verdict();
    await write(`update ${table} set ${column} = ${column} - 7`);
    expect(isSound(found)).toBe(false);
    const wrong = found.counters.filter((each) => each.counter === counter);
    expect(wrong[0]).toMatchObject({ counter, kept: wrong[0]!.counted + 7 });
  });

  it('tells which migrations are missing, and which are of a newer program', async () => {
    const [name] = await looked(program.databaseUrl, (look) => look.migrations());
    await write(`update migrations set name = 'Later9' where name = '${name}'`);
    const [found, [check]] = [await verdict(), await checks()];
    await write(`update migrations set name = '${name}' where name = 'Later9'`);
    expect([found.pending, found.unknown, isSound(found)]).toEqual([[name], ['Later9'], false]);
    expect(check).toMatchObject({ name: 'migrations', level: 'fail' });
  });

  it('tells of a clock that is behind, of a late refresh, of webhooks and feeds that fail', async () => {
    await tell(program, NEWS);
    const levels = async (now?: number) => (await checks(now)).map(({ name, level }) => `${name} ${level}`);
    const well = ['migrations ok', 'time ok', 'refresh ok', 'webhooks ok', 'subscriptions ok'];
    expect(await levels()).toEqual(well);
    expect((await levels(0))[1]).toBe('time warn');
    await write(`insert into refresh_jobs (id, status, scope, cause, requested_by, done, total, counts, errors, attempts,
      due_at, created_at, updated_at) values ('job_a', 'queued', 'all', 'schedule', 'system', 0, 0, '{}', '[]', 0, 1, 1, 1)`);
    await write(`insert into webhooks (id, url, types, filter, format, description, secret, enabled, from_sequence,
      claimed_until, quiet_until, failures_in_row, version, created_at, updated_at)
      values ('wh_a', 'https://desk.example/', '[]', '{}', 'standard', '', 'whsec_', true, 0, 0, 0, 3, 1, 1, 1)`);
    await write(`insert into subscriptions (id, url, host, status, interval_ms, auto_commit, next_poll_at, delay_ms,
      failures, moved_times, polls, items, proposed, fence, version, created_by, created_at, updated_at) values ('sub_a',
      'https://ledger.example/feed', 'ledger.example', 'active', 1, false, 1, 1, 4, 0, 4, 0, 0, 0, 1, 'desk', 1, 1)`);
    const [, , refresh, webhooks, subscriptions] = await checks();
    expect(refresh).toMatchObject({ level: 'warn', detail: expect.stringMatching(/^due for \d+ minutes/) });
    expect(webhooks).toMatchObject({ level: 'warn', detail: 'wh_a (3 failures)' });
    expect(subscriptions).toMatchObject({ level: 'warn', detail: 'https://ledger.example/feed (4 failures)' });
  });
});

describe('the doctor', () => {
  it.each<[string, () => unknown, string]>([
    ['an old Node', () => nodeCheck('20.18.3'), 'fail'],
    ['a new Node', () => nodeCheck('24.1.0'), 'ok'],
    ['a clock that stands', () => clockCheck({ clockHeldAt: 0 }), 'warn'],
    ['a clock that runs', () => clockCheck({ clockHeldAt: null }), 'ok'],
    [
      'a way out with exceptions',
      () => outboundCheck({ outboundAllow: ['desk.example:80'], outboundPorts: [80] }),
      'warn',
    ],
    ['a way out without', () => outboundCheck({ outboundAllow: [], outboundPorts: [443] }), 'ok'],
    ['a disk', () => diskCheck({ dialect: 'sqlite', file: join(tmpdir(), 'not', 'there', 'x.sqlite') }), 'ok'],
    ['an address of another machine', () => portCheck({ host: '192.0.2.1', port: 0 }), 'fail'],
    ['a free port', () => portCheck({ host: '127.0.0.1', port: 0 }), 'ok'],
  ])('judges %s', async (_what, check, level) => {
    expect(await check()).toMatchObject({ level, advice: level === 'ok' ? null : expect.any(String) });
  });

  it('says where each setting comes from, and tells no password', () => {
    const origins = settingOrigins(
      { DATABASE_URL: 'postgres://desk:very:s3cret@db.example/hearsay', PORT: ' ' },
      tmpdir(),
    );
    const of = (name: string) => origins.find(({ variable }) => variable === name);
    expect(of('DATABASE_URL')).toMatchObject({
      origin: 'environment',
      value: 'postgres://desk:•••@db.example/hearsay',
    });
    expect(of('PORT')).toMatchObject({ origin: 'default', value: '3000' });
  });
});
