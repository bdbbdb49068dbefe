import { RumorBoard } from '../src/rumors/rumor-board.service.js';
import { viewRumor } from '../src/rumors/rumor.view.js';
import { DATABASES } from './support/databases.js';
import { publish, type Told } from './support/newsroom.js';
import { startProgram, type Program } from './support/program.js';

const CLOCK = '2029-05-22T12:00:00Z';
const OWN: Told = {
  ...{ source: 'Orvane', kind: 'maker', on: '2029-05-20', subject: 'partner', value: 'Halden' },
  certainty: 'official',
};

describe.each(DATABASES)('what a maker publishes itself on %s', (database) => {
  let program: Program;
  beforeEach(async () => {
    program = await startProgram(database, { clock: CLOCK });
  });
  afterEach(() => program.close());

  const believed = async (told: Told): Promise<number> => {
    const { rumor } = await publish(program, told);
    const rows = await program.get(RumorBoard).list({});
    return rows.find(({ id }) => id === rumor.id)!.probability!;
  };

  it('is announced, whatever stood before', async () => {
    const before = await believed({ ...OWN, source: 'Ledger', kind: 'outlet', certainty: 'reported' });
    expect(before).toBeLessThan(0.7);
    expect(await believed(OWN)).toBeGreaterThan(0.95);
    const [row] = await program.get(RumorBoard).list({});
    expect(viewRumor(row!).confidence).toMatchObject({ announced: true });
  });

  it.each<[string, Partial<Told>]>([
    ['is not its own word where it says what others say', { certainty: 'reported' }],
    ['is not that of a maker of other things', { source: 'Tessel' }],
    ['is not that of somebody whom nobody vouches for', { vetted: false }],
    ['is not that of an outlet that bears its name', { kind: 'outlet' }],
  ])('%s', async (_name, change) => {
    expect(await believed({ ...OWN, ...change })).toBeLessThan(0.95);
  });

  it('denies as surely as it announces', async () => {
    expect(await believed({ ...OWN, stance: 'refutes' })).toBeLessThan(0.05);
  });
});
