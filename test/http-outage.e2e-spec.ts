import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';

/** Takes a database away under whoever uses it. */
const TAKE_AWAY = {
  sqlite: (url: string) => {
    const file = url.slice('sqlite:'.length);
    for (const each of [file, `${file}-wal`]) writeFileSync(each, Buffer.alloc(readFileSync(each).length));
    return Promise.resolve();
  },
  postgres: async (url: string) => {
    const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
    await client.connect();
    await client.query(`drop database "${new URL(url).pathname.slice(1)}" with (force)`);
    await client.end();
  },
} as const;

describe.each(DATABASES)('a server whose %s is gone', (database) => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer(database);
    await server.key('editor');
    await server.key('admin');
    await TAKE_AWAY[database](server.databaseUrl);
  });
  afterEach(() => server.close());

  it.each<[string, string, 'admin' | 'editor' | undefined, object | undefined]>([
    ['GET', '/v1/rumors', undefined, undefined],
    ['GET', '/v1/keys', 'admin', undefined],
    ['GET', '/v1/devices/orvane-halo', undefined, undefined],
    ['POST', '/v1/companies', 'editor', { name: 'Orvane' }],
  ])('says so, and when to try again: %s %s', async (method, url, role, body) => {
    const answer = await server.call(method, url, { ...(role && { role }), ...(body && { body }) });
    expect(['no-database', 'storage']).toContain(problemIn(answer, 503).code);
    expect(answer.headers['retry-after']).toBe('5');
  });

  it('still says that it lives, and not that it is ready', async () => {
    expect((await server.call('GET', '/healthz')).status).toBe(200);
    if (database === 'sqlite') return; // what this asks for is in memory
    const answer = await server.call('GET', '/readyz');
    expect(problemIn(answer, 503).code).toBe('no-database');
    expect(answer.headers['retry-after']).toBe('5');
  });
});
