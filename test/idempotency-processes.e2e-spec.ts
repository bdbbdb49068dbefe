import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { OPERATOR } from '../src/access/actor.js';
import { Keys } from '../src/access/keys.service.js';
import { Database } from '../src/platform/database/database.js';
import { startChild } from './support/children.js';
import { DATABASES } from './support/databases.js';
import type { Posted, Replied } from './support/posting-child.js';
import { startProgram, type Program } from './support/program.js';

const AT_ONCE = 25;

describe.each(DATABASES)('one Idempotency-Key in several processes on %s', (database) => {
  let program: Program;
  let secret: string;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    program = await startProgram(database);
    program.clock.release();
    secret = (await program.get(Keys).mint({ name: 'editor', role: 'editor' }, OPERATOR)).secret;
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await program.close();
  });

  const start = async (): Promise<ChildProcess> => {
    const child = startChild('posting-child.ts', program.databaseUrl);
    children.push(child);
    await once(child, 'message');
    return child;
  };
  const send = async (child: ChildProcess, posted: Posted): Promise<Replied[]> => {
    child.send(posted);
    return ((await once(child, 'message')) as [Replied[]])[0];
  };
  const posted = (key: string, name: string, times = AT_ONCE): Posted => ({
    ...{ url: '/v1/companies', secret, key, body: { name } },
    times,
  });
  const countOf = async (name: string) =>
    (await program.get(Database).readOne<{ n: number }>('select count(*) as n from companies where name = ?', [name]))
      ?.n;

  it('has one effect, and every answer is the same', async () => {
    const [one, other] = [await start(), await start()];
    for (const name of ['Orvane', 'Halden', 'Meridian']) {
      const request = posted(`k-${name}`, name);
      const answers = (await Promise.all([send(one, request), send(other, request)])).flat();
      const made = answers.filter(({ status }) => status === 201);
      expect(await countOf(name)).toBe(1);
      expect(made.filter(({ isReplayed }) => !isReplayed)).toHaveLength(1);
      expect(new Set(made.map(({ body }) => body)).size).toBe(1);
      const others = answers.filter(({ status }) => status !== 201).map(({ body }) => JSON.parse(body).code as string);
      expect(new Set(['idempotent-request-running', ...others])).toEqual(new Set(['idempotent-request-running']));
    }
  });

  it('is answered after a crash as the act was kept, or done now', async () => {
    const survivor = await start();
    for (const patience of [1, 5, 15]) {
      const [child, name] = [await start(), `Orvane ${patience}`];
      child.send(posted(`crash-${patience}`, name, 1));
      await wait(patience);
      child.kill('SIGKILL');
      await once(child, 'close');
      const kept = await countOf(name);
      const again = await send(survivor, posted(`crash-${patience}`, name, 1));
      expect(again.map(({ status, isReplayed }) => [status, isReplayed])).toEqual([[201, kept === 1]]);
      expect(await countOf(name)).toBe(1);
    }
  });
});
