import { isNear, type Span } from './spans.js';

/** Numbers that are one within a tolerance: each lies on the most dominant number that it is near to. */
export class Neighbours {
  private readonly dominant: number[] = [];
  /** The place of each dominant number in the order of dominance. */
  private readonly ranks = new Map<number, number>();

  /**
   * @param numbers in the order of dominance
   * @param tolerance the relative difference, 0..1, up to which two numbers are one
   */
  constructor(
    numbers: readonly number[],
    private readonly tolerance: number,
  ) {
    for (const number of numbers) {
      if (this.drawnBy(number) !== null) continue;
      this.ranks.set(number, this.ranks.size);
      this.dominant.splice(this.indexFor(number), 0, number);
    }
  }

  /**
   * Where a number lies: around its dominant number, half the tolerance to each side, so that two dominant numbers
   * never touch. ±Infinity lies at itself.
   */
  placeOf(number: number): Span {
    const centre = this.drawnBy(number) ?? number;
    if (!Number.isFinite(centre)) return { from: centre, to: centre };
    const half = Math.max(0.499 * this.tolerance * Math.abs(centre), 1e-9 * Math.max(1, Math.abs(centre)));
    return { from: centre - half, to: centre + half };
  }

  /** A bare end of a range never draws away what lies near a number that is supported. */
  private drawnBy(number: number): number | null {
    const index = this.indexFor(number);
    const near = [this.dominant[index - 1], this.dominant[index]].filter(
      (other) => other !== undefined && isNear(other, number, this.tolerance),
    ) as number[];
    if (near.length === 0) return null;
    return near.reduce((a, b) => (this.ranks.get(b)! < this.ranks.get(a)! ? b : a));
  }

  /** The first place whose number is not smaller. */
  private indexFor(number: number): number {
    let low = 0;
    let high = this.dominant.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.dominant[middle]! < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
