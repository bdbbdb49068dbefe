/** How many times as long as it should something may take on a machine that has no time for it. */
const PATIENCE = 10;

/**
 * How much time something takes that was begun when this was made. On a machine that has no time for this process the
 * clock goes on and nothing is done: then what the process has worked counts, and not the clock alone.
 */
export class Effort {
  private readonly begunAt = performance.now();
  private readonly before = process.cpuUsage();

  /** Whether it has taken that many milliseconds, or ten times as many by the clock. */
  isOver(milliseconds: number): boolean {
    const passed = performance.now() - this.begunAt;
    if (passed < milliseconds) return false;
    const { user, system } = process.cpuUsage(this.before);
    return (user + system) / 1_000 >= milliseconds || passed >= PATIENCE * milliseconds;
  }
}
