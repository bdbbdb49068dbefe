import type { Balance } from './balance.js';
import { holds, type Span } from './spans.js';

const widthOf = ({ from, to }: Span): number => to - from;

/**
 * The order in which answers without an established supporter find their place: first what established sources refute,
 * then the older rumor before the younger, so that whoever comes later takes nothing from those before, and no unproven
 * source can change the order. A range that contains an answer goes before it, so that the answer lies inside the
 * range's share instead of adding to it.
 *
 * @param answers the answers in question, the oldest rumor first
 */
export function bySeniority(
  answers: readonly number[],
  spans: readonly Span[],
  balances: readonly Balance[],
): number[] {
  const width = (answer: number): number => widthOf(spans[answer]!);
  const isRefuted = (answer: number): boolean => balances[answer]!.voices > 0;
  const senior = [...answers.filter(isRefuted), ...answers.filter((answer) => !isRefuted(answer))];
  const wide = [...answers].sort((a, b) => (width(a) === width(b) ? a - b : width(b) - width(a)));
  const order = new Set<number>();
  for (const answer of senior) {
    if (width(answer) < width(wide[0]!)) {
      for (const outer of wide) if (holds(spans[outer]!, spans[answer]!)) order.add(outer);
    }
    order.add(answer);
  }
  return [...order];
}
