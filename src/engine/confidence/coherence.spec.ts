import fc from 'fast-check';
import { anyQuestion } from '../../../test/support/question-arbitraries.js';
import { added, NOW, question, source, stranger, withdrawn, type Said } from '../../../test/support/questions.js';
import {
  assessQuestion,
  clashesIn,
  clashesOf,
  cohere,
  explain,
  logit,
  NOTHING_LEARNED,
  type Circle,
  type Member,
  type Question,
  type QuestionAssessment,
} from './index.js';

const weekly = source('weekly', { grade: 'B' });
const daily = source('daily');
const maker = source('maker', { kind: 'maker', grade: null });
const verified = (act: 'announces' | 'denies'): Partial<Said> => ({
  statement: { id: `s-${act}`, act, verified: true },
});

type Place = Partial<Pick<Member, 'region' | 'variant'>>;

/** Questions get rumors of their own: those of the specs are numbered anew in each question. */
function member(asked: Question, { region = null, variant = null }: Place = {}): Member {
  const answers = asked.answers.map((answer) => ({
    ...answer,
    rumorId: `${asked.subject.key}@${region} ${answer.rumorId}`,
  }));
  const own = { ...asked, answers };
  return { asked: own, learned: NOTHING_LEARNED, region, variant, own: assessQuestion(own, NOTHING_LEARNED, NOW) };
}
const circle = (...members: readonly Member[]): Circle => ({ members, facts: [] });
const found = (whole: Circle): QuestionAssessment[] => cohere(whole, NOW);
const first = (whole: Circle, place = 0) => found(whole)[place]!.confidences[0]!;

const exists = (...said: Said[]): Member => member(question('existence', { yes: said }));
const july = (...said: Said[]): Question => question('launch.date', { '2022-07': said });
const cancelled = (...said: Said[]): Question => question('status', { cancelled: said });

describe('existence', () => {
  it('is at least as likely as a launch, and says by which', () => {
    const launch = member(july({ by: weekly }, { by: daily }), { region: 'CN' });
    const doubted = exists({ by: daily, stance: 'refutes' });
    const existence = first(circle(doubted, launch));
    const { probability } = launch.own.confidences[0]!;
    expect(doubted.own.confidences[0]!.probability).toBeLessThan(probability);
    expect(existence.probability).toBe(probability);
    expect(existence.contributions.at(-1)).toMatchObject({
      ...{ kind: 'related_rumor', relation: 'implies', claim: 'Launches in July 2022 (CN)', probability },
    });
    expect(explain(existence, doubted.asked)).toContain('Implied by “Launches in July 2022 (CN)”');
  });

  it.each([
    ['a partner', question('partner', { Leica: [{ by: weekly }, { by: daily }] }), true],
    ['a sale', question('availability', { yes: [{ by: weekly }, { by: daily }] }), true],
    ['production', question('status', { in_production: [{ by: weekly }, { by: daily }] }), true],
    ['a name', question('name', { 'Mix 5': [{ by: weekly }, { by: daily }] }), false],
    ['a price', question('price', { 'EUR 999': [{ by: weekly }, { by: daily }] }), false],
    ['an exclusion', question('availability', { excluded: [{ by: weekly }, { by: daily }] }), false],
    ['a partner whom only strangers name', question('partner', { Leica: [{ by: stranger('s') }] }), false],
  ])('follows from %s: %#', (_claim, asked, follows) => {
    const doubted = exists({ by: source('a'), stance: 'refutes' }, { by: source('b'), stance: 'refutes' });
    const before = doubted.own.confidences[0]!.probability;
    expect(first(circle(doubted, member(asked))).probability > before).toBe(follows);
  });

  it('keeps its own number where that is the larger, and takes nothing twice', () => {
    const sure = exists({ by: maker });
    const launch = member(july({ by: daily }));
    expect(found(circle(sure, launch))[0]!.confidences).toEqual(sure.own.confidences);
  });

  it('is certain once a launch was found to be true', () => {
    const { asked, region, variant } = member(july());
    const fact = { rumorId: 'fact', subject: asked.subject, value: asked.answers[0]!.value, region, variant };
    expect(cohere({ members: [exists()], facts: [fact] }, NOW)[0]!.confidences[0]!.probability).toBeGreaterThan(0.999);
  });

  it('turns round for "does not exist"', () => {
    const both = member(question('existence', { yes: [], no: [{ by: weekly }] }));
    const { confidences } = found(circle(both, member(july({ by: weekly }, { by: daily }))))[0]!;
    expect(confidences[0]!.probability + confidences[1]!.probability).toBeCloseTo(1, 9);
    expect(confidences[1]!.contributions.at(-1)).toMatchObject({ kind: 'related_rumor', relation: 'rules_out' });
  });
});

