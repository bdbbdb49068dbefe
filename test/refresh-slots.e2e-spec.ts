import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { OPERATOR } from '../src/access/actor.js';
import { Assessment } from '../src/assessments/assessment.entity.js';
import { Database } from '../src/platform/database/database.js';
import type { Dialect } from '../src/platform/database/place.js';
import { RefreshJob } from '../src/refresh/refresh-job.entity.js';
import { RefreshJobs } from '../src/refresh/refresh-jobs.service.js';
import { LEASE_TTL_MS } from '../src/refresh/leases.service.js';
import { Refresh } from '../src/refresh/refresh.service.js';
import { Rumor } from '../src/rumors/rumor.entity.js';
import { startChild } from './support/children.js';
import { DATABASES } from './support/databases.js';
import { tell } from './support/newsroom.js';
import { startProgram, type Program } from './support/program.js';
import type { Look } from './support/refreshing-child.js';

const HOUR = 3_600_000;
const START = Date.parse('2022-05-23T12:00:00Z');
const SLOTS = 10;
/** Each child compiles the whole program. */
const PATIENCE_MS = 120_000;

describe.each(DATABASES)('processes that refresh one %s', (database) => {
  let program: Program;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    program = await startProgram(database, { clock: '2022-05-23T12:00:00Z' });
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await program.close();
  });

  const start = async (dialect: Dialect) => {
    const child = startChild('refreshing-child.ts', dialect, program.databaseUrl, String(START));
    children.push(child);
    await once(child, 'message');
    return child;
  };
  const look = async (child: ChildProcess, told: Look) => {
    child.send(told);
    await once(child, 'message');
  };
  const jobs = () => program.get(Database).rows.find(RefreshJob, { where: {}, order: { dueAt: 'ASC' } });

  it(
    'do each slot once, all looking at the same time',
    async () => {
      const all = await Promise.all([start(database), start(database)]);
      for (let slot = 0; slot < SLOTS; slot += 1) {
        await Promise.all(all.map((child) => look(child, { at: START + slot * HOUR })));
      }
      const done = await jobs();
      expect(done.map(({ status }) => status)).toEqual([...Array<string>(SLOTS).fill('succeeded'), 'queued']);
      expect(done.map(({ startedAt }) => startedAt)).toEqual([
        ...Array.from({ length: SLOTS }, (_, slot) => START + slot * HOUR),
        null,
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'end what one of them began before it was killed, each rumor once',
    async () => {
      for (let number = 1; number <= 60; number += 1) {
        const news = { source: 'Ledger', on: '2022-05-23', subject: 'partner', value: 'Leica' };
        await tell(program, { ...news, device: `Orvane ${number}` });
      }
      const { id } = await program.get(RefreshJobs).request({}, 'cli', OPERATOR);
      const child = await start(database);
      child.send({ at: START, diesWeighing: true } satisfies Look);
      await once(child, 'exit');
      const weighed = () => program.get(Database).rows.count(Assessment);
      const left = await weighed();
      expect([left > 0, left < 60]).toEqual([true, true]);
      program.clock.advance(2 * LEASE_TTL_MS);
      await program.get(Refresh).runDue();
      expect(await jobs()).toMatchObject([{ id, status: 'succeeded', attempts: 2 }]);
      expect(await weighed()).toBe(60);
      expect((await program.get(Database).rows.find(Rumor)).every(({ dueAt }) => dueAt === null)).toBe(true);
    },
    PATIENCE_MS,
  );
});
