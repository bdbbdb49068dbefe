import { OPERATOR } from '../src/access/actor.js';
import { AlertDesk } from '../src/alerts/alert-desk.service.js';
import { PollSchedule } from '../src/subscriptions/poll-schedule.service.js';
import { rssOf } from './support/feed-world.js';
import { hearsay, type Ended } from './support/hearsay.js';
import { loopback, type Loopback } from './support/loopback.js';
import { startProgram } from './support/program.js';

const CLOCK = '2026-10-01T00:00:00Z';

describe('the command line asks and tells', () => {
  let outside: Loopback;
  let environment: Record<string, string>;
  let isBroken = false;
  const settings = () => ({ outboundAllow: [`127.0.0.1:${outside.port}`] });
  const run = (...args: string[]): Promise<Ended> => hearsay(args, environment);
  const json = ({ stdout }: Ended) => JSON.parse(stdout); // a test names the members it expects
  const at = (path: string) => `http://127.0.0.1:${outside.port}${path}`;

  beforeAll(async () => {
    outside = await loopback((request, response) => {
      if (request.method === 'POST') return void response.writeHead(isBroken ? 500 : 204).end();
      if (request.url === '/feed' && !isBroken) return void response.end(rssOf('The Wire', []));
      response.writeHead(request.url === '/feed' ? 503 : 404).end();
    });
    const program = await startProgram('sqlite', { clock: CLOCK });
    await program.get(AlertDesk).make({ when: 'crosses', threshold: 0.8, to: 'feed', name: 'Sure' }, OPERATOR);
    await program.close();
    environment = { DATABASE_URL: program.databaseUrl, HEARSAY_CLOCK: CLOCK, PORT: '0' };
    environment['OUTBOUND_ALLOW'] = settings().outboundAllow.join();
  });
  afterAll(async () => {
    await outside.close();
  });

  it('watches a feed, shows how it fares, asks it now, and watches it no more', async () => {
    const none = await run('subscriptions');
    expect(none).toMatchObject({ code: 0, stdout: '', stderr: 'Nothing is watched.\n' });
    const added = await run('watch', at('/feed'), '--interval', 'PT30M', '--source', 'The Wire');
    expect([added.code, added.stdout]).toEqual([0, expect.stringMatching(/^sub_\w+ http:\S+\/feed, every PT30M\n$/)]);
    expect(added.stderr).toBe('A server asks it within a minute.\n');
    const id = added.stdout.split(' ')[0]!;
    const twice = await run('watch', at('/feed#news'));
    expect([twice.code, twice.stderr]).toEqual([5, expect.stringContaining(`watched already, as ${id}`)]);
    const asked = await run('refresh', '--subscription', id, '--wait', '--quiet');
    expect([asked.code, asked.stdout]).toEqual([
      0,
      expect.stringMatching(/^succeeded job_\w+ · new entries: 0, proposed: 0\n$/),
    ]);
    const again = await run('refresh', '--subscription', id, '--wait');
    expect([again.code, again.stderr]).toEqual([7, expect.stringContaining('ask again in 300 s')]);
    isBroken = true;
    const program = await startProgram('sqlite', {
      ...{ databaseUrl: environment['DATABASE_URL']!, clock: '2026-10-01T02:00:00Z', settings: settings() },
    });
    await program.get(PollSchedule).tick();
    await program.close();
    const { code, stdout } = await run('subscriptions');
    const [heading, row] = stdout.split('\n');
    expect([code, heading]).toEqual([
      0,
      expect.stringMatching(/^Id +State +Next +Polls +Entries +Proposed +Address +Trouble/),
    ]);
    expect(row).toMatch(/^sub_\w+ +active, 1 failed +2026-10-01 0[34]:\d\d +2 +0 +0 +http:\S+\/feed +unreachable-url/);
    const shown = await run('subscriptions', id, '--json');
    expect(json(shown)).toMatchObject({ id, title: 'The Wire', source: 'The Wire', failures: 1, last_status: 503 });
    expect((await run('subscriptions', '--stop')).code).toBe(2);
    expect(await run('subscriptions', id, '--stop')).toMatchObject({ code: 0, stdout: `${id} is watched no more\n` });
    expect(await run('subscriptions', id, '--stop')).toMatchObject({ code: 3, stdout: '' });
    expect((await run('watch', 'http://10.0.0.1/feed')).code).toBe(1);
  });

  it('registers a receiver, shows its secret this once, and tries it out', async () => {
    const added = await run('webhooks', 'add', at('/hook'), '--types', 'rumor.resolved, alert.fired');
    expect([added.code, added.stdout]).toEqual([0, expect.stringMatching(/^wh_\w+ http:\S+\/hook\nwhsec_\S+\n$/)]);
    const id = added.stdout.split(' ')[0]!;
    const listed = await run('webhooks', 'list');
    expect(listed.stdout).toMatch(/\nwh_\w+ +on +0 +0 +0 +rumor\.resolved alert\.fired +http:\S+\/hook/);
    expect(listed.stdout).not.toContain('whsec_');
    isBroken = false;
    const tried = await run('webhooks', 'test', id);
    expect([tried.code, tried.stdout]).toEqual([0, expect.stringMatching(/^received, 204, after \d+ ms\n$/)]);
    isBroken = true;
    const failed = await run('webhooks', 'test', id, '--json');
    expect([failed.code, json(failed)]).toMatchObject([7, { received: false, status: 500 }]);
    expect((await run('webhooks', 'add', at('/hook'), '--types', 'rumor.exploded')).code).toBe(1);
  });

  it('lists the rules by which people are alerted', async () => {
    const { code, stdout } = await run('alerts');
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(
        /^Id +Of +Name +When +About +To +Last told\nalr_\w+ +\S+ +Sure +crosses 0\.8 +everything +feed +–/,
      ),
    ]);
  });
});
