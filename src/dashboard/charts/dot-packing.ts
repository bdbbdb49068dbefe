/** A dot in a dot plot: its column and its place in the pile, both from 0. */
export interface Dot {
  readonly column: number;
  readonly level: number;
}

/**
 * Piles dots up in columns of equal width: each falls into the column that holds its value, on top of those before it.
 * No dot is lost: values beyond the ends fall into the first or last column.
 *
 * @param values in any unit, in any order
 * @param first the left end of the first column; `last` the right end of the last one
 */
export function packDots(values: readonly number[], first: number, last: number, columns: number): Dot[] {
  const piles = new Array<number>(columns).fill(0);
  const width = (last - first) / columns || 1;
  return [...values]
    .sort((a, b) => a - b)
    .map((value) => {
      const column = Math.min(columns - 1, Math.max(0, Math.floor((value - first) / width)));
      const level = piles[column]!;
      piles[column] = level + 1;
      return { column, level };
    });
}
