import fc from 'fast-check';
import { rumorMill, type RumorMill } from '../trials/index.js';
import type { SourceStanding } from '../confidence/index.js';
import { accuraciesOf, noTallies, settledTallies, startsOf, placesOf } from './accuracies.js';
import { copyPosteriors, independenceOf } from './copying.js';
import {
  learn,
  LiveLearning,
  masked,
  nothingSettled,
  tabulate,
  type Report,
  type Reports,
  type Settled,
} from './index.js';
import { pairsOf } from './pairs.js';

const outlet = (id: string): SourceStanding => ({
  id,
  name: id,
  kind: 'outlet',
  grade: null,
  vetted: true,
  earlyCalls: 0,
});
const rows = (reports: readonly Report[], standingOf = outlet): Reports =>
  tabulate(reports, { baseRateOf: () => 0.9, standingOf });

function settledWith(
  reports: Reports,
  truths: ReadonlyMap<string, string>,
  isKnown: (index: number) => boolean,
): Settled {
  const settled = nothingSettled(reports);
  reports.questions.forEach(
    (question, index) => (settled.resolved[index] = Number(isKnown(index) && truths.has(question))),
  );
  reports.values.forEach((value, index) => {
    settled.right[index] = Number(truths.get(reports.questions[reports.questionOfValue[index]!]!) === value);
  });
  return settled;
}

const world = (seed: number, copiers = 4): RumorMill => rumorMill({ seed, questions: 60, sources: 14, copiers });
const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** p of a value of a question. */
function beliefIn(reports: Reports, beliefs: Float64Array, question: string, value: string): number {
  const index = reports.values.findIndex(
    (name, at) => name === value && reports.questions[reports.questionOfValue[at]!] === question,
  );
  return beliefs[index]!;
}

describe('what is learned', () => {
  it('does not depend on the order in which reports came', () => {
    fc.assert(
      fc.property(seeds, fc.func(fc.double({ noNaN: true })), (seed, lot) => {
        const { reports, truths } = world(seed);
        const shuffled = [...reports].sort((a, b) => lot(JSON.stringify(a)) - lot(JSON.stringify(b)));
        const [one, other] = [rows(reports), rows(shuffled)];
        const some = (index: number): boolean => index % 3 === 0;
        const [a, b] = [one, other].map((each) => learn(each, settledWith(each, truths, some)));
        expect(b!.beliefs).toEqual(a!.beliefs);
        expect(b!.tallies).toEqual(a!.tallies);
      }),
      { numRuns: 15 },
    );
  });

  it('gives each question 1 in all, "other" included, and nobody a probability outside', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const reports = rows(world(seed).reports);
        const { beliefs, borneOut } = learn(reports, nothingSettled(reports));
        reports.questions.forEach((_, index) => {
          const own = beliefs.subarray(reports.valuesOf[index], reports.valuesOf[index + 1]);
          expect(own.reduce((sum, p) => sum + p, 0)).toBeLessThanOrEqual(1 + 1e-12);
        });
        for (const p of [...beliefs, ...borneOut]) expect(p >= 0 && p <= 1).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('knows the good sources from the bad, and is right more often than a vote', () => {
    const { reports, truths, accuracy } = rumorMill({ seed: 7, questions: 400, sources: 16, copiers: 5 });
    const table = rows(reports);
    const { beliefs, accuracies } = learn(table, nothingSettled(table));
    const shareRight = (scores: (value: number) => number): number => {
      const right = table.questions.filter((_, question) => {
        const own = Array.from(
          { length: table.valuesOf[question + 1]! - table.valuesOf[question]! },
          (__, at) => table.valuesOf[question]! + at,
        );
        const best = own.reduce((a, b) => (scores(b) > scores(a) ? b : a));
        return table.values[best] === truths.get(table.questions[question]!);
      });
      return right.length / table.questions.length;
    };
    const votes = (value: number): number => table.reportsOf[value + 1]! - table.reportsOf[value]!;
    expect(shareRight((value) => beliefs[value]!)).toBeGreaterThan(shareRight(votes));
    const known = table.sources.map((name, source) => {
      const all = Object.values(accuracy.get(name)!);
      return { real: all.reduce((a, b) => a + b) / all.length, found: accuracies.all[2 * source]! };
    });
    const [best, worst] = [
      known.reduce((a, b) => (b.real > a.real ? b : a)),
      known.reduce((a, b) => (b.real < a.real ? b : a)),
    ];
    expect(best.found).toBeGreaterThan(worst.found + 0.1);
  });

  it('finds the copiers of a world with copies, and hardly any in one without', () => {
    const suspects = (copiers: number): { found: number; missed: number; wrong: number } => {
      const { reports, origin } = rumorMill({ seed: 11, questions: 300, sources: 12, copiers });
      const table = rows(reports);
      const { pairs, copying } = learn(table, nothingSettled(table));
      const counts = { found: 0, missed: 0, wrong: 0 };
      pairs.first.forEach((first, pair) => {
        const [one, other] = [table.sources[first]!, table.sources[pairs.second[pair]!]!];
        const isCopy = origin.get(one) === other || origin.get(other) === one;
        if (isCopy) counts[copying[pair]! > 0.5 ? 'found' : 'missed'] += 1;
        else if (copying[pair]! > 0.5 && copiers === 0) counts.wrong += 1;
      });
      return counts;
    };
    expect(suspects(4)).toMatchObject({ found: 4, missed: 0 });
    expect(suspects(0)).toEqual({ found: 0, missed: 0, wrong: 0 });
  });

  it('tells a resolved question without what that question itself taught', () => {
    const alone: Report[] = [{ question: 'q', source: 's', value: 'v' }];
    const table = rows(alone);
    const settled = settledWith(table, new Map([['q', 'v']]), () => true);
    const { beliefs, tallies } = learn(table, settled);
    expect(tallies.hits[0]).toBe(1);
    // the kind's mean is of all resolved questions: that alone may move it
    expect(beliefs[0]! - learn(table, nothingSettled(table)).beliefs[0]!).toBeLessThan(0.005);
  });

  it('never lowers a value for a further independent source that is right at least every second time', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 59 }), (seed, place) => {
        const { reports } = world(seed, 0);
        const question = reports[place]!.question;
        const { value } = reports[place]!;
        const grow = [...reports, { question, source: 'zz further', value, family: reports[place]!.family }];
        const [before, after] = [rows(reports), rows(grow)];
        const at = (table: Reports): number =>
          beliefIn(table, learn(table, nothingSettled(table), { start: 'vote' }).beliefs, question, value);
        expect(at(after)).toBeGreaterThanOrEqual(at(before) - 1e-3);
      }),
      { numRuns: 25 },
    );
  });
});

