import fc from 'fast-check';
import { DAY, NOW, question, source, stranger, type Said } from '../../../test/support/questions.js';
import {
  assessQuestion,
  explain,
  LAUNCH_SIGNS,
  NOTHING_LEARNED,
  type LaunchSign,
  type LaunchSignKind,
} from './index.js';

const outlet = source('outlet');
const other = source('other');
/** The day of the assessment is 23 May 2022: within 180 days of it lies all of July, and none of December. */
const JULY: Readonly<Record<string, readonly Said[]>> = { '2022-07': [{ by: outlet }] };
const BOTH = { ...JULY, '2022-12': [{ by: other }] };

const sign = (kind: LaunchSignKind, daysAgo = 0, id = kind): LaunchSign => ({
  ...{ kind, evidenceId: `evidence-${id}`, reportId: `report-${id}`, originId: `report-${id}` },
  ...{ source: 'Radio Office', publishedAt: NOW - daysAgo * DAY },
});

const assess = (
  said: Readonly<Record<string, readonly Said[]>>,
  signs: readonly LaunchSign[],
  subject = 'launch.date',
) => assessQuestion({ ...question(subject, said), signs }, NOTHING_LEARNED, NOW);
const odds = (said: Readonly<Record<string, readonly Said[]>>, signs: readonly LaunchSign[], answer = 0): number => {
  const { probability } = assess(said, signs).confidences[answer]!;
  return probability / (1 - probability);
};

describe('signs of a launch', () => {
  it.each<[LaunchSignKind, number]>([
    ['filing', 2],
    ['benchmark', 1.5],
    ['teaser', 2],
  ])('a %s makes the days that follow it likelier by the factor %f', (kind, factor) => {
    expect(odds({ '2022-06': [{ by: outlet }] }, [sign(kind)]) / odds({ '2022-06': [{ by: outlet }] }, [])).toBeCloseTo(
      factor,
      9,
    );
  });

  it('make later days less likely by what they make earlier ones likelier', () => {
    const [before, after] = [[], [sign('filing')]].map((signs) => {
      const { confidences, other: rest } = assess(BOTH, signs);
      return { july: confidences[0]!.probability, december: confidences[1]!.probability, rest };
    });
    expect(after!.july).toBeGreaterThan(before!.july);
    expect(after!.december / after!.rest).toBeCloseTo(before!.december / before!.rest, 9);
    expect(after!.july + after!.december + after!.rest).toBeCloseTo(1, 12);
  });

  it('take no part of a stretch that has begun, and are over after their time', () => {
    const said = { '2022-05': [{ by: outlet }] };
    expect(odds(said, [sign('teaser', 10)]) / odds(said, [])).toBeCloseTo(2, 9);
    expect(odds(said, [sign('teaser', 61)])).toBe(odds(said, []));
    expect(odds(said, [sign('teaser', -1)])).toBe(odds(said, [])); // not published yet
  });

  it('count once for each kind, the latest, and not where their origin speaks to the question itself', () => {
    const once = odds(JULY, [sign('filing', 10)]);
    expect(odds(JULY, [sign('filing', 10), sign('filing', 40, 'filing')])).toBe(once);
    const heard = { '2022-07': [{ by: outlet, reportId: 'report-filing' }] };
    expect(odds(heard, [sign('filing')])).toBe(odds(heard, []));
  });

  it('of an invitation say nothing of the day that it names', () => {
    const [invited, bare] = [[sign('invitation')], []].map(
      (signs) => assess({ '2022-06': [{ by: outlet }] }, signs, 'announcement.date').confidences[0]!.probability,
    );
    expect(invited).toBe(bare);
  });

  it('shift nothing but days', () => {
    const named = { 'Mix Fold 2': [{ by: outlet }] };
    const [shifted, bare] = [[sign('filing')], []].map((signs) => assess(named, signs, 'name').confidences[0]!);
    expect(shifted!.probability).toBe(bare!.probability);
    expect(shifted!.contributions.map(({ kind }) => kind)).toEqual(bare!.contributions.map(({ kind }) => kind));
  });

  it('are a step of the explanation, in words', () => {
    const asked = { ...question('launch.date', JULY), signs: [sign('benchmark', 3), sign('filing')] };
    const [confidence] = assessQuestion(asked, NOTHING_LEARNED, NOW).confidences;
    const steps = confidence!.contributions.filter(({ kind }) => kind === 'launch_sign');
    expect(steps).toMatchObject([
      { sign: 'benchmark', logOdds: expect.closeTo(Math.log(1.5), 9) as number },
      { sign: 'filing', source: 'Radio Office', days: 180, logOdds: expect.closeTo(Math.log(2), 9) as number },
    ]);
    expect(explain(confidence!, asked)).toContain(
      'A filing (Radio Office) is expected to be followed by the launch within 180 days (+0.69).',
    );
  });

  it('leave no more room to unproven sources, and every explanation sums', () => {
    const kinds = fc.subarray([...LAUNCH_SIGNS]);
    const ranges = fc.subarray(['2022-06', '2022-07', '2022-07-01/2022-09-30', '2022-10-01/..', '2022'], {
      minLength: 1,
    });
    fc.assert(
      fc.property(kinds, ranges, fc.integer({ min: 0, max: 200 }), fc.nat(40), (of, values, daysAgo, fakes) => {
        const signs = of.map((kind) => sign(kind, daysAgo));
        const said = Object.fromEntries(values.map((value) => [value, [{ by: source(value) }]]));
        const crowd = Array.from({ length: fakes }, (_, index) => ({ by: stranger(`x${index}`) }));
        const [clean, flooded] = [said, { ...said, '2022-08': crowd }].map((each) => assess(each, signs).confidences);
        for (const [index, { probability, logOdds, contributions }] of clean!.entries()) {
          const sum = contributions.reduce((total, step) => total + step.logOdds, 0);
          expect(Math.abs(sum - logOdds)).toBeLessThan(1e-9);
          expect(Math.abs(flooded![index]!.probability - probability)).toBeLessThanOrEqual(0.05);
        }
      }),
    );
  });
});
