import 'reflect-metadata';
import { OPERATOR } from '../src/access/actor.js';
import { HandInArticleDto } from '../src/ingestion/article.dto.js';
import { Ingestions } from '../src/ingestion/ingestions.service.js';
import { checked } from '../src/platform/validation.js';
import { Sources } from '../src/sources/sources.service.js';
import { DATABASES } from './support/databases.js';
import { startProgram, type Program } from './support/program.js';
import { story } from './support/stories.js';

describe.each(DATABASES)('the kind of a source that is vouched for on %s', (database) => {
  let program: Program;
  beforeEach(async () => {
    program = await startProgram(database, { clock: '2029-10-01T00:00:00Z' });
  });
  afterEach(() => program.close());

  const handIn = (slug: string, source: object) => {
    const { text, title, url, published_on } = story(slug);
    const act = checked(HandInArticleDto, {
      text,
      title,
      url,
      published_on,
      source: { name: 'Telefon Pixel', ...source },
    });
    return program.get(Ingestions).handIn(act, OPERATOR, 'commit');
  };
  const kept = () => program.get(Sources).named('Telefon Pixel');

  it('is an outlet where nobody ever said it', async () => {
    await handIn('oneplus-nikon', {});
    expect(await kept()).toMatchObject({ kind: 'outlet', vetted: true });
  });

  it.each([
    ['stays as it is where nobody says it', {}, 'leaker'],
    ['is what is said', { kind: 'analyst' }, 'analyst'],
    ['is an outlet where that is said', { kind: 'outlet' }, 'outlet'],
  ])('%s', async (_name, said, kind) => {
    await handIn('oneplus-nikon', { kind: 'leaker', vetted: false });
    expect(await kept()).toMatchObject({ kind: 'leaker', vetted: false });
    await handIn('oneplus-denial', said);
    expect(await kept()).toMatchObject({ kind, vetted: true });
  });
});
