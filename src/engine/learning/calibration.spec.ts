import { chance } from '../trials/index.js';
import { logistic } from '../confidence/index.js';
import { calibrate, calibrated, classesOf, learnClasses, tabulate, type Lesson } from './index.js';

/** Lessons of a forecaster whose log-odds are twice too large. */
function boastful(count: number, family = 'spec'): Lesson[] {
  const random = chance(9);
  return Array.from({ length: count }, () => {
    const logOdds = 6 * random() - 1;
    return { family, logOdds, right: Number(random() < logistic(logOdds / 2)) };
  });
}
const judgement = (...probabilities: number[]) => ({
  question: 'q',
  family: 'spec',
  answers: probabilities.map((probability, at) => ({ value: `${at}`, probability })),
});

describe('calibration', () => {
  it('finds how much too sure a forecaster is, and is careful with little', () => {
    expect(calibrate(boastful(4000)).overall.slope).toBeCloseTo(0.5, 1);
    expect(calibrate(boastful(4)).overall.slope).toBeGreaterThan(0.6);
    expect(calibrate([]).overall).toEqual({ slope: 1, offset: 0, n: 0 });
  });

  it('gives a family its own line from thirty resolved questions on', () => {
    const other = boastful(100, 'price');
    expect([...calibrate([...other, ...boastful(29)]).families.keys()]).toEqual(['price']);
    expect([...calibrate([...other, ...boastful(30)]).families.keys()].sort()).toEqual(['price', 'spec']);
  });

  it('takes equal beliefs for one level, however their outcomes are sorted', () => {
    const level = (count: number, logOdds: number, share: number): Lesson[] =>
      Array.from({ length: count }, (_, at) => ({ family: 'spec', logOdds, right: Number(at < share * count) }));
    const { curve } = calibrate([...level(900, 0.5, 0.6), ...level(900, 2, 0.9)]);
    expect(curve!.map(({ happened }) => happened.toFixed(2))).toEqual(['0.60', '0.90']);
  });

  it('keeps the order of the answers and the sum below 1', () => {
    const lines = calibrate(boastful(2000));
    expect(lines.curve).not.toBeNull();
    for (const probabilities of [
      [0.9, 0.08],
      [1, 0],
      [0.5, 0.5],
      [0.4, 0.3, 0.2],
      [0.98, 0.01],
    ]) {
      const { answers } = calibrated(judgement(...probabilities), lines);
      const read = answers.map(({ probability }) => probability);
      expect(read.reduce((a, b) => a + b)).toBeLessThanOrEqual(1 + 1e-9);
      read.slice(1).forEach((p, at) => {
        if (probabilities[at + 1] === probabilities[at]) expect(p).toBe(read[at]);
        else expect(p).toBeLessThan(read[at]!);
      });
    }
    expect(calibrated({ ...judgement(), answers: [] }, lines).answers).toEqual([]);
  });
});

describe('a crowd', () => {
  /** Two who know and three who say "no" to everything. */
  const votes = Array.from({ length: 40 }, (_, at) => at).flatMap((at) => {
    const truth = at % 2 === 0 ? 'yes' : 'no';
    return ['a', 'b', 'x', 'y', 'z'].map((source, place) => ({
      question: `${at}`.padStart(2, '0'),
      source,
      value: place < 2 ? truth : 'no',
    }));
  });
  const standing = (id: string) => ({
    id,
    name: id,
    kind: 'outlet' as const,
    grade: null,
    vetted: true,
    earlyCalls: 0,
  });
  const rows = tabulate(votes, { baseRateOf: () => 0.9, standingOf: standing });
  const open = new Int32Array(40).fill(-1);

  it('is not outvoted by those who always answer the same', () => {
    const { beliefs, classes, dispersion } = learnClasses(rows, open);
    expect([classes, dispersion]).toEqual([['no', 'yes'], 1]);
    for (let at = 0; at < 40; at += 1) {
      expect(beliefs[2 * at + (at % 2 === 0 ? 1 : 0)]).toBeGreaterThan(0.8);
      expect(beliefs[2 * at]! + beliefs[2 * at + 1]!).toBeCloseTo(1, 12);
    }
  });

  it('learns from what is resolved', () => {
    const turned = open.map((_, at) => (at < 20 ? classesOf(rows).indexOf(at % 2 === 0 ? 'no' : 'yes') : -1));
    const { beliefs } = learnClasses(rows, turned);
    expect(beliefs[2 * 30]).toBeGreaterThan(0.5); // who knew is wrong each time: "yes" means no
  });
});
