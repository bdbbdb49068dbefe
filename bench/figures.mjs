/** The least, the middle and the greatest of some numbers. */
export function spreadOf(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { min: sorted[0], median, max: sorted.at(-1) };
}

/** The number below which a share (0..1) of them lies. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

/** Spreads over the rounds of the program beside the floor: the ratio of each round, and what each took. */
export function compared(program, floor) {
  return {
    ratio: spreadOf(program.map((value, round) => value / floor[round])),
    program: spreadOf(program),
    floor: spreadOf(floor),
  };
}

/** What an act takes: wall time and processor time of this process, in milliseconds. */
export async function timed(act) {
  const [from, before] = [performance.now(), process.cpuUsage()];
  const result = await act();
  const { user, system } = process.cpuUsage(before);
  return { result, wall: performance.now() - from, cpu: (user + system) / 1000 };
}
