/**
 * Spreads marks over as few lanes as keep neighbours apart: each goes to the first lane whose last mark is at least
 * `gap` to its left.
 *
 * @param places in ascending order
 * @returns the lane of each mark, from 0
 */
export function lanesOf(places: readonly number[], gap: number): number[] {
  const ends: number[] = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => place - end >= gap);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = place;
    return lane;
  });
}

/**
 * Moves labels that would cover one another apart, each as little as needed and in their order, within 0..`height`.
 *
 * @param places wanted, in any order
 * @returns the places to use, in the same order
 */
export function spreadLabels(places: readonly number[], gap: number, height: number): number[] {
  const order = places.map((_place, index) => index).sort((a, b) => places[a]! - places[b]!);
  const spread = [...places];
  order.forEach((index, rank) => {
    const above = rank === 0 ? 0 : spread[order[rank - 1]!]! + gap;
    spread[index] = Math.max(places[index]!, above);
  });
  let floor = height;
  for (const index of order.reverse()) {
    spread[index] = Math.min(spread[index]!, floor);
    floor = spread[index] - gap;
  }
  return spread;
}
