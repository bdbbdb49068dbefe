import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATOR, ROLES, type Role } from '../src/access/actor.js';
import { Keys } from '../src/access/keys.service.js';
import { contractOf } from '../src/openapi.js';
import { routesOf } from '../src/platform/http/routes.js';
import { Contract } from './support/contract.js';
import { DATABASES } from './support/databases.js';
import { startServer, type Server } from './support/server.js';

/** Who asks, in the order of the columns of the committed table. */
const CALLERS = ['nobody', ...ROLES, 'revoked', 'expired'] as const;
type Caller = (typeof CALLERS)[number];

const COMMITTED = join(__dirname, 'fixtures', 'route-roles.md');

/** What is written in the place of a parameter: nothing has that name, so that nobody changes anything. */
const NOTHING = '01KA8Z6Y3M7V2QH4T9XBDN5CWE';

/** The statuses with which a route is shut; any other one is what the route itself says. */
const SHUT = [401, 403];

/** A key of each kind, as it is sent. */
async function keysOf(server: Server): Promise<Record<Caller, string>> {
  const keys = server.get(Keys);
  const minted = Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await server.key(role)])));
  const soon = new Date(server.clock.now() + 1000).toISOString();
  const revoked = await keys.mint({ name: 'revoked', role: 'admin' }, OPERATOR);
  await keys.revoke(revoked.key.id, OPERATOR);
  const expired = await keys.mint({ name: 'expired', role: 'admin', expires_at: soon }, OPERATOR);
  server.clock.hold(server.clock.now() + 60_000);
  return { nobody: '', ...(minted as Record<Role, string>), revoked: revoked.secret, expired: expired.secret };
}

/** Every route that the running server knows, with what each caller is answered: `yes` where the route lets them in. */
async function tableOf(server: Server): Promise<string[]> {
  const keys = await keysOf(server);
  const contract = new Contract(contractOf(server.app));
  const routes = routesOf(server.app.getHttpAdapter().getInstance()).filter(({ method }) => method !== 'HEAD');
  const rows = new Map<string, string>();
  for (const { method, path } of routes) {
    const name = `${method} ${path}`;
    if (rows.has(name)) continue;
    const answers: string[] = [];
    for (const caller of CALLERS) answers.push(await answerTo(server, contract, { method, path }, keys[caller]));
    rows.set(name, `| \`${name}\` | ${answers.join(' | ')} |`);
  }
  return [...rows.values()].sort();
}

/** Asks for a route with a body that no route accepts, so that whoever is let in is told so, and changes nothing. */
async function answerTo(server: Server, contract: Contract, route: { method: string; path: string }, key: string) {
  const { method, path } = route;
  const told = contract.operations.find(
    (each) => each.method === method && each.path.replaceAll(/\{(\w+)\}/g, ':$1') === path,
  );
  const prefixes =
    told?.parameters.map(({ name, schema }) => [name, ((schema['pattern'] ?? '') as string).slice(1, 5)]) ?? [];
  const url = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const prefix = /^[a-z]+_/.exec(String(prefixes.find(([each]) => each === name)?.[1] ?? ''))?.[0] ?? '';
    return prefix === '' ? 'nothing-of-that-name' : `${prefix}${NOTHING}`;
  });
  const authorization: Record<string, string> = key === '' ? {} : { authorization: `Bearer ${key}` };
  const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(method);
  const body = isWrite
    ? { headers: { ...authorization, 'content-type': 'application/json' }, body: '{"no":"body"}' }
    : { headers: authorization };
  const { status } = await server.call(method, url.replace('*', 'nothing'), body);
  return SHUT.includes(status) || status >= 500 ? String(status) : 'yes';
}

/** The rows of the committed table under a heading. */
const committed = (heading: string): string[] =>
  (readFileSync(COMMITTED, 'utf8').split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.replaceAll(/ +/g, ' '));

describe.each(DATABASES)('who may use which route, on %s', (database) => {
  it.each([
    ['Reading is public', true],
    ['Reading needs a key', false],
  ])('%s', async (heading, publicRead) => {
    const server = await startServer(database, { settings: { publicRead } });
    expect(await tableOf(server)).toEqual(committed(heading));
    await server.close();
  });
});
