/** Work that can be laid aside between two turns, so that whoever waits has their turn in between. */
export type Turns<Result> = Generator<undefined, Result>;

/** All of it at once. */
export function finished<Result>(turns: Turns<Result>): Result {
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}
