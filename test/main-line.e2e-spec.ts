import { OPERATOR } from '../src/access/actor.js';
import { Assessor } from '../src/assessments/assessor.service.js';
import { EvidenceReview } from '../src/evidence/evidence-review.service.js';
import { Ingestions } from '../src/ingestion/ingestions.service.js';
import { viewOutcome } from '../src/ingestion/ingestion.view.js';
import { RumorBoard } from '../src/rumors/rumor-board.service.js';
import { StatementBoard } from '../src/statements/statement-board.service.js';
import { Verifications } from '../src/statements/verifications.service.js';
import { Explanations } from '../src/assessments/explanations.service.js';
import { viewExplanation } from '../src/assessments/explanation.view.js';
import { DATABASES } from './support/databases.js';
import { startProgram, type Program } from './support/program.js';
import { handedIn, story } from './support/stories.js';

const CLOCK = '2029-05-22T12:00:00Z';

describe.each(DATABASES)('an article in, a weighed rumor out, on %s', (database) => {
  let program: Program;

  beforeEach(async () => {
    program = await startProgram(database, { clock: CLOCK });
  });
  afterEach(() => program.close());

  const ingest = async (article: ReturnType<typeof handedIn>) =>
    viewOutcome(await program.get(Ingestions).handIn(article, OPERATOR, 'commit'));

  /** The probability of each subject, unrounded. */
  const confidences = async (): Promise<Record<string, number>> => {
    const rows = await program.get(RumorBoard).list({});
    return Object.fromEntries(rows.map((row) => [row.subject, row.probability ?? NaN]));
  };

  it('finds one device, three rumors and two official statements', async () => {
    const { devices, rumors, candidates, statements, credits } = await ingest(handedIn('oneplus-nikon'));
    expect(devices.map(({ name, slug, company, status }) => [name, slug, company.name, status])).toEqual([
      ['OnePlus 18 Ultra', 'oneplus-18-ultra', 'OnePlus', 'rumored'],
    ]);
    const claims = candidates.map(({ subject, value, stance, certainty, region }) => [
      subject,
      value,
      stance,
      certainty,
      region,
    ]);
    expect(claims.sort()).toEqual([
      ['launch.date', '2029-07-01/2029-07-31', 'supports', 'official', null],
      ['name', 'OnePlus 18 Ultra', 'supports', 'speculative', null],
      ['partner', 'Nikon', 'supports', 'official', null],
    ]);
    expect(rumors).toHaveLength(3);
    expect(
      statements.map(({ speaker, act, official, verification, rumors: on }) => [
        speaker,
        act,
        official,
        verification,
        on.length,
      ]),
    ).toEqual([
      ['Hanna Voss', 'announces', true, 'relayed', 1],
      ['Kenji Arakawa', 'announces', true, 'relayed', 1],
    ]);
    expect(credits).toEqual(['OnePlus']);
  });

  it('marks every claim and statement with its exact passage', async () => {
    const { text } = story('oneplus-nikon');
    const { candidates, statements } = await ingest(handedIn('oneplus-nikon'));
    for (const { span } of candidates) expect(text.slice(span.start, span.end)).toBe(span.exact);
    for (const { span } of statements) {
      const kept = (span?.exact ?? '').replace(/…$/, '');
      expect(text.slice(span?.start ?? 0, span?.end ?? 0).startsWith(kept)).toBe(true);
    }
  });

  it('gives the confidences of the model case', async () => {
    await ingest(handedIn('oneplus-nikon'));
    const { partner, 'launch.date': launch, name } = await confidences();
    expect(partner).toBeCloseTo(0.638, 3); // odds .45 ÷ .55 × 3^.7 = 1.765
    expect(launch).toBeCloseTo(0.537, 3); // odds .35 ÷ .65 × 3^.7 = 1.162
    expect(name).toBeCloseTo(0.351, 3); // odds .30 ÷ .70 × 3^(.7 × .3) = .540
  });

  it('stays within .05 of the base rates for a source that nobody vouches for', async () => {
    await ingest(handedIn('oneplus-nikon', { source: { vetted: false } }));
    const { partner = 0, 'launch.date': launch = 0, name = 0 } = await confidences();
    expect(Math.abs(partner - 0.45)).toBeLessThanOrEqual(0.05);
    expect(Math.abs(launch - 0.35)).toBeLessThanOrEqual(0.05);
    expect(Math.abs(name - 0.3)).toBeLessThanOrEqual(0.05);
  });

  it('lets a verified statement settle what it says, and nothing else', async () => {
    await ingest(handedIn('oneplus-nikon'));
    const before = await confidences();
    const [statement] = await program.get(StatementBoard).list();
    await program.get(Verifications).verify(statement!.id, { reason: 'in the newsroom of the maker' }, OPERATOR);
    const effects = await program.get(Assessor).assessDue();
    const after = await confidences();
    expect(after.partner).toBeGreaterThan(0.95);
    expect(after.name).toBe(before.name);
    expect(after['launch.date']).toBe(before['launch.date']);
    expect(effects).toHaveLength(1);
  });

  it('recognises the same article and adds nothing', async () => {
    const first = await ingest(handedIn('oneplus-nikon'));
    const before = await program.get(RumorBoard).list({});
    const second = await ingest(handedIn('oneplus-nikon'));
    expect([second.recognised, second.id]).toEqual([true, first.id]);
    expect(second.effects).toEqual([]);
    expect(await program.get(RumorBoard).list({})).toEqual(before);
  });

  it.each([
    ['the same text from another address', 'oneplus-nikon'],
    ['a slightly edited copy', 'oneplus-nikon-copy'],
  ])('does not count %s', async (_what, slug) => {
    await ingest(handedIn('oneplus-nikon'));
    const before = await confidences();
    const source = { name: 'Another Blog', vetted: true };
    const copy = await ingest(handedIn(slug, { url: 'https://another-blog.example/copied', source }));
    expect(copy.report?.origin_link).toBe('confirmed');
    expect(copy.candidates.map((candidate) => candidate.novelty)).toEqual(['repeats', 'repeats', 'repeats']);
    for (const [subject, value] of Object.entries(await confidences())) {
      expect(Math.abs(value - (before[subject] ?? NaN))).toBeLessThanOrEqual(1e-9);
    }
    const rows = await program.get(RumorBoard).list({});
    expect(rows.map((row) => [row.report_count, row.origin_count])).toEqual(rows.map(() => [2, 1]));
  });

  it('believes more where a second source says the same in its own words', async () => {
    await ingest(handedIn('oneplus-nikon'));
    const second = await ingest(handedIn('oneplus-nikon-short'));
    expect(second.report?.origin_link).toBe('own');
    expect((await confidences()).partner).toBeCloseTo(0.792, 2);
  });

  it('explains each confidence by steps that sum to it', async () => {
    await ingest(handedIn('oneplus-nikon'));
    await ingest(handedIn('oneplus-nikon-short'));
    for (const row of await program.get(RumorBoard).list({})) {
      const { steps, log_odds: logOdds, text } = viewExplanation(await program.get(Explanations).why(row.id));
      expect(steps.reduce((sum, step) => sum + step.log_odds_delta, 0)).toBeCloseTo(logOdds, 9);
      expect(steps.at(-1)?.running).toBeCloseTo(row.probability ?? NaN, 4);
      expect(text).not.toBe('');
    }
  });

  it('restores a number exactly when evidence is withdrawn', async () => {
    await ingest(handedIn('oneplus-nikon'));
    const before = await confidences();
    const second = await ingest(handedIn('oneplus-nikon-short'));
    for (const { evidence_id: id } of second.candidates) {
      if (id) await program.get(EvidenceReview).revise(id, { status: 'withdrawn', reason: 'a test' }, null, OPERATOR);
    }
    await program.get(Assessor).assessDue();
    const after = await confidences();
    for (const [subject, value] of Object.entries(before)) expect(after[subject]).toBe(value);
  });

  it('shows in a dry run what a commit would do, and stores nothing', async () => {
    const preview = viewOutcome(await program.get(Ingestions).handIn(handedIn('oneplus-nikon'), OPERATOR, 'dry_run'));
    expect(preview.effects.map((effect) => effect.before)).toEqual([null, null, null]);
    expect(await program.get(RumorBoard).list({})).toEqual([]);
    const done = await ingest(handedIn('oneplus-nikon'));
    const afters = (effects: typeof done.effects) => effects.map((effect) => effect.after);
    expect(afters(done.effects)).toEqual(afters(preview.effects));
  });

  it('keeps an article for its review, and writes it down when it is handed in again', async () => {
    const kept = viewOutcome(await program.get(Ingestions).handIn(handedIn('oneplus-nikon'), OPERATOR, 'review'));
    expect([kept.status, kept.report, kept.candidates.length]).toEqual(['ready', null, 3]);
    const done = await ingest(handedIn('oneplus-nikon'));
    expect([done.id, done.status, done.created]).toEqual([kept.id, 'committed', { devices: 1, rumors: 3 }]);
  });
});
