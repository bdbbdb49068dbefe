import { Clock } from './clock.js';

describe('a clock', () => {
  it('runs free', () => {
    const before = Date.now();
    const now = new Clock().now();
    expect(now >= before && now <= Date.now()).toBe(true);
  });

  it('stands where it is held, moves by hand, and runs again when released', () => {
    const clock = new Clock(1000);
    const seen = [clock.now()];
    clock.hold(5000);
    seen.push(clock.now());
    clock.advance(-2000);
    seen.push(clock.now());
    expect(seen).toEqual([1000, 5000, 3000]);
    clock.release();
    expect(clock.now()).toBeGreaterThan(5000);
  });
});
