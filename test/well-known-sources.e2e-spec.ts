import 'reflect-metadata';
import { OPERATOR, type Actor } from '../src/access/actor.js';
import { HandInArticleDto } from '../src/ingestion/article.dto.js';
import { Ingestions } from '../src/ingestion/ingestions.service.js';
import { Proposals } from '../src/ingestion/proposals.service.js';
import { checked } from '../src/platform/validation.js';
import { Sources } from '../src/sources/sources.service.js';
import { DATABASES } from './support/databases.js';
import { startProgram, type Program } from './support/program.js';
import { story } from './support/stories.js';

const CONTRIBUTOR: Actor = { ...OPERATOR, role: 'contributor' };

describe.each(DATABASES)('well-known sources on %s', (database) => {
  let program: Program;
  beforeEach(async () => {
    program = await startProgram(database, { clock: '2029-10-01T00:00:00Z' });
  });
  afterEach(() => program.close());

  const article = (place: object) => {
    const { text, title, published_on } = story('oneplus-nikon');
    return checked(HandInArticleDto, { text, title, published_on, ...place });
  };
  const commit = (place: object) => program.get(Ingestions).handIn(article(place), OPERATOR, 'commit');
  const hint = async (place: object) =>
    (await program.get(Proposals).propose(article(place), CONTRIBUTOR)).ingestion.source;

  it('are known by the address of an article', async () => {
    await commit({ url: 'https://www.gsmarena.com/a-story-1.php' });
    const source = await program.get(Sources).named('GSMArena');
    expect(source).toMatchObject({ name: 'GSMArena', kind: 'outlet', grade: 'B', vetted: true });
    expect(await program.get(Sources).named('gsmarena.com')).toMatchObject({ id: source?.id });
  });

  it('are known by name and handle where an editor vouches', async () => {
    await commit({ source: { name: '@evleaks' } });
    expect(await program.get(Sources).named('Evan Blass')).toMatchObject({ kind: 'leaker', grade: 'C', vetted: true });
  });

  it.each([
    [
      'what an editor says of one',
      { name: 'GSMArena', kind: 'social', grade: 'E' },
      { kind: 'social', grade: 'E', vetted: true },
    ],
    [
      'that an editor does not vouch',
      { name: 'GSMArena', vetted: false },
      { kind: 'outlet', grade: null, vetted: false },
    ],
  ])('yield to %s', async (_name, source, kept) => {
    await commit({ source });
    expect(await program.get(Sources).named('GSMArena')).toMatchObject(kept);
  });

  it.each([
    ['a name alone', { source: { name: 'Bloomberg' } }, { name: 'Bloomberg', grade: null, vetted: false }],
    [
      'a name with the address of another',
      { source: { name: 'Bloomberg' }, url: 'https://www.gsmarena.com/x' },
      { name: 'Bloomberg', grade: null, vetted: false },
    ],
    [
      'a name with its own address',
      { source: { name: 'Bloomberg' }, url: 'https://www.bloomberg.com/x' },
      { name: 'Bloomberg', grade: 'A', vetted: true },
    ],
    ['the address of a maker', { url: 'https://news.samsung.com/x' }, { kind: null, grade: null, vetted: false }],
  ])('are worth to a contributor, by %s, what that proves', async (_name, place, source) => {
    expect(await hint(place)).toMatchObject(source);
  });
});
