/** How long a slice of work is meant to take, in milliseconds: well within the 50 for which others may have to wait. */
const AIM_MS = 25;
/** What the first slice may cost, and what any may cost at least and at most. */
const FIRST = 200;
const LEAST = 50;
const MOST = 2000;
/** A slice costs at most so many times what the last one did. */
const GROWTH = 1.5;

/** The processor time of this process so far, in milliseconds: what a slice takes of it, however busy the machine is. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Fits slices of work to the machine: each is made as large as the last one says that fits into its time. */
export class Pace {
  private most = FIRST;

  /** @param now the time by which slices are measured, in milliseconds */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** What the next slice may cost. */
  get room(): number {
    return this.most;
  }

  /**
   * The first of these pieces of work that make the next slice: at least one, and no group in part unless it fills the
   * slice by itself.
   */
  fitting<Piece>(
    pieces: readonly Piece[],
    costOf: (piece: Piece) => number,
    groupOf: (piece: Piece) => string,
  ): Piece[] {
    let [count, sum, whole] = [0, 0, 0];
    while (count < pieces.length && (count === 0 || sum + costOf(pieces[count]!) <= this.most)) {
      sum += costOf(pieces[count]!);
      count += 1;
      const next = pieces[count];
      if (next === undefined || groupOf(next) !== groupOf(pieces[count - 1]!)) whole = count;
    }
    return pieces.slice(0, whole || count);
  }

  /** Does a slice of that cost, and notes how long it took: without the commit, which costs the same for every slice. */
  async timed<T>(cost: number, work: () => Promise<T>): Promise<T> {
    const began = this.now();
    const result = await work();
    const fits = (cost * AIM_MS) / Math.max(this.now() - began, 0.1);
    this.most = Math.max(LEAST, Math.min(fits, GROWTH * this.most, MOST));
    return result;
  }
}
