import { AlertRounds } from '../src/alerts/alert-rounds.service.js';
import { Journal } from '../src/events/journal.service.js';
import { OPERATOR, type Role } from '../src/access/actor.js';
import { Keys } from '../src/access/keys.service.js';
import { DigestSchedule } from '../src/digests/digest-schedule.service.js';
import { Database } from '../src/platform/database/database.js';
import { Rumor } from '../src/rumors/rumor.entity.js';
import { WebhookRounds } from '../src/webhooks/webhook-rounds.service.js';
import { DATABASES } from './support/databases.js';
import { cited } from './support/editor.js';
import { loopback, type Loopback } from './support/loopback.js';
import { mailbox, type Mailbox } from './support/mailbox.js';
import { problemIn, startServer, type Answer, type Server } from './support/server.js';

const HOUR = 3_600_000;
const ANY = { 'if-match': '*' };
const CROSSES = { when: 'crosses', threshold: 0.55, to: 'feed', cooldown: 'PT0S' };

describe.each(DATABASES)('alerts on %s', (database) => {
  let server: Server;
  let receiver: Loopback;
  let box: Mailbox;
  const received: { path: string; body: string }[] = [];
  let told = 0;

  beforeAll(async () => {
    box = await mailbox();
    receiver = await loopback((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received.push({ path: request.url ?? '', body: Buffer.concat(chunks).toString() });
        response.writeHead(204).end();
      });
    });
    const mail = { smtpUrl: box.url, digestTo: ['desk@orvane.example', 'chief@orvane.example'] };
    const settings = { ...mail, outboundAllow: [`127.0.0.1:${receiver.port}`], publicUrl: 'https://rumors.example' };
    server = await startServer(database, { clock: '2029-10-01T08:00:00Z', settings });
    for (const name of ['Ledger', 'Tide', 'Crane', 'Wren']) {
      await call('POST', '/v1/sources', { name, kind: 'outlet', grade: 'A' });
    }
    for (const name of ['Murk', 'Mist', 'Fog', 'Haze', 'Smoke']) {
      const { body } = await call('POST', '/v1/sources', { name, kind: 'social' });
      await call('PATCH', `/v1/sources/${body.id}`, { vetted: false });
    }
  });
  afterAll(async () => {
    await server.close();
    await receiver.close();
    await box.close();
  });

  const call = (method: string, url: string, body?: unknown, role: Role = 'editor', headers = {}) =>
    server.call(method, url, { role, headers, ...(body !== undefined && { body }) });
  const round = () => server.get(AlertRounds).round();
  const make = async (rule: object, role: Role = 'contributor') => {
    const { status, body } = await call('POST', '/v1/alerts', rule, role);
    expect({ status, body }).toEqual({ status: 201, body: expect.anything() });
    return body;
  };
  const firings = async ({ id }: { id: string }, role: Role = 'editor') =>
    (await call('GET', `/v1/alerts/${id}/firings`, undefined, role)).body.data as Record<string, unknown>[];
  /** What a rule told of, the oldest first. */
  const reasons = async (rule: { id: string }) => (await firings(rule)).map(({ reason }) => reason).toReversed();
  /** A rumor about a device of its own. */
  const rumorOf = async (name: string) => {
    const device = (await call('POST', '/v1/devices', { name, company: 'Orvane' })).body;
    const act = { device: device.id, subject: 'partner', value: 'Zeiss' };
    return { device, id: (await call('POST', '/v1/rumors', act)).body.id as string };
  };
  const say = async (rumor: string, source: string) => {
    const [title, url] = [`Story ${(told += 1)} of ${source}`, `https://${source.toLowerCase()}.example/${told}`];
    const words = { title, url, quote: `Words number ${told} by ${source}.`, published_at: '2029-10-01T07:00:00Z' };
    const { status, body } = await call('POST', '/v1/evidence', cited(rumor, { source, ...words }));
    expect(status).toBe(201);
    return body.id as string;
  };
  const withdraw = (evidence: string) =>
    call('PATCH', `/v1/evidence/${evidence}`, { status: 'withdrawn', reason: 'it speaks of another device' });

  it('tell of both directions once, with the reason, and to nobody else', async () => {
    const { device, id: rumor } = await rumorOf('Halo 1');
    const rule = await make({ ...CROSSES, device: device.slug, name: 'Zeiss is likely' });
    const [ledger, tide] = [await say(rumor, 'Ledger'), await say(rumor, 'Tide')];
    await Promise.all([round(), round()]);
    await withdraw(tide);
    await withdraw(ledger);
    await round();
    await round();
    expect(await reasons(rule)).toEqual([
      expect.stringMatching(/^Crossed 55 %: \d\d → \d\d % \w+, \d independent origins?; because of \w+\.$/),
      expect.stringMatching(/^Fell below 55 %: \d\d → \d\d % roughly even, \d independent origins?\.$/),
    ]);
    const [fell, crossed] = await firings(rule);
    expect(crossed).toMatchObject({
      ...{ rule: 'Zeiss is likely', when: 'crosses', rumor_id: rumor, device: 'orvane-halo-1', threshold: 0.55 },
      ...{ word: 'likely', cause: [expect.stringMatching(/^ev_/)], webhook_id: null },
    });
    expect(fell!['current']).toBe(0.45);
    const events = async (role: Role | undefined) =>
      (await server.call('GET', '/v1/events?types=alert.fired', role && { role })).body.data as unknown[];
    expect((await events('contributor')).length).toBe(2);
    expect((await events('editor')).length).toBe(2);
    const { secret } = await server.get(Keys).mint({ name: 'another', role: 'contributor' }, OPERATOR);
    const other = { headers: { authorization: `Bearer ${secret}` } };
    expect((await server.call('GET', '/v1/events?types=alert.fired', other)).body.data).toEqual([]);
    expect((await events('reader')).length).toBe(0);
    expect((await server.call('GET', '/v1/alerts', other)).body.data).toEqual([]);
    expect(problemIn(await server.call('GET', `/v1/alerts/${rule.id}/firings`, other), 404).code).toBe('unknown-alert');
    problemIn(await server.call('DELETE', `/v1/alerts/${rule.id}`, { headers: { ...other.headers, ...ANY } }), 404);
    problemIn(await call('GET', '/v1/alerts', undefined, 'reader'), 403);
    await call('DELETE', `/v1/alerts/${rule.id}`, undefined, 'contributor', ANY);
    expect([await events('contributor'), (await events('editor')).length]).toEqual([[], 2]);
  });

  it('wait for origins, and are silent for a while', async () => {
    const { device, id: rumor } = await rumorOf('Halo 2');
    const thin = await make({ ...CROSSES, device: device.id, threshold: 0.5, min_origins: 2, cooldown: 'PT2H' });
    const first = await say(rumor, 'Ledger');
    await round();
    expect(await reasons(thin)).toEqual([]);
    const second = await say(rumor, 'Tide');
    await round();
    expect(await reasons(thin)).toEqual([expect.stringContaining('2 independent origins')]);
    await withdraw(first);
    await withdraw(second);
    await round();
    expect((await reasons(thin)).length).toBe(1);
    server.clock.advance(3 * HOUR);
    await Promise.all([round(), round()]);
    expect((await reasons(thin))[1]).toMatch(/^Fell below 50 %/);
    expect((await reasons(thin)).length).toBe(2);
  });

  it('never go by unproven sources alone', async () => {
    const { device, id: rumor } = await rumorOf('Halo 3');
    const rule = await make({ ...CROSSES, device: device.id, threshold: 0.46, hysteresis: 0.001, min_origins: 0 });
    const moves = await make({ when: 'moves', device: device.id, threshold: 0.005, min_origins: 0, to: 'feed' });
    for (const source of ['Murk', 'Mist', 'Fog', 'Haze', 'Smoke']) await say(rumor, source);
    await round();
    const { confidence } = (await call('GET', `/v1/rumors/${rumor}`)).body;
    expect(confidence.probability).toBeGreaterThan(0.46);
    expect([await reasons(rule), await reasons(moves)]).toEqual([[], []]);
    await say(rumor, 'Crane');
    await round();
    expect(await reasons(rule)).toEqual([
      expect.stringMatching(/^Crossed 46 %.*, 1 independent origin; because of Crane\.$/),
    ]);
    expect(await reasons(moves)).toEqual([expect.stringMatching(/^Moved by \+\d+ percentage points: 45 → /)]);
  });

  it('tell of verdicts, of words on the record and of new rumors, by device, company or subject', async () => {
    const { device, id: rumor } = await rumorOf('Halo 4');
    const resolves = await make({ when: 'resolves', company: 'orvane', to: 'feed' });
    const speaks = await make({ when: 'statement', subject: 'partner', to: 'feed' });
    const opens = await make({ when: 'new_rumor', device: device.id, subject: 'existence', to: 'feed' });
    await call('POST', '/v1/statements', {
      ...{ speaker: 'Ada Quill', role: 'head of imaging', organisation: 'Orvane', quote: 'We work with Zeiss.' },
      ...{ act: 'confirms', rumors: [{ rumor, stance: 'supports' }], said_on: '2029-09-25', source: 'Ledger' },
      url: 'https://ledger.example/quill',
    });
    const evidence = await say(rumor, 'Tide');
    const verdict = { outcome: 'true', evidence };
    await call('PUT', `/v1/rumors/${rumor}/resolution`, verdict, 'editor', { 'if-none-match': '*' });
    await call('POST', '/v1/rumors', { device: device.id, subject: 'existence', value: 'yes' });
    await round();
    expect([await reasons(resolves), await reasons(speaks), await reasons(opens)]).toEqual([
      [expect.stringMatching(/^Resolved as true, as of 2029-/)],
      ['On the record: Ada Quill of Orvane confirms.'],
      [expect.stringMatching(/^A new rumor, \d+ % .*, 0 independent origins\.$/)],
    ]);
  });

  it('reach the webhook of their rule whatever else it listens to, and no other one', async () => {
    const at = (path: string) => ({ url: `http://127.0.0.1:${receiver.port}${path}` });
    const hook = async (path: string, more: object) =>
      (await call('POST', '/v1/webhooks', { ...at(path), ...more }, 'admin')).body.id as string;
    const webhook = await hook('/mine', { types: ['company.created'] });
    await hook('/all', { types: [] });
    await hook('/chat', { types: ['alert.fired'], format: 'slack' });
    const { device, id: rumor } = await rumorOf('Halo 5');
    await make({ ...CROSSES, device: device.id, to: 'webhook', webhook });
    for (const source of ['Ledger', 'Tide', 'Crane']) await say(rumor, source);
    await round();
    await Promise.all([server.get(WebhookRounds).round(), server.get(WebhookRounds).round()]);
    const fired = received.filter(({ path, body }) => path !== '/all' || body.includes('alert.fired'));
    expect(fired.map(({ path }) => path).toSorted()).toEqual(['/chat', '/mine']);
    const body = (path: string) => JSON.parse(fired.find((each) => each.path === path)!.body);
    expect(body('/mine')).toMatchObject({ type: 'alert.fired', data: { rumor_id: rumor, reason: expect.any(String) } });
    expect(body('/chat').text).toMatch(
      new RegExp(`^Halo 5: .*Zeiss.*Crossed 55 %.*\n<https://rumors.example/rumors/${rumor}\\|Why\\?>$`),
    );
    await call('PATCH', `/v1/webhooks/${webhook}`, { enabled: false }, 'admin');
    const off = problemIn(await call('POST', '/v1/alerts', { ...CROSSES, to: 'webhook', webhook }), 422);
    expect([off.code, off.errors[0]?.pointer]).toEqual(['disabled-webhook', '#/webhook']);
  });

  it('follow a device through every device that it was merged into, as webhooks do', async () => {
    const [first, second, last] = [await rumorOf('Rook 1'), await rumorOf('Wigeon 2'), await rumorOf('Plover 3')];
    const url = `http://127.0.0.1:${receiver.port}/merged`;
    const hook = { url, types: ['evidence.added'], filter: { device: first.device.slug } };
    await call('POST', '/v1/webhooks', hook, 'admin');
    const rule = await make({ ...CROSSES, device: first.device.id });
    const merge = (one: string, into: string) => call('POST', `/v1/devices/${one}/merge`, { into }, 'editor', ANY);
    expect((await merge(first.device.id, second.device.id)).status).toBeLessThan(300);
    expect((await merge(second.device.id, last.device.id)).status).toBeLessThan(300);
    for (const source of ['Ledger', 'Tide', 'Crane']) await say(last.id, source);
    await round();
    await server.get(WebhookRounds).round();
    expect(await reasons(rule)).toEqual([expect.stringMatching(/^Crossed 55 %/)]);
    expect(received.filter(({ path }) => path === '/merged').map(({ body }) => JSON.parse(body).type)).toEqual(
      Array(3).fill('evidence.added'),
    );
  });

  it.each<[object, string, string]>([
    [{ when: 'crosses', to: 'feed' }, 'missing-threshold', '#/threshold'],
    [{ ...CROSSES, to: 'webhook' }, 'missing-webhook', '#/webhook'],
    [{ ...CROSSES, to: 'webhook', webhook: 'wh_01KA8Z6Y3M7V2QH4T9XBDN5CWE' }, 'unknown-webhook', '#/webhook'],
    [{ ...CROSSES, webhook: 'wh_01KA8Z6Y3M7V2QH4T9XBDN5CWE' }, 'needless-member', '#/webhook'],
    [{ when: 'resolves', to: 'feed', threshold: 0.5 }, 'needless-member', '#/threshold'],
    [{ when: 'moves', to: 'feed', threshold: 0.5, hysteresis: 0.1 }, 'needless-member', '#/hysteresis'],
    [{ ...CROSSES, threshold: 0.1, hysteresis: 0.1 }, 'wide-hysteresis', '#/hysteresis'],
    [{ ...CROSSES, device: 'nothing' }, 'unknown-device', '#/device'],
    [{ ...CROSSES, company: 'nobody' }, 'unknown-company', '#/company'],
    [{ ...CROSSES, subject: 'weather' }, 'unknown-subject', '#/subject'],
    [{ ...CROSSES, cooldown: 'soon' }, 'invalid-input', '#/cooldown'],
    [{ ...CROSSES, threshold: 1.5 }, 'invalid-input', '#/threshold'],
  ])('refuse %j: %s', async (rule, code, pointer) => {
    const problem = problemIn(await call('POST', '/v1/alerts', rule), 422);
    expect([problem.code, problem.errors[0]?.pointer]).toEqual([code, pointer]);
  });

  it('are changed by whoever has seen them, begin anew with another mark, and leave a trail', async () => {
    const { device, id: rumor } = await rumorOf('Halo 6');
    const rule = await make({ ...CROSSES, device: device.id, threshold: 0.99 });
    const url = `/v1/alerts/${rule.id}`;
    const etag = (answer: Answer) => ({ 'if-match': String(answer.headers['etag']) });
    const seen = etag(await call('GET', url, undefined, 'contributor'));
    const revised = await call('PATCH', url, { threshold: 0.5 }, 'contributor', seen);
    expect([revised.status, revised.body.threshold]).toEqual([200, 0.5]);
    problemIn(await call('PATCH', url, { threshold: 0.6 }, 'contributor', seen), 412);
    problemIn(await call('DELETE', url, undefined, 'contributor'), 428);
    problemIn(await call('PATCH', url, { webhook: 'wh_01KA8Z6Y3M7V2QH4T9XBDN5CWE' }, 'contributor'), 422);
    for (const source of ['Ledger', 'Tide', 'Crane']) await say(rumor, source);
    await round();
    expect((await reasons(rule)).length).toBe(1);
    expect((await call('GET', url, undefined, 'contributor')).body.last_fired_at).toMatch(/^2029-/);
    expect((await call('DELETE', url, undefined, 'contributor', ANY)).status).toBe(204);
    const trail = await server
      .get(Database)
      .read<{ action: string }>('select action from audit_entries where thing = ? order by id', [rule.id]);
    expect(trail.map(({ action }) => action)).toEqual(['make', 'revise', 'remove']);
  });

  it('are a hundred for each key at most, and none of a key that was revoked', async () => {
    const { key, secret } = await server.get(Keys).mint({ name: 'busy', role: 'contributor' }, OPERATOR);
    const headers = { authorization: `Bearer ${secret}` };
    const { device, id: rumor } = await rumorOf('Halo 7');
    const own = (rule: object) => server.call('POST', '/v1/alerts', { body: rule, headers });
    const { body: rule } = await own({ ...CROSSES, device: device.id });
    for (let at = 1; at < 100; at += 1) await own({ when: 'resolves', device: device.id, to: 'feed' });
    expect(problemIn(await own(CROSSES), 409).code).toBe('too-many-alerts');
    await server.get(Keys).revoke(key.id, OPERATOR);
    for (const source of ['Ledger', 'Tide', 'Crane']) await say(rumor, source);
    await round();
    expect(await reasons(rule)).toEqual([]);
  });

  it('come as one letter a day, which is tried again until its host takes it', async () => {
    const tick = () => server.get(DigestSchedule).tick();
    await Promise.all([tick(), tick()]);
    expect(box.letters).toEqual([]);
    server.clock.advance(24 * HOUR);
    box.isOpen = false;
    await tick();
    const row = () =>
      server.get(Database).readOne('select attempts, items, last_error from digests where day = ?', ['2029-10-02']);
    expect(await row()).toMatchObject({ attempts: 1, last_error: expect.stringContaining('the box is full') });
    box.isOpen = true;
    await tick();
    expect(box.letters).toEqual([]);
    server.clock.advance(6 * 60_000);
    await Promise.all([tick(), tick()]);
    await tick();
    expect(box.letters).toHaveLength(1);
    const [{ from, to, raw }] = box.letters as [Mailbox['letters'][number]];
    expect([from, to]).toEqual(['desk@orvane.example', ['desk@orvane.example', 'chief@orvane.example']]);
    expect(raw).toContain('Subject: Rumors on 2029-10-02: ');
    expect(raw).toContain('Message-ID: <digest.2029-10-02@orvane.example>');
    expect(raw.replaceAll('=\r\n', '')).toMatch(/Halo 1: .*[^]*https:\/\/rumors\.example\/rumors\/rum_/);
    expect(raw).toContain('Content-Type: text/html');
    server.clock.advance(24 * HOUR);
    await tick();
    expect(box.letters).toHaveLength(1);
  });

  it('count in a letter everything that was notable on its day, and nothing of another', async () => {
    for (let number = 1; number <= 60; number += 1) await rumorOf(`Curlew ${number}`);
    server.clock.advance(24 * HOUR);
    await server.get(DigestSchedule).tick();
    const raw = box.letters.at(-1)!.raw.replaceAll('=\r\n', '');
    expect(raw).toContain('Subject: Rumors on 2029-10-04: 60 notable changes');
    expect(raw).toContain('and 20 more');
  });

  it('tell after a refresh of a number that has crept over the mark, by steps of which nobody was told', async () => {
    const { device, id: rumor } = await rumorOf('Halo 8');
    for (const source of ['Ledger', 'Tide', 'Crane']) await say(rumor, source);
    const rule = await make({ ...CROSSES, device: device.id });
    await server.get(Database).transaction((rows) => rows.update(Rumor, { id: rumor }, { firmProbability: 0.52 }));
    await round();
    expect(await reasons(rule)).toEqual([]);
    const done = { status: 'succeeded', cause: 'schedule', counts: {} };
    await server.get(Journal).announce('refresh.finished', 'job_01KA8Z6Y3M7V2QH4T9XBDN5CWE', done);
    await Promise.all([round(), round()]);
    expect(await reasons(rule)).toEqual([expect.stringMatching(/^Fell below 55 %: \d\d(?:\.\d)? → 52 % roughly even/)]);
  });
});
