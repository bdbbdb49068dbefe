import { nameKey } from '../engine/subjects/index.js';

/** Names of fewer letters than these differ by a whole letter without being alike, and by two. */
const [ONE_LETTER, TWO_LETTERS] = [4, 8];

/**
 * Which names one may be a slip of the pen for: they differ by a letter that is missing, added or another one, or by two
 * that changed places; long ones by two of these.
 *
 * @returns those that differ least, in the order in which they were given
 */
export function nearNames(name: string, known: readonly string[]): string[] {
  const wanted = [...nameKey(name)];
  const most = wanted.length < ONE_LETTER ? 0 : wanted.length < TWO_LETTERS ? 1 : 2;
  const found = known.flatMap((each) => {
    const key = [...nameKey(each)];
    const apart = Math.abs(key.length - wanted.length) > most ? Infinity : slipsBetween(wanted, key);
    return apart > 0 && apart <= most && key.length >= ONE_LETTER ? [{ name: each, apart }] : [];
  });
  return found.sort((one, other) => one.apart - other.apart).map((each) => each.name);
}

/** How many slips lie between two words: the optimal string alignment distance (Damerau 1964, each letter moved once). */
function slipsBetween(one: readonly string[], other: readonly string[]): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= one.length; row += 1) {
    const present = [row];
    for (let place = 1; place <= other.length; place += 1) {
      const isSame = one[row - 1] === other[place - 1];
      const isSwapped = one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1];
      const steps = [present[place - 1]! + 1, last[place]! + 1, last[place - 1]! + (isSame ? 0 : 1)];
      if (row > 1 && place > 1 && isSwapped) steps.push(before[place - 2]! + 1);
      present.push(Math.min(...steps));
    }
    [before, last] = [last, present];
  }
  return last[other.length]!;
}