describe('between two refreshes', () => {
  const prepared = (seed: number) => {
    const table = rows(world(seed).reports);
    const there = masked(table, (question) => question % 2 === 0);
    const settled = nothingSettled(table);
    const learned = learn(there, settled);
    const live = new LiveLearning(table, there, settled, learned, 0.7);
    const late = [...table.valueOf.keys()].filter((report) => there.weight[report] === 0);
    return { table, live, late };
  };
  const state = ({ beliefs, statistics }: LiveLearning) => ({
    beliefs: beliefs.slice(),
    hits: statistics.hits.slice(),
    trials: statistics.trials.slice(),
  });

  it('a report that is withdrawn leaves nothing behind, to the last bit', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), (seed, pick) => {
        const { live, late } = prepared(seed);
        const few = late.slice(0, 80);
        few.forEach((report) => live.arrive(report));
        const next = late[80 + (pick % (late.length - 80))]!;
        live.arrive(next);
        live.withdraw(next); // now its question is weighed with what the sources have earned meanwhile
        const before = state(live);
        live.arrive(next);
        live.withdraw(next);
        expect(state(live)).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });

  it('comes near a full refresh, and a full refresh after it is the one from scratch', () => {
    const { table, live, late } = prepared(3);
    late.forEach((report) => live.arrive(report));
    const full = learn(table, nothingSettled(table));
    const shift = live.beliefs.reduce((sum, p, value) => sum + Math.abs(p - full.beliefs[value]!), 0);
    expect(shift / live.beliefs.length).toBeLessThan(0.04);
    expect(learn(table, nothingSettled(table))).toEqual(full);
  });
});

describe('the worked example of docs/confidence.md', () => {
  const six = ['1', '2', '3', '4', '5', '6'].map((question) => ({ question, family: 'spec' }));
  const north = six.map((each) => ({ ...each, source: 'north', value: each.question < '5' ? 'right' : 'slip' }));
  const south = six.map((each) => ({
    ...each,
    source: 'south',
    value: each.question === '1' ? 'own' : valueOf(each.question),
  }));
  function valueOf(question: string): string {
    return question < '5' ? 'right' : 'slip';
  }
  const truths = new Map(six.map(({ question }) => [question, 'right']));
  const table = rows([...north, ...south]);
  const settled = settledWith(table, truths, () => true);

  it('counts the accuracy of a source', () => {
    const tallies = settledTallies(table, placesOf(table), settled);
    const starts = startsOf(table, tallies);
    const { all, inFamily } = accuraciesOf(table, starts, tallies);
    expect(starts[0]).toBeCloseTo((20 * 0.75 + 7) / 32, 12);
    expect([starts[0], all[0], inFamily[0]].map((a) => a!.toFixed(4))).toEqual(['0.6875', '0.6761', '0.6740']);
    expect(accuraciesOf(table, starts, noTallies(table)).all[0]).toBe(starts[0]);
  });

  it('finds that one copies from the other', () => {
    const pairs = pairsOf(table);
    const accuracies = new Float64Array(table.sourceOf.length).fill(0.75);
    const beliefs = new Float64Array(table.values.length);
    const posteriors = copyPosteriors(table, pairs, { settled, beliefs, accuracies });
    expect([pairs.common[0], pairs.different[0]]).toEqual([6, 1]);
    expect(posteriors[0]!.toFixed(4)).toBe('0.9569');
    const independence = independenceOf(table, pairs, posteriors, accuracies);
    expect([...new Set([...independence].map((share) => share.toFixed(4)))].sort()).toEqual(['0.2345', '1.0000']);
  });
});
