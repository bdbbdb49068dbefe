import { createServer, type AddressInfo, type Server } from 'node:net';
import { Key } from '../src/access/key.entity.js';
import { Keys } from '../src/access/keys.service.js';
import { Database } from '../src/platform/database/database.js';
import { startServer } from '../src/server.js';
import { DATABASES, emptyDatabase, SCHEMA } from './support/databases.js';

describe.each(DATABASES)('the first start on %s', (database) => {
  const former = { ...process.env };
  let databaseUrl: string;
  let neighbour: Server;

  beforeEach(async () => {
    databaseUrl = await emptyDatabase(database);
    neighbour = createServer();
    await new Promise<void>((resolve) => neighbour.listen(0, '127.0.0.1', resolve));
    const { port } = neighbour.address() as AddressInfo;
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'silent',
    });
  });
  afterEach(async () => {
    process.env = { ...former };
    if (neighbour.listening) await new Promise((resolve) => neighbour.close(resolve));
  });

  const keys = async (): Promise<number> => {
    const opened = await Database.open(databaseUrl, SCHEMA, { migrate: false });
    const count = await opened.rows.count(Key);
    await opened.close();
    return count;
  };

  it('makes no key that nobody sees where the port is taken, and shows one at the next start', async () => {
    await expect(startServer()).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(await keys()).toBe(0);
    await new Promise((resolve) => neighbour.close(resolve));
    const { app, firstKey } = await startServer();
    const holder = await app.get(Keys, { strict: false }).actorOf(firstKey!);
    await app.close();
    expect(holder.role).toBe('admin');
    expect(await keys()).toBe(1);
  });
});