describe('a cancellation', () => {
  const launch = july({ by: weekly }, { by: daily });

  it('takes its share of the launch, and no more than that', () => {
    const end = member(cancelled({ by: source('paper', { grade: 'A' }) }));
    const x = end.own.confidences[0]!.probability;
    const before = assessQuestion(launch, NOTHING_LEARNED, NOW);
    const after = found(circle(member(launch), end))[0]!;
    expect(after.confidences[0]!.probability).toBeCloseTo((before.confidences[0]!.probability * (1 - x)) / 0.6, 12);
    expect(after.buckets!.reduce((sum, { probability }) => sum + probability, after.other)).toBeCloseTo(1, 12);
    expect(found(circle(member(launch), end))[1]).toEqual(end.own);
  });

  it.each([
    ['only strangers tell of', cancelled({ by: stranger('s') }), {}, launch],
    ['is refused', cancelled({ by: weekly, stance: 'refutes' }), {}, launch],
    ['is for another region', cancelled({ by: maker }), { region: 'EU' }, launch],
    [
      'is no verified one, of a verified date',
      cancelled({ by: weekly }),
      {},
      july({ by: maker, ...verified('announces') }),
    ],
  ])('that %s takes nothing', (_case, end, place, asked) => {
    const own = member(asked, { region: 'CN' });
    expect(found(circle(own, member(end, place)))[0]).toEqual(own.own);
  });

  it('that is verified ends a verified date', () => {
    const date = member(july({ by: maker, ...verified('announces') }));
    expect(first(circle(date, member(cancelled({ by: maker, ...verified('announces') })))).probability).toBeLessThan(
      0.05,
    );
  });

  it('ends what is to be sold, but not that it is excluded, what it costs or what it is called', () => {
    const end = member(cancelled({ by: maker, ...verified('announces') }));
    const sold = question('availability', { yes: [{ by: weekly }], excluded: [{ by: weekly }] });
    const [{ confidences }] = found(circle(member(sold), end)) as [QuestionAssessment];
    expect(confidences.map(({ probability }) => probability < 0.05)).toEqual([true, false]);
    const price = member(question('price', { 'EUR 999': [{ by: weekly }] }));
    expect(found(circle(price, end))[0]).toEqual(price.own);
  });

  it('is heard once where the report that tells of it refuses the date for that', () => {
    const paper = { by: source('paper', { grade: 'A' }), reportId: 'one' };
    const refused = added(launch, 0, [{ ...paper, stance: 'refutes' }]);
    const end = member(cancelled(paper));
    const [both] = found(circle(member(refused), end)) as [QuestionAssessment];
    const [once] = found(circle(member(launch), end)) as [QuestionAssessment];
    const own = assessQuestion(refused, NOTHING_LEARNED, NOW);
    const least = Math.min(once.confidences[0]!.probability, own.confidences[0]!.probability);
    expect(both.confidences[0]!.probability).toBeCloseTo(least, 12);
    const { contributions, discarded, refuting } = both.confidences[0]!;
    const steps = contributions.filter((step) => step.kind === 'report' && step.stance === 'refutes');
    expect(steps.length + discarded.length).toBe(1);
    expect(refuting).toBe(1);
  });

  it('leaves existence to what else speaks for it', () => {
    const end = member(cancelled({ by: maker, ...verified('announces') }));
    const existence = first(circle(exists(), member(launch), end));
    expect(existence.probability).toBe(0.6);
  });

  it('has the effect of a verified denial that it exists', () => {
    const denied = exists({ by: maker, ...verified('denies') });
    const all = found(circle(denied, member(launch)));
    expect(all[1]!.confidences[0]!.probability).toBeLessThan(0.05);
    expect(all[0]!.confidences[0]!.probability).toBeLessThan(0.05);
  });
});

