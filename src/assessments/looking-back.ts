import { DAY_MS } from '../engine/subjects/index.js';
import { agreed, memberOf, type FoundQuestion } from './circles.js';
import { askedOf, type LoadedQuestion, type TestimonyRow } from './asked.js';
import { NOTHING_LEARNED } from '../engine/confidence/index.js';

/** How often the past is looked at where nobody publishes anything, in days: numbers age. */
const LOOKED_AT_EVERY = 7;

/** The number of the day (UTC) from whose start on a report has a say: the one after its publication. */
export const heardOn = ({ published_at: at }: Pick<TestimonyRow, 'published_at'>): number =>
  Math.floor(at / DAY_MS) + 1;

/**
 * A question as it stood at an instant: the answers that somebody had given, what was published before it, and sources at
 * their starting points, so that no verdict of a later day has a say. Null where nobody had spoken of it.
 */
export function cutAt(loaded: LoadedQuestion, at: number): LoadedQuestion | null {
  const links = new Map(
    loaded.rows.map(({ id }) => [id, (loaded.links.get(id) ?? []).filter((link) => link.published_at < at)] as const),
  );
  const rows = loaded.rows.filter(({ id }) => (links.get(id) ?? []).length > 0);
  if (rows.length === 0) return null;
  const signs = loaded.signs.filter((sign) => sign.published_at < at);
  return { ...loaded, rows, links, signs, tallies: new Map(), learned: NOTHING_LEARNED, copying: new Map() };
}

/**
 * What the present model would have said of the questions about one device at an instant (epoch milliseconds), from what
 * was published before it; those of which nobody had spoken are left out.
 */
export function foundAt(circle: readonly LoadedQuestion[], at: number): readonly FoundQuestion[] {
  const read = circle.flatMap((loaded) => {
    const then = cutAt(loaded, at);
    return then === null ? [] : [{ loaded: then, member: memberOf(then, at) }];
  });
  return agreed(read, [], at).questions;
}

/** The number of the day from whose start on each report about these questions has a say. */
export const heardDays = (circle: readonly LoadedQuestion[]): number[] =>
  circle.flatMap(({ rows, links }) => rows.flatMap(({ id }) => (links.get(id) ?? []).map(heardOn)));

/** The days, by number, on which the past of a device is looked at: after each publication from the first on, and weekly. */
export function daysToLookAt(circle: readonly LoadedQuestion[], first: number, last: number): number[] {
  const heard = new Set(heardDays(circle));
  const days: number[] = [];
  for (let day = first; day <= last; day += 1) {
    if (heard.has(day) || (day - first) % LOOKED_AT_EVERY === 0) days.push(day);
  }
  return days;
}

/** Whether what is stored of a question can be read; the others keep none from being looked at. */
export function isReadable(loaded: LoadedQuestion): boolean {
  try {
    askedOf(loaded);
    return true;
  } catch {
    return false;
  }
}
