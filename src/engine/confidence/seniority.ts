import type { Balance } from './balance.js';
import { holds, type Span } from './spans.js';

const widthOf = ({ from, to }: Span): number => to - from;

/**
 * The order in which answers without an established supporter find their place: first what established sources refute,
 * the narrow before the wide; then what nobody spoke for; then by who was heard first, so that whoever comes later takes
 * nothing from those before. A range that contains an answer goes before it, so that the answer lies inside the range's
 * share instead of adding to it.
 *
 * @param answers the answers in question, in an order that does not depend on arrival
 */
export function bySeniority(
  answers: readonly number[],
  spans: readonly Span[],
  balances: readonly Balance[],
): number[] {
  const width = (answer: number): number => widthOf(spans[answer]!);
  const since = (answer: number): number => balances[answer]!.unprovenSince ?? -Infinity;
  const refuted = answers.filter((answer) => balances[answer]!.voices > 0).sort((a, b) => width(a) - width(b) || a - b);
  const open = answers.filter((answer) => balances[answer]!.voices === 0);
  const byWidth = [...open].sort((a, b) => (width(a) === width(b) ? a - b : width(b) - width(a)));
  const widest = byWidth[0];
  const order = new Set(refuted);
  open.sort((a, b) => (since(a) === since(b) ? a - b : since(a) - since(b)));
  for (const answer of open) {
    if (width(answer) < width(widest!)) {
      for (const outer of byWidth) if (holds(spans[outer]!, spans[answer]!)) order.add(outer);
    }
    order.add(answer);
  }
  return [...order];
}