const anyCircle = fc
  .tuple(
    anyQuestion(['existence']),
    anyQuestion(['launch.date']),
    anyQuestion(['partner']),
    fc.constantFrom<readonly Said[]>(
      [],
      [{ by: weekly }],
      [{ by: weekly }, { by: daily }],
      [{ by: daily, stance: 'refutes' }],
    ),
  )
  .map(([existence, launch, partner, said]) =>
    circle(member(existence), member(launch), member(partner), member(cancelled(...said))),
  );

describe('a circle of questions', () => {
  it('has steps that sum, whatever is said', () => {
    fc.assert(
      fc.property(anyCircle, (whole) => {
        for (const { contributions, logOdds, probability, low, high } of found(whole).flatMap(
          ({ confidences }) => confidences,
        )) {
          const sum = contributions.reduce((total, step) => total + step.logOdds, 0);
          expect(Math.abs(sum - logOdds)).toBeLessThanOrEqual(1e-9);
          expect(Math.abs(logit(probability) - logOdds)).toBeLessThanOrEqual(1e-9);
          expect(low).toBeLessThanOrEqual(probability);
          expect(high).toBeGreaterThanOrEqual(probability);
        }
      }),
    );
  });

  it('comes to the same in any order, and to the same once more', () => {
    fc.assert(
      fc.property(anyCircle, (whole) => {
        const once = found(whole);
        const turned = cohere({ ...whole, members: [...whole.members].reverse() }, NOW).reverse();
        expect(turned).toEqual(once);
        expect(found(whole)).toEqual(once);
      }),
    );
  });

  it('sums to 1 where answers exclude each other, and to 1 for yes and no', () => {
    fc.assert(
      fc.property(anyCircle, (whole) => {
        const [existence, launch] = found(whole) as [QuestionAssessment, QuestionAssessment];
        const mass = launch.buckets!.reduce((sum, { probability }) => sum + probability, launch.other);
        expect(Math.abs(mass - 1)).toBeLessThanOrEqual(1e-9);
        if (existence.confidences.length < 2) return;
        expect(Math.abs(existence.confidences.reduce((sum, { probability }) => sum + probability, -1))).toBeLessThan(
          1e-9,
        );
      }),
    );
  });

  it('never leaves existence behind what implies it', () => {
    fc.assert(
      fc.property(anyCircle, (whole) => {
        const [existence, ...others] = found(whole) as [QuestionAssessment, ...QuestionAssessment[]];
        const yes = whole.members[0]!.asked.answers.findIndex(({ value }) => value.type === 'yes_no' && value.yes);
        if (yes < 0) return;
        for (const { probability, contributions } of [others[0]!, others[1]!].flatMap(
          ({ confidences }) => confidences,
        )) {
          const counts = contributions.some((step) => step.kind === 'report' && step.stance === 'supports');
          if (counts) expect(existence.confidences[yes]!.probability).toBeGreaterThanOrEqual(probability - 1e-12);
        }
      }),
    );
  });

  it('gives back every number when evidence is taken back', () => {
    fc.assert(
      fc.property(anyQuestion(['launch.date']), (launch) => {
        fc.pre(launch.answers.length > 0);
        const [existence, end] = [exists(), member(cancelled({ by: daily }))];
        const of = (asked: Question) => found(circle(existence, member(asked), end));
        const more = added(launch, 0, [{ by: source('late'), reportId: 'late' }]);
        expect(of(withdrawn(more, more.answers[0]!.testimonies.at(-1)!.id))).toEqual(of(launch));
      }),
    );
  });

  it.each([1, 1000])('moves nothing by more than .05 for %d strangers on every side', (count) => {
    const crowd = (stance: 'supports' | 'refutes'): Said[] =>
      Array.from({ length: count }, (_, index) => ({ by: stranger(`fake-${stance}-${index}`), stance }));
    const quiet = [exists({ by: daily }), july({ by: weekly }), cancelled({ by: daily })] as const;
    const before = found(circle(quiet[0], member(quiet[1]), member(quiet[2])));
    for (const [launches, ends] of [
      ['supports', 'refutes'],
      ['refutes', 'supports'],
    ] as const) {
      const after = found(
        circle(
          member(added(quiet[0].asked, 0, crowd(launches))),
          member(added(quiet[1], 0, crowd(launches))),
          member(added(quiet[2], 0, crowd(ends))),
        ),
      );
      after.forEach(({ confidences }, place) => {
        const moved = confidences[0]!.probability - before[place]!.confidences[0]!.probability;
        expect(Math.abs(moved)).toBeLessThanOrEqual(0.05);
        expect(confidences[0]!.firmProbability).toBeCloseTo(before[place]!.confidences[0]!.firmProbability, 12);
      });
    }
  });
});

