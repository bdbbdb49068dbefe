/** How far apart two values may be and still be one. */
export interface Tolerance {
  /** Times of the day, in minutes. */
  readonly minutes: number;
  /** Numbers: as a share of the greater, and absolutely; the wider of the two counts. */
  readonly share: number;
  readonly amount: number;
}

/** Times within ten minutes are one, numbers and words only if they are equal. */
export const USUAL_TOLERANCE: Tolerance = { minutes: 10, share: 0, amount: 0 };

const CLOCK = /^(\d{1,2}):(\d{2})(?::\d{2})?\s*(am|pm|a|p)?$/i;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DAY_MINUTES = 1440;

/** The minute of the day of a time such as 13:55 or 1:55 pm; null for anything else. */
function minuteOf(value: string): number | null {
  const found = CLOCK.exec(value.trim());
  if (!found) return null;
  const half = found[3]?.[0]?.toLowerCase();
  const hour = half === undefined ? Number(found[1]) : (Number(found[1]) % 12) + (half === 'p' ? 12 : 0);
  const minute = hour * 60 + Number(found[2]);
  return minute < DAY_MINUTES ? minute : null;
}

function numberOf(value: string): number | null {
  const text = value.trim();
  return NUMBER.test(text) ? Number(text) : null;
}

/** Whether two values are one within the tolerance; times go round at midnight. */
export function areOne(a: string, b: string, tolerance: Tolerance): boolean {
  if (a === b) return true;
  const [one, other] = [minuteOf(a), minuteOf(b)];
  if (one !== null && other !== null) {
    const apart = Math.abs(one - other);
    return Math.min(apart, DAY_MINUTES - apart) <= tolerance.minutes;
  }
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x === null || y === null) return false;
  const most = Math.max(tolerance.amount, tolerance.share * Math.max(Math.abs(x), Math.abs(y)));
  return Math.abs(x - y) <= most;
}

const UNITS: Readonly<Record<string, keyof Tolerance>> = { m: 'minutes', h: 'minutes', s: 'minutes', '%': 'share' };
const FACTORS: Readonly<Record<string, number>> = { h: 60, s: 1 / 60, '%': 0.01 };

/** Reads a tolerance: `10m`, `10 min`, `1h`, `2%`, or a bare number for an absolute one; null if it is none. */
export function toleranceOf(text: string): Tolerance | null {
  const found = /^(\d+(?:\.\d+)?|\.\d+)\s*(m|h|s|%)?[a-z]*$/i.exec(text.trim());
  if (!found) return null;
  const unit = (found[2] ?? '').toLowerCase();
  return { ...USUAL_TOLERANCE, [UNITS[unit] ?? 'amount']: Number(found[1]) * (FACTORS[unit] ?? 1) };
}
