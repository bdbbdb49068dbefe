import { logistic } from '../confidence/index.js';
import { isotonicFit } from '../scoring/index.js';
import { logOddsOf, type Judgement } from './judgements.js';
import { LEARNING } from './settings.js';

/** logit p′ = slope · logit p + offset. */
export interface Line {
  readonly slope: number;
  readonly offset: number;
  /** Resolved questions behind it. */
  readonly n: number;
}

/** What was said of a question's likeliest answer, and whether it was right (ties: the share of right ones). */
export interface Lesson {
  readonly family: string;
  readonly logOdds: number;
  readonly right: number;
}

/** How what the reports say is turned into how often that is so. */
export interface Calibration {
  readonly overall: Line;
  /** The families with enough resolved questions. */
  readonly families: ReadonlyMap<string, Line>;
  /** How often it was so, by what the lines say: points to draw straight lines between; null until there are enough. */
  readonly curve: readonly { readonly said: number; readonly happened: number }[] | null;
}

const { usualSlope, slopeSpread, offsetSpread, steps, leastOfFamily, leastIsotonic } = LEARNING.calibration;

/** Nothing is changed, as nothing was learned. */
const AS_IT_IS: Calibration = { overall: { slope: 1, offset: 0, n: 0 }, families: new Map(), curve: null };

/** What lines are drawn to. */
const USUAL: Line = { slope: usualSlope, offset: 0, n: 0 };

/**
 * The likeliest line (Platt 1999), drawn towards another one: both parameters have a normal prior around it. Newton's
 * method on a function with one minimum; the least slope keeps the order of what is believed.
 */
function lineThrough(lessons: readonly Lesson[], around: Line): Line {
  let [slope, offset] = [around.slope, around.offset];
  const [tightSlope, tightOffset] = [1 / slopeSpread ** 2, 1 / offsetSpread ** 2];
  for (let step = 0; step < steps; step += 1) {
    let [gs, go] = [tightSlope * (slope - around.slope), tightOffset * (offset - around.offset)];
    let [ss, so, oo] = [tightSlope, 0, tightOffset];
    for (const { logOdds, right } of lessons) {
      const p = logistic(slope * logOdds + offset);
      const curvature = p * (1 - p);
      gs += (p - right) * logOdds;
      go += p - right;
      ss += curvature * logOdds ** 2;
      so += curvature * logOdds;
      oo += curvature;
    }
    const determinant = ss * oo - so * so;
    slope = Math.max(LEAST_SLOPE, slope - (oo * gs - so * go) / determinant);
    offset -= (ss * go - so * gs) / determinant;
  }
  return { slope, offset, n: lessons.length };
}

const LEAST_SLOPE = 0.05;

function lineFor(family: string, { overall, families }: Pick<Calibration, 'overall' | 'families'>): Line {
  return families.get(family) ?? overall;
}

/** What the lines say, each level once, with how often it was so. */
function levelsOf(
  lessons: readonly Lesson[],
  lines: Pick<Calibration, 'overall' | 'families'>,
): { said: number; value: number; weight: number }[] {
  const levels = new Map<number, { right: number; n: number }>();
  for (const { family, logOdds, right } of lessons) {
    const { slope, offset } = lineFor(family, lines);
    const said = logistic(slope * logOdds + offset);
    const level = levels.get(said) ?? { right: 0, n: 0 };
    levels.set(said, { right: level.right + right, n: level.n + 1 });
  }
  return [...levels].sort(([a], [b]) => a - b).map(([said, { right, n }]) => ({ said, value: right / n, weight: n }));
}

/** How often it was so, pooled by isotonic regression; each pool counts once more as the lines have it, so none is 0 or 1. */
function curveOf(lessons: readonly Lesson[], lines: Pick<Calibration, 'overall' | 'families'>): Calibration['curve'] {
  if (lessons.length < leastIsotonic) return null;
  const levels = levelsOf(lessons, lines);
  const fitted = isotonicFit(levels);
  const pools = new Map<number, { said: number; n: number }>();
  levels.forEach(({ said, weight }, index) => {
    const pool = pools.get(fitted[index]!) ?? { said: 0, n: 0 };
    pools.set(fitted[index]!, { said: pool.said + said * weight, n: pool.n + weight });
  });
  return [...pools].map(([happened, { said, n }]) => ({
    said: said / n,
    happened: (happened * n + said / n) / (n + 1),
  }));
}

/**
 * Learns from resolved questions how to read the beliefs: one slope and one offset for all, drawn towards what is assumed,
 * and for each family with enough of its own, drawn towards that of all; isotonic regression on top of many.
 */
export function calibrate(lessons: readonly Lesson[]): Calibration {
  if (lessons.length === 0) return AS_IT_IS;
  const overall = lineThrough(lessons, USUAL);
  const byFamily = new Map<string, Lesson[]>();
  for (const lesson of lessons) byFamily.set(lesson.family, [...(byFamily.get(lesson.family) ?? []), lesson]);
  const families = new Map(
    [...byFamily]
      .filter(([, own]) => byFamily.size > 1 && own.length >= leastOfFamily)
      .map(([family, own]) => [family, lineThrough(own, overall)]),
  );
  const lines = { overall: { ...overall, n: lessons.length }, families };
  return { ...lines, curve: curveOf(lessons, lines) };
}

function onCurve(curve: NonNullable<Calibration['curve']>, said: number): number {
  const after = curve.findIndex((point) => point.said >= said);
  if (after === 0) return curve[0]!.happened;
  if (after < 0) return curve.at(-1)!.happened;
  const [left, right] = [curve[after - 1]!, curve[after]!];
  return left.happened + ((said - left.said) / (right.said - left.said)) * (right.happened - left.happened);
}

/** How far the second answer is kept under the first one at least, so that reading makes no ties. */
const APART = 1e-9;
/** A rest below this is rounding, and what is taken from the likeliest answer goes to "other". */
const LEAST_REST = 1e-12;

/** The judgement as the calibration reads it: the likeliest answer stays so, the others share the rest as before. */
export function calibrated(judgement: Judgement, calibration: Calibration): Judgement {
  const [top, ...others] = judgement.answers;
  if (!top) return judgement;
  const { slope, offset } = lineFor(judgement.family, calibration);
  const line = logistic(slope * logOddsOf(judgement) + offset);
  const read = calibration.curve ? onCurve(calibration.curve, line) : line;
  const ties = others.filter(({ probability }) => probability === top.probability).length;
  const probability = Math.min(read, 1 / (ties + 1));
  const rest = (1 - probability) / Math.max(LEAST_REST, 1 - top.probability);
  const below = probability * (1 - APART);
  const kept = others.map((other) => ({
    ...other,
    probability: other.probability === top.probability ? probability : Math.min(below, other.probability * rest),
  }));
  return { ...judgement, answers: [{ ...top, probability }, ...kept] };
}
