import { OPERATOR } from '../src/access/actor.js';
import { Keys } from '../src/access/keys.service.js';
import { Database } from '../src/platform/database/database.js';
import { routesOf } from '../src/platform/http/routes.js';
import { RefreshSchedule } from '../src/refresh/refresh-schedule.service.js';
import { DATABASES } from './support/databases.js';
import { editorAt } from './support/editor.js';
import { everyWrite } from './support/every-write.js';
import { problemIn, startServer, type Answer, type Server } from './support/server.js';
import { handedIn } from './support/stories.js';

const DAY_MS = 86_400_000;

describe.each(DATABASES)('a request under an Idempotency-Key, on %s', (database) => {
  let server: Server;
  let count = 0;
  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-10-01T00:00:00Z' });
    await server.key('editor');
  });
  afterEach(() => server.close());

  const fresh = () => `"key-${(count += 1)}"`;
  const post = (url: string, body: unknown, key: string, more: Record<string, string> = {}) =>
    server.call('POST', url, { role: 'editor', body, headers: { 'idempotency-key': key, ...more } });
  const countOf = async (table: string) =>
    (await server.get(Database).readOne<{ n: number }>(`select count(*) as n from ${table}`))?.n;
  const isReplay = ({ headers }: Answer) => headers['idempotency-replayed'] === 'true';
  /** The version in a tag; what follows names the state of the whole store. */
  const versionIn = ({ headers }: Answer) => /^"(\d+)/.exec(String(headers['etag']))?.[1];

  it('has one effect, sent 50 times at once', async () => {
    const key = fresh();
    const send = () => post('/v1/companies', { name: 'Orvane' }, key);
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    const done = answers.filter(({ status }) => status === 201);
    const waiting = answers.filter(({ status }) => status !== 201);
    expect(await countOf('companies')).toBe(1);
    expect(await countOf(`events where type = 'company.created'`)).toBe(1);
    expect(done.filter((answer) => !isReplay(answer))).toHaveLength(1);
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    for (const answer of waiting) {
      expect(problemIn(answer, 409).code).toBe('idempotent-request-running');
      expect(answer.headers['retry-after']).toBe('1');
    }
    const again = await send();
    expect([again.status, isReplay(again), again.body]).toEqual([201, true, done[0]?.body]);
  });

  it('is answered again with the same status, body and headers, whatever has changed since', async () => {
    const key = fresh();
    const first = await post('/v1/companies', { name: 'Orvane', aliases: ['ORV'] }, key);
    const { id } = first.body as { id: string };
    await server.call('PATCH', `/v1/companies/${id}`, { role: 'editor', body: { name: 'Orvane Labs' } });
    const again = await post('/v1/companies', { aliases: ['ORV'], name: 'Orvane' }, key);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers['location']).toBe(first.headers['location']);
    expect(versionIn(again)).toBe(versionIn(first));
    expect([isReplay(first), isReplay(again)]).toEqual([false, true]);
    expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
  });

  it('keeps the answer that was given after the rumor was weighed', async () => {
    const { device } = await editorAt(server);
    const key = fresh();
    const open = () => post('/v1/rumors', { device, subject: 'partner', value: 'Zeiss' }, key);
    const first = await open();
    expect(first.body.confidence.probability).toEqual(expect.any(Number));
    expect([await open(), first].map(({ body }) => JSON.stringify(body))).toEqual(
      Array(2).fill(JSON.stringify(first.body)),
    );
    expect(await countOf('rumors')).toBe(1);
  });

  it('takes the weighing into no transaction of the act, which stands even where that fails', async () => {
    const editor = await editorAt(server);
    const numbers = [(await server.get(Database).revision())?.number ?? 0];
    const rumor = (value: string) => ({ device: editor.device, subject: 'partner', value });
    for (const send of [
      () => editor.post('/v1/rumors', rumor('Zeiss')),
      () => post('/v1/rumors', rumor('Leica'), fresh()),
    ]) {
      expect((await send()).status).toBe(201);
      numbers.push((await server.get(Database).revision())?.number ?? 0);
    }
    const [start = 0, without = 0, withKey = 0] = numbers;
    expect(withKey - without).toBe(without - start);
    expect(without - start).toBeGreaterThan(1);
  });

  it('is refused with another body, and is another one for another path or another holder of a key', async () => {
    const key = fresh();
    await post('/v1/companies', { name: 'Orvane' }, key);
    const other = problemIn(await post('/v1/companies', { name: 'Halden' }, key), 422);
    expect(other.code).toBe('idempotency-key-reused');
    expect(other.errors).toEqual([expect.objectContaining({ header: 'Idempotency-Key' })]);
    expect((await post('/v1/sources', { name: 'Orvane', kind: 'maker' }, key)).status).toBe(201);
    const headers = { 'idempotency-key': key };
    const admin = await server.call('POST', '/v1/companies', { role: 'admin', body: { name: 'Halden' }, headers });
    expect([admin.status, isReplay(admin)]).toEqual([201, false]);
    expect(await countOf('companies')).toBe(2);
  });

  it('changed nothing where it was refused, and is tried anew', async () => {
    const key = fresh();
    const send = () => post('/v1/devices', { name: 'Halo', company: 'Orvane' }, key);
    const opening = fresh();
    const open = () => post('/v1/rumors', { device: 'orvane-halo', subject: 'partner', value: 'Zeiss' }, opening);
    expect([(await open()).status, await countOf('idempotency_keys')]).toEqual([422, 0]);
    const lost = await post('/v1/refresh-jobs/job_01KDVDNA00ZYV725XJZ60TY7CG/cancel', {}, fresh());
    expect([lost.status, await countOf('idempotency_keys')]).toEqual([404, 0]);
    expect((await post('/v1/companies', { name: '' }, key)).status).toBe(422);
    expect((await send()).status).toBe(201);
    const twice = await post('/v1/devices', { name: 'Halo', company: 'Orvane' }, fresh());
    expect([twice.status, isReplay(twice)]).toEqual([409, false]);
    const answers = [await open(), await open()];
    expect(answers.map((answer) => [answer.status, isReplay(answer)])).toEqual([
      [201, false],
      [201, true],
    ]);
  });

  it('has one effect at every address that something is posted to', async () => {
    const posted = new Set<string>();
    await everyWrite(server, async (method, pattern, url, call = {}) => {
      const once = { role: 'admin' as const, ...call };
      if (method !== 'POST') return (await server.call(method, url, once)).body;
      const keyed = { ...once, headers: { ...call.headers, 'idempotency-key': fresh() } };
      const [first, again] = [await server.call(method, url, keyed), await server.call(method, url, keyed)];
      expect([url, first.status < 300, isReplay(first), first.body]).toEqual([url, true, false, first.body]);
      expect([url, again.status, isReplay(again)]).toEqual([url, first.status, true]);
      expect(JSON.stringify(again.body)).toBe(JSON.stringify(first.body));
      expect(again.headers['location']).toBe(first.headers['location']);
      posted.add(pattern);
      return first.body;
    });
    const routes = routesOf(server.app.getHttpAdapter().getInstance());
    const paths = routes
      .filter(({ method, path }) => method === 'POST' && path.startsWith('/v1/'))
      .map(({ path }) => path);
    expect([...posted].sort()).toEqual([...new Set(paths)].sort());
  });

  it('is forgotten after a day', async () => {
    const key = fresh();
    await post('/v1/companies', { name: 'Orvane' }, key);
    server.clock.advance(DAY_MS - 1);
    expect(isReplay(await post('/v1/companies', { name: 'Orvane' }, key))).toBe(true);
    server.clock.advance(1);
    expect((await post('/v1/companies', { name: 'Halden' }, key)).status).toBe(201);
    expect(await countOf('idempotency_keys')).toBe(1);
    server.clock.advance(DAY_MS);
    await server.get(RefreshSchedule).tick();
    expect(await countOf('idempotency_keys')).toBe(0);
  });

  it('repeats a secret that is shown once to its owner alone, who must hold the same key; nothing of it can be read', async () => {
    const admins = await Promise.all(
      ['one', 'two'].map((name) => server.get(Keys).mint({ name, role: 'admin' }, OPERATOR)),
    );
    const mint = (admin: number) =>
      server.call('POST', '/v1/keys', {
        body: { name: 'newsroom', role: 'editor' },
        headers: { authorization: `Bearer ${admins[admin]?.secret}`, 'idempotency-key': 'k1' },
      });
    const [first, again, other] = [await mint(0), await mint(0), await mint(1)];
    expect([again.body, isReplay(again)]).toEqual([first.body, true]);
    expect(isReplay(other)).toBe(false);
    expect(other.body.secret).not.toBe(first.body.secret);
    const kept = JSON.stringify(await server.get(Database).read('select * from idempotency_keys'));
    for (const secret of [first.body.secret as string, 'newsroom', 'k1"']) expect(kept).not.toContain(secret);
  });

  it('is refused to a session of the same key that was begun by another sign-in', async () => {
    const { secret } = await server.get(Keys).mint({ name: 'desk', role: 'editor' }, OPERATOR);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const signIn = async () => {
      const { headers } = await server.call('POST', '/sign-in', { headers: form, body: `key=${secret}` });
      return String(headers['set-cookie']).split(';', 1)[0] ?? '';
    };
    const send = (cookie: string) =>
      server.call('POST', '/v1/companies', {
        body: { name: 'Orvane' },
        headers: { cookie, origin: 'http://localhost', host: 'localhost', 'idempotency-key': 'k' },
      });
    const [one, other] = [await signIn(), await signIn()];
    expect([(await send(one)).status, isReplay(await send(one))]).toEqual([201, true]);
    expect(problemIn(await send(other), 422).code).toBe('idempotency-key-reused');
  });

  it('keeps nothing of a dry run, which answers each time', async () => {
    const body = { ...handedIn('oneplus-nikon'), dry_run: true };
    const answers = [await post('/v1/ingestions', body, '"d"'), await post('/v1/ingestions', body, '"d"')];
    expect(answers.map((answer) => [answer.status, isReplay(answer)])).toEqual(Array(2).fill([200, false]));
    expect(await countOf('idempotency_keys')).toBe(0);
    expect(await countOf('ingestions')).toBe(0);
    const headers = { 'idempotency-key': '"d"' };
    expect((await server.call('POST', '/v1/ingestions', { body, headers })).status).toBe(200);
  });

  it('takes an article in and writes it down once, and says so as at first', async () => {
    const body = handedIn('oneplus-nikon');
    const [first, again] = [await post('/v1/ingestions', body, '"a"'), await post('/v1/ingestions', body, '"a"')];
    expect([first.status, again.status, isReplay(again)]).toEqual([202, 202, true]);
    expect(again.body).toEqual(first.body);
    expect((await post('/v1/ingestions', body, '"b"')).status).toBe(200);
    const commit = () => post(`/v1/ingestions/${first.body.id}/commit`, {}, '"c"');
    const [written, repeated] = [await commit(), await commit()];
    expect([written.status, isReplay(repeated)]).toEqual([200, true]);
    expect(JSON.stringify(repeated.body)).toBe(JSON.stringify(written.body));
    expect(written.body.created.rumors).toBeGreaterThan(0);
  });

  it('wakes the refresh only once its job can be seen', async () => {
    const first = await post('/v1/refresh-jobs', { scope: 'all' }, '"r"');
    const again = await post('/v1/refresh-jobs', { scope: 'all' }, '"r"');
    expect([first.status, again.status, isReplay(again)]).toEqual([202, 202, true]);
    const state = async () => (await server.call('GET', `/v1/refresh-jobs/${first.body.id}`)).body.status as string;
    for (let looks = 0; looks < 200 && (await state()) !== 'succeeded'; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(await state()).toBe('succeeded');
  });

  it.each<[string, string]>([
    ['quotes', '"abc"'],
    ['no quotes', 'abc'],
    ['a uuid', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['what is escaped', '"a\\"b\\\\c"'],
    ['255 characters', `"${'x'.repeat(255)}"`],
    ['one character', 'x'],
  ])('may have %s', async (_name, key) => {
    const answers = [
      await post('/v1/companies', { name: 'Orvane' }, key),
      await post('/v1/companies', { name: 'Orvane' }, key),
    ];
    expect(answers.map(isReplay)).toEqual([false, true]);
  });

  it('is the same key with quotes and without', async () => {
    await post('/v1/companies', { name: 'Orvane' }, 'abc');
    expect(isReplay(await post('/v1/companies', { name: 'Orvane' }, '"abc"'))).toBe(true);
  });

  it.each<[string, string]>([
    ['nothing', '""'],
    ['nothing at all', ''],
    ['256 characters', `"${'x'.repeat(256)}"`],
    ['256 characters without quotes', 'x'.repeat(256)],
    ['a quote that does not end', '"abc'],
    ['what follows the quotes', '"abc";a=1'],
    ['two keys', '"abc", "def"'],
    ['a blank without quotes', 'a b'],
    ['another alphabet', '"schlüssel"'],
    ['an escape of something else', '"a\\b"'],
    ['a tab', '"a\tb"'],
  ])('is refused with %s', async (_name, key) => {
    const problem = problemIn(await post('/v1/companies', { name: 'Orvane' }, key), 400);
    expect(problem.code).toBe('invalid-idempotency-key');
    expect(problem.errors).toEqual([expect.objectContaining({ header: 'Idempotency-Key' })]);
    expect(await countOf('companies')).toBe(0);
  });

  it('means nothing to what is no POST', async () => {
    const { body } = await post('/v1/companies', { name: 'Orvane' }, '"p"');
    const headers = { 'idempotency-key': '"p' };
    const patched = await server.call('PATCH', `/v1/companies/${body.id}`, {
      role: 'editor',
      body: { name: 'ORV' },
      headers,
    });
    expect(patched.status).toBe(200);
  });
});
