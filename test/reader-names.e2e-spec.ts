import { OPERATOR } from '../src/access/actor.js';
import { Companies } from '../src/companies/companies.service.js';
import { CompanyReview } from '../src/companies/company-review.service.js';
import { Devices } from '../src/devices/devices.service.js';
import { Reader } from '../src/ingestion/reader.service.js';
import { undone } from '../src/ingestion/undone.js';
import { Database } from '../src/platform/database/database.js';
import { DATABASES } from './support/databases.js';
import { startProgram, type Program } from './support/program.js';

const TEXT = 'The Kestrin Arc 7 will launch in March 2030, people at a supplier say. It is said to cost $499.';

describe.each(DATABASES)('the names that the reader knows, on %s', (database) => {
  let program: Program;
  beforeEach(async () => {
    program = await startProgram(database, { clock: '2029-06-01T12:00:00Z' });
    await program.get(Companies).add({ name: 'Kestrin' }, OPERATOR);
  });
  afterEach(() => program.close());

  const known = async (): Promise<string | null | undefined> => {
    const reading = await program
      .get(Reader)
      .read({ text: TEXT, title: 'Kestrin Arc 7', url: null, publishedOn: '2029-05-01' });
    return reading.devices[0]?.knownId;
  };
  const follow = (name: string) => program.get(Devices).add({ name, company: 'Kestrin' }, OPERATOR);

  it('are those of now: what is followed or named from then on is known by the next article', async () => {
    expect(await known()).toBeNull();
    const { id } = await follow('Kestrin Arc 7');
    expect([await known(), await known()]).toEqual([id, id]);
    await follow('Slate 2');
    expect(await known()).toBe(id);
  });

  it('are those that are kept: what an act has named that was undone is forgotten, and what came after it is known', async () => {
    const inAct = await undone(program.get(Database), async () => {
      const { id } = await follow('Kestrin Arc 7');
      await follow('Slate 3');
      return [id, await known()];
    });
    expect(inAct[0]).toBe(inAct[1]);
    const { id } = await follow('Kestrin Arc 7');
    expect(await known()).toBe(id);
    await undone(program.get(Database), async () => {
      await follow('Slate 4');
      await known();
    });
    expect(await known()).toBe(id);
  });

  it('follow a company that is called otherwise', async () => {
    await known();
    const [company] = await program.get(Database).read<{ slug: string }>(`select slug from companies`);
    await program.get(CompanyReview).revise(company!.slug, { aliases: ['Kes Electronics'] }, null, OPERATOR);
    const reading = await program.get(Reader).read({
      ...{ text: TEXT.replace('Kestrin', 'Kes Electronics'), title: 'Kes Electronics Arc 7', url: null },
      publishedOn: '2029-05-01',
    });
    expect(reading.devices[0]?.company).toBe('Kestrin');
  });
});
