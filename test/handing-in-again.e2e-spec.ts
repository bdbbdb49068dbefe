import { OPERATOR, type Actor } from '../src/access/actor.js';
import { Ingestions, type Intake } from '../src/ingestion/ingestions.service.js';
import { viewOutcome } from '../src/ingestion/ingestion.view.js';
import { DATABASES } from './support/databases.js';
import { startProgram, type Program } from './support/program.js';
import { handedIn } from './support/stories.js';

const OTHER: Actor = { keyId: 'key_01J00000000000000000000000', name: 'another', role: 'contributor' };

describe.each(DATABASES)('an article that is handed in again on %s', (database) => {
  let program: Program;

  beforeEach(async () => {
    program = await startProgram(database, { clock: '2029-05-22T12:00:00Z' });
  });
  afterEach(() => program.close());

  const handIn = async (intake: Intake, change: Partial<ReturnType<typeof handedIn>> = {}, actor = OPERATOR) =>
    viewOutcome(await program.get(Ingestions).handIn({ ...handedIn('oneplus-nikon'), ...change }, actor, intake));

  it('is recognised while it waits, and is no news; its commit is', async () => {
    const first = await handIn('review');
    const second = await handIn('review');
    expect([second.id, second.recognised]).toEqual([first.id, true]);
    const done = await handIn('commit');
    expect([done.id, done.status, done.recognised]).toEqual([first.id, 'committed', false]);
    expect((await handIn('commit')).recognised).toBe(true);
  });

  it.each<[string, Partial<ReturnType<typeof handedIn>>]>([
    ['day', { published_on: '2029-05-20' }],
    ['title', { title: 'Another title' }],
    ['source', { source: { name: 'Telefon Pixel', kind: 'outlet', grade: 'A', vetted: true } }],
  ])('is read anew while it waits, if another %s is told', async (_what, change) => {
    const first = await handIn('review');
    const second = await handIn('review', change);
    expect([second.id === first.id, second.recognised]).toEqual([false, false]);
    const done = await handIn('commit', change);
    expect([done.id, done.published_on]).toEqual([second.id, change.published_on ?? '2029-05-22']);
  });

  it('is recognised by what is said of its source, whoever says it', async () => {
    const url = 'https://www.theverge.com/2029/nikon';
    const first = await handIn('review', { url, source: undefined }, OTHER);
    const second = await handIn('review', { url, source: { name: 'The Verge', vetted: true } });
    expect([second.id, second.recognised]).toEqual([first.id, true]);
  });

  it('does not take the article of somebody else away', async () => {
    const first = await handIn('review');
    await handIn('review', { published_on: '2029-05-20' }, OTHER);
    expect((await program.get(Ingestions).get(first.id)).ingestion.status).toBe('ready');
  });

  it('says in a dry run that it is one', async () => {
    expect(await handIn('dry_run')).toMatchObject({ status: 'dry_run', recognised: false, created: { rumors: 3 } });
    await handIn('commit');
    expect(await handIn('dry_run')).toMatchObject({ status: 'committed', recognised: true });
  });

  it('cannot have been published in the future', async () => {
    await expect(handIn('review', { published_on: '2029-05-24' })).rejects.toMatchObject({ code: 'in-the-future' });
    expect((await handIn('review', { published_on: '2029-05-23' })).published_on).toBe('2029-05-23'); // it is that day in the east
  });
});
