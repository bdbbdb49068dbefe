import { Clock } from '../src/platform/clock.js';
import { Database } from '../src/platform/database/database.js';
import { Settings } from '../src/platform/settings.js';
import { DATABASES } from './support/databases.js';
import { startProgram } from './support/program.js';

describe.each(DATABASES)('the program on %s', (database) => {
  it('starts on an empty database of its own, with its clock held, and lets go of it at its end', async () => {
    const before = { ...process.env };
    const program = await startProgram(database, { clock: '2022-06-30T12:00:00Z' });
    expect(program.get(Clock)).toBe(program.clock);
    expect(program.clock.now()).toBe(Date.UTC(2022, 5, 30, 12));
    expect(program.get(Settings).databaseUrl).toBe(program.databaseUrl);
    const door = program.get(Database);
    expect([door.dialect, await door.readOne('select count(*) as n from rumors')]).toEqual([database, { n: 0 }]);
    await program.close();
    await expect(door.read('select 1')).rejects.toThrow();
    expect(process.env).toEqual(before);
  });

  it('is told apart from another that runs at the same time', async () => {
    const [one, two] = [await startProgram(database), await startProgram(database)];
    expect(one.databaseUrl).not.toBe(two.databaseUrl);
    one.clock.advance(1000);
    expect(one.clock.now() - two.clock.now()).toBe(1000);
    await one.close();
    await two.close();
  });
});