describe('a contradiction', () => {
  const clashing = (asked: Question) => clashesIn(asked, assessQuestion(asked, NOTHING_LEARNED, NOW));

  it.each([
    [
      'two names that would each be likely',
      question('name', { A: [{ by: weekly }, { by: daily }], B: [{ by: maker }] }),
      1,
    ],
    [
      'months without a common day',
      question('launch.date', { '2022-07': [{ by: weekly }], '2022-09': [{ by: maker }] }),
      1,
    ],
    [
      'a month in its quarter',
      question('launch.date', { '2022-07': [{ by: maker }], '2022-07-01/2022-09-30': [{ by: weekly }] }),
      0,
    ],
    ['two partners', question('partner', { A: [{ by: weekly }], B: [{ by: maker }] }), 0],
    ['a name and a guess', question('name', { A: [{ by: maker }], B: [{ by: daily, certainty: 'speculative' }] }), 0],
    [
      'prices in two currencies',
      question('price', { 'EUR 999': [{ by: maker }], 'USD 899': [{ by: maker, reportId: 'b' }] }),
      0,
    ],
    [
      'delayed and announced',
      question('status', { delayed: [{ by: maker }], announced: [{ by: weekly }, { by: daily }] }),
      0,
    ],
    [
      'delayed and cancelled',
      question('status', { delayed: [{ by: maker }], cancelled: [{ by: weekly }, { by: daily }] }),
      1,
    ],
    [
      'a denial of what was likely',
      question('partner', { A: [{ by: weekly }, { by: maker, ...verified('denies') }] }),
      1,
    ],
    ['a denial of what nobody said', question('partner', { A: [{ by: maker, ...verified('denies') }] }), 0],
  ])('of %s: %#', (_case, asked, count) => {
    expect(clashing(asked)).toHaveLength(count);
  });

  it('is a likely launch of what is likely given up', () => {
    const whole = circle(member(july({ by: maker })), member(cancelled({ by: weekly }, { by: daily })));
    expect(clashesOf(whole)).toEqual([
      {
        kind: 'given_up',
        rumorId: whole.members[0]!.asked.answers[0]!.rumorId,
        otherId: whole.members[1]!.asked.answers[0]!.rumorId,
      },
    ]);
    expect(clashesOf(circle(member(july({ by: maker })), member(cancelled({ by: stranger('s') }))))).toEqual([]);
  });
});
