import { Event } from '../../src/events/event.entity.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';
import { SCHEMA } from './databases.js';

/** Tells of so many things in a process of its own, each in an act of its own. */
async function tell(url: string, times: number): Promise<void> {
  const database = await Database.open(url, SCHEMA, { migrate: false });
  for (let time = 0; time < times; time++) {
    const at = Date.now();
    const event = { id: newId('evt', at), type: 'refresh.started' as const, subject: newId('job', at), at };
    const data = JSON.stringify({ cause: 'schedule', scope: 'all' });
    await database.transaction((rows) => rows.insert(Event, { ...event, data }));
  }
  await database.close();
}

void tell(process.argv[3] ?? '', Number(process.argv[4])).then(() => process.exit(0));
