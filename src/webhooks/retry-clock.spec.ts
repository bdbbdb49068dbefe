import fc from 'fast-check';
import { nextAttemptAt, RETRY_DELAYS_MS, retryAfterMs } from './retry-clock.js';

describe('the clock of retries', () => {
  it('waits as the table says, at most a tenth longer, and gives up at its end', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 12 }), fc.nat(1e12), (id, attempts, now) => {
        const at = nextAttemptAt(id, attempts, now, 0);
        const delay = RETRY_DELAYS_MS[attempts - 1];
        if (delay === undefined) return at === null;
        return at !== null && at - now >= delay && at - now <= delay * 1.1;
      }),
    );
  });

  it('leaves a receiver alone for as long as it asks, a day at most', () => {
    expect(nextAttemptAt('dlv_1', 1, 0, 3_600_000)).toBe(3_600_000);
    expect(nextAttemptAt('dlv_1', 1, 0, 9e9)).toBe(86_400_000);
  });

  it.each<[string | undefined, number]>([
    [undefined, 0],
    ['120', 120_000],
    [' 7 ', 7_000],
    ['-5', 0],
    ['soon', 0],
    ['Thu, 01 Jan 1970 00:01:00 GMT', 60_000],
    ['Wed, 31 Dec 1969 23:00:00 GMT', 0],
  ])('reads Retry-After: %s', (header, expected) => {
    expect(retryAfterMs(header, 0)).toBe(expected);
  });
});
