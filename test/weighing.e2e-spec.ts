import { IsNull, Not } from 'typeorm';
import { OPERATOR } from '../src/access/actor.js';
import { Assessor } from '../src/assessments/assessor.service.js';
import { Ingestions, type Intake } from '../src/ingestion/ingestions.service.js';
import { viewOutcome } from '../src/ingestion/ingestion.view.js';
import { Database } from '../src/platform/database/database.js';
import { Rumor } from '../src/rumors/rumor.entity.js';
import { DATABASES } from './support/databases.js';
import { publish, tell, type Kept, type Told } from './support/newsroom.js';
import { startServer, type Server } from './support/server.js';
import { handedIn } from './support/stories.js';

const NAME: Told = { source: 'Ledger', on: '2029-05-20', subject: 'name', value: 'Halo 5' };

describe.each(DATABASES)('the weighing of an act on %s', (database) => {
  let server: Server;

  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-05-22T12:00:00Z' });
  });
  afterEach(() => server.close());

  const rumorOf = ({ rumor }: Kept) => server.get(Database).rows.findOneByOrFail(Rumor, { id: rumor.id });
  const handIn = async (intake: Intake, article = handedIn('oneplus-nikon')) =>
    viewOutcome(await server.get(Ingestions).handIn(article, OPERATOR, intake));
  /** A rumor that waits to be weighed, with a value that nobody can read. */
  const tellUnreadable = async (subject = 'launch.date', device = 'Orvane Halo') => {
    const kept = await tell(server, { ...NAME, device, subject, value: '2029-10' });
    await server.get(Database).transaction((write) => write.update(Rumor, { id: kept.rumor.id }, { value: 'soon' }));
    return kept;
  };
  const tellMany = async (count: number): Promise<Kept[]> => {
    const all: Kept[] = [];
    for (let at = 0; at < count; at += 1) all.push(await tell(server, { ...NAME, device: `Halden ${at} One` }));
    return all;
  };

  it.each(['commit', 'dry_run'] as const)('shows in a %s its own effects, whatever else is due', async (intake) => {
    const unrelated = await tellMany(30);
    const { effects } = await handIn(intake);
    expect(effects).toHaveLength(3);
    const [first] = unrelated;
    expect(await rumorOf(first!)).toMatchObject({ probability: null, dueAt: expect.any(Number) as number });
  });

  it('shows what the act did to those that compete in the same question', async () => {
    const told = { ...NAME, device: 'OnePlus 18 Ultra', subject: 'launch.date', value: '2029-10' };
    const rival = await publish(server, told);
    const { effects } = await handIn('commit');
    expect(effects.map((effect) => effect.rumor_id)).toContain(rival.rumor.id);
    expect(effects).toHaveLength(4);
  });

  it.each(['commit', 'dry_run'] as const)('goes on in a %s without a question that cannot be read', async (intake) => {
    const broken = await tellUnreadable();
    expect((await handIn(intake)).effects).toHaveLength(3);
    expect(await rumorOf(broken)).toMatchObject({ probability: null, dueAt: expect.any(Number) as number });
  });

  it('commits a claim whose question cannot be read for a rival, and weighs the others', async () => {
    const { id } = await handIn('review');
    const broken = await tellUnreadable('launch.date', 'OnePlus 18 Ultra');
    const { status, effects } = viewOutcome(await server.get(Ingestions).commit(id, OPERATOR, false));
    expect([status, effects.length]).toEqual(['committed', 2]);
    const { deviceId, question } = broken.rumor;
    const due = await server.get(Database).rows.findBy(Rumor, { deviceId, question });
    expect(due.map(({ probability, dueAt }) => [probability, dueAt !== null])).toEqual(Array(2).fill([null, true]));
  });

  it('names the questions that cannot be weighed, and weighs all others at once', async () => {
    const broken = await tellUnreadable();
    const readable = await tell(server, NAME);
    const key = (kept: Kept) => ({ deviceId: kept.rumor.deviceId, question: kept.rumor.question });
    const { effects, unweighable } = await server.get(Assessor).assess([key(broken), key(readable)]);
    expect(effects.map((effect) => effect.rumorId)).toEqual([readable.rumor.id]);
    expect(unweighable).toMatchObject([key(broken)]);
  });

  it('is not held up by many questions that cannot be weighed', async () => {
    for (let at = 0; at < 30; at += 1) await tellUnreadable(`spec.part_${at}`);
    const rows = await server.get(Database).rows.find(Rumor);
    await server.get(Database).transaction(async (write) => {
      for (const { id } of rows) await write.update(Rumor, { id }, { subject: 'launch.date' });
    });
    server.clock.advance(1000);
    const readable = await tell(server, NAME);
    const { status } = await server.call('POST', '/v1/companies', { role: 'editor', body: { name: 'Meridian' } });
    expect(status).toBe(201);
    expect((await rumorOf(readable)).probability).not.toBeNull();
    const waiting = { value: 'soon', dueAt: Not(IsNull()), probability: IsNull() };
    expect(await server.get(Database).rows.countBy(Rumor, waiting)).toBe(30);
  });
});
