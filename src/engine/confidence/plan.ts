import type { Line } from './line.js';
import { measuresOf } from './measures.js';
import { piecesOf, reachesOf, type Reach } from './pieces.js';
import type { Span } from './spans.js';

/** How the answers to a question divide its line, before anything that was said is weighed. */
export interface Plan {
  readonly line: Line;
  /** The answers with measure of their own, then the others that established sources speak of, each in order. */
  readonly heard: readonly number[];
  readonly told: readonly number[];
  readonly pieces: readonly Span[];
  /** The prior measure of each piece, 0 where no heard answer lies. */
  readonly measures: readonly number[];
  /** For each of the heard and told answers, the pieces that it covers. */
  readonly reaches: readonly Reach[];
  /** For each sign, the pieces whose days it makes likelier. */
  readonly signReaches: readonly Reach[];
  /** For each of the heard and told answers, the first that lies in the same place. */
  readonly places: readonly number[];
}

/**
 * Divides the line among answers. Those that established sources support (`heard`) have measure of their own; those
 * they only refute (`told`) cut the pieces but add no measure, so that denying an invented value costs the others
 * nothing.
 *
 * @param odds b / (1 − b) of each answer
 * @param signs where signs make days likelier; they cut pieces and add no measure either
 */
export function planOf(
  line: Line,
  heard: readonly number[],
  told: readonly number[],
  odds: readonly number[],
  signs: readonly Span[] = [],
): Plan {
  const spans = [...heard, ...told].map((answer) => line.spans[answer]!);
  const pieces = piecesOf([...spans, ...signs]);
  const reaches = reachesOf(spans, pieces);
  const measures = measuresOf(
    heard.map((answer, index) => ({ span: spans[index]!, reach: reaches[index]!, odds: odds[answer]! })),
    pieces,
    line,
  );
  const first = new Map<number, number>();
  const places = reaches.map(([from, to], index) => {
    const key = from * pieces.length + to;
    if (!first.has(key)) first.set(key, index);
    return first.get(key)!;
  });
  return { line, heard, told, pieces, measures, reaches, signReaches: reachesOf(signs, pieces), places };
}

const equal = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

/** The plan again, if it is for the same answers on the same line. */
export function samePlan(
  plan: Plan | null,
  line: Line,
  heard: readonly number[],
  told: readonly number[],
): Plan | null {
  return plan?.line === line && equal(plan.heard, heard) && equal(plan.told, told) ? plan : null;
}
