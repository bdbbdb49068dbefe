import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Abstract } from '@nestjs/common';
import { OPERATOR } from '../src/access/actor.js';
import { refresh, type RefreshOptions } from '../src/cli/refresh.command.js';
import { Screen } from '../src/cli/screen.js';
import { Database } from '../src/platform/database/database.js';
import { RefreshJob } from '../src/refresh/refresh-job.entity.js';
import { RefreshJobs } from '../src/refresh/refresh-jobs.service.js';
import { Refresh } from '../src/refresh/refresh.service.js';
import { DATABASES } from './support/databases.js';
import { tell, type Told } from './support/newsroom.js';
import { startProgram, type Program } from './support/program.js';

const CLOCK = '2022-05-23T12:00:00Z';
const STORY: Told = { source: 'Ledger', on: '2022-05-23', subject: 'partner', value: 'Leica' };

describe.each(DATABASES)('a refresh that is asked for and awaited while another is under way, on %s', (database) => {
  let server: Program;
  let shell: Program;
  beforeEach(async () => {
    server = await startProgram(database, { clock: CLOCK });
    shell = await startProgram(database, { clock: CLOCK, databaseUrl: server.databaseUrl });
    await tell(server, STORY);
  });
  afterEach(async () => {
    await shell.close();
    await server.close();
  });

  /** The exit code and the answer of `hearsay refresh`. */
  const command = async (options: RefreshOptions) => {
    const [out, err] = [new PassThrough(), new PassThrough()];
    const screen = new Screen({ json: true, color: false, quiet: true }, out, err);
    const get = <T>(service: Abstract<T>) => Promise.resolve(shell.get(service));
    const serve = () => Promise.reject(new Error('nobody serves here'));
    const code = await refresh(options, { screen, get, close: () => Promise.resolve(), serve });
    out.end();
    return { code, job: JSON.parse(await text(out)) as { id: string; status: string; scope: string } };
  };
  const jobs = () => server.get(Database).rows.find(RefreshJob, { where: { cause: 'cli' }, order: { id: 'ASC' } });

  /** Does the job in the server, and gives the command in the shell once it is under way. */
  const meanwhile = async (options: RefreshOptions) => {
    let asked: ReturnType<typeof command> | undefined;
    await server.get(Refresh).runDue(() => {
      asked ??= command(options);
      asked.catch(() => undefined);
    });
    return asked!;
  };

  it('is the one under way where that refreshes everything', async () => {
    const { id } = await server.get(RefreshJobs).request({}, 'cli', OPERATOR);
    expect(await meanwhile({ wait: true })).toMatchObject({ code: 0, job: { id, status: 'succeeded' } });
    expect(await jobs()).toHaveLength(1);
  });

  it('comes after the one under way where that refreshes a device', async () => {
    const { id } = await server.get(RefreshJobs).request({ scope: 'device', target: 'orvane-halo' }, 'cli', OPERATOR);
    const { code, job } = await meanwhile({ wait: true });
    expect({ code, job }).toMatchObject({ code: 0, job: { status: 'succeeded', scope: 'all' } });
    expect((await jobs()).map((each) => each.id)).toEqual([id, job.id]);
  });

  it('is refused where nobody waits for it', async () => {
    await server.get(RefreshJobs).request({}, 'cli', OPERATOR);
    await expect(meanwhile({})).rejects.toMatchObject({ code: 'refresh-running' });
  });
});
