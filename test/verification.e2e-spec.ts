import type { Actor } from '../src/access/actor.js';
import { OPERATOR } from '../src/access/actor.js';
import { Ingestions, type Intake } from '../src/ingestion/ingestions.service.js';
import { viewOutcome } from '../src/ingestion/ingestion.view.js';
import type { SourceDto } from '../src/ingestion/article.dto.js';
import { Database } from '../src/platform/database/database.js';
import { StatementLink } from '../src/statements/statement-link.entity.js';
import { Assessor } from '../src/assessments/assessor.service.js';
import { EvidenceLinks } from '../src/evidence/evidence.service.js';
import { Rumors } from '../src/rumors/rumors.service.js';
import { DATABASES } from './support/databases.js';
import { startProgram, type Program } from './support/program.js';
import { handedIn } from './support/stories.js';

const CONTRIBUTOR: Actor = { keyId: null, name: 'a contributor', role: 'contributor' };

describe.each(DATABASES)('words of officials on %s', (database) => {
  let program: Program;

  beforeEach(async () => {
    program = await startProgram(database, { clock: '2029-05-22T12:00:00Z' });
  });
  afterEach(() => program.close());

  /** Who is verified, and how, after the model case was published by that source. */
  const published = async (source: Partial<SourceDto>, url: string, actor = OPERATOR) => {
    const ingestions = program.get(Ingestions);
    const article = handedIn('oneplus-nikon', { url, source });
    const { id } = viewOutcome(await ingestions.handIn(article, actor, 'review'));
    const { statements } = viewOutcome(await ingestions.commit(id, OPERATOR, false));
    return statements.map(({ speaker, verification, verified_by: by }) => [speaker, verification, by]);
  };
  const nobody = [
    ['Hanna Voss', 'relayed', null],
    ['Kenji Arakawa', 'relayed', null],
  ];

  it.each<[string, Partial<SourceDto>, string]>([
    ['under its own name', { name: 'OnePlus', kind: 'maker' }, 'https://press.example/nikon'],
    ['at its own host', { name: 'Newsroom', kind: 'maker' }, 'https://news.oneplus.com/nikon'],
  ])('are verified where the company itself published them %s, its own people only', async (_how, source, url) => {
    expect(await published(source, url)).toEqual([['Hanna Voss', 'verified', 'maker'], nobody[1]]);
  });

  it.each<[string, Partial<SourceDto>]>([
    ['another maker', { name: 'Samsung', kind: 'maker' }],
    ['an outlet', { name: 'OnePlus', kind: 'outlet' }],
  ])('stay relayed where %s published them', async (_who, source) => {
    expect(await published(source, 'https://press.example/nikon')).toEqual(nobody);
  });

  it('stay relayed where a contributor says that the source is the maker', async () => {
    const source = { name: 'OnePlus', kind: 'maker' } as const;
    expect(await published(source, 'https://press.example/nikon', CONTRIBUTOR)).toEqual(nobody);
  });

  it('are verified by a second origin that relays the same speaker, if both are established', async () => {
    expect(await published({}, 'https://one.example/nikon')).toEqual(nobody);
    const { text, ...rest } = handedIn('oneplus-nikon-short');
    const quote = 'This partnership with Nikon is what our cameras were waiting for';
    const second = { ...rest, text: `${text}\n\n“${quote},” said Hanna Voss, Senior Vice President at OnePlus.` };
    const outcome = viewOutcome(await program.get(Ingestions).handIn(second, OPERATOR, 'commit'));
    expect(outcome.statements.map(({ speaker, verified_by: by }) => [speaker, by])).toEqual([
      ['Hanna Voss', 'second_origin'],
    ]);
    const partner = outcome.rumors.find((rumor) => rumor.subject === 'partner');
    expect(partner?.confidence?.probability).toBeGreaterThan(0.95);
  });

  it('carry into the same act whatever else they speak of, once a second origin bears them out', async () => {
    const ingestions = program.get(Ingestions);
    const handIn = async (act: Parameters<Ingestions['handIn']>[0], intake: Intake) =>
      viewOutcome(await ingestions.handIn(act, OPERATOR, intake));
    const first = await handIn(handedIn('oneplus-nikon'), 'commit');
    const { text, ...rest } = handedIn('oneplus-nikon-short');
    const quote = 'This partnership with Nikon is what our cameras were waiting for';
    const second = { ...rest, text: `${text}\n\n“${quote},” said Hanna Voss, Senior Vice President at OnePlus.` };
    const words = first.statements.find(({ speaker }) => speaker === 'Hanna Voss')!;
    const other = await program.get(Database).transaction(async (rows) => {
      const claim = { device: first.devices[0]!.id, subject: 'price', value: 'USD 899' };
      const rumor = await program.get(Rumors).open(claim, OPERATOR);
      const nowhere = { quote: null, where: null, start: null, end: null };
      const link = { report: first.report!.id, rumor: rumor.id, stance: 'supports', certainty: 'reported' } as const;
      await program.get(EvidenceLinks).link({ ...link, ...nowhere }, OPERATOR);
      await rows.insert(StatementLink, { statementId: words.id, rumorId: rumor.id, stance: 'supports', homeId: null });
      await program.get(Assessor).assessDue();
      return rumor;
    });
    const { effects } = await handIn(second, 'commit');
    const effect = effects.find(({ rumor_id: id }) => id === other.id);
    expect(effect?.after).toBeGreaterThan(Math.max(effect?.before ?? 1, 0.95));
  });
});
