import { DAY_MS } from '../subjects/index.js';
import { PARAMETERS } from './parameters.js';
import type { Span } from './spans.js';

/**
 * What a launch is preceded by, whatever it tells of the day: a filing with a regulator, an entry in a benchmark database, a
 * tease by the maker, and its invitation to an announcement.
 */
export const LAUNCH_SIGNS = ['filing', 'benchmark', 'teaser', 'invitation'] as const;
export type LaunchSignKind = (typeof LAUNCH_SIGNS)[number];

/** A sign that a device is about to be launched: evidence about the device that speaks to another question. */
export interface LaunchSign {
  readonly kind: LaunchSignKind;
  readonly evidenceId: string;
  readonly reportId: string;
  readonly originId: string;
  /** Who published it. */
  readonly source: string;
  /** When it was published, epoch milliseconds. */
  readonly publishedAt: number;
}

/** What evidence that a launch is near, which speaks of no day itself, does for the days of an answer. */
export interface LaunchSignStep {
  readonly kind: 'launch_sign';
  readonly sign: LaunchSignKind;
  readonly evidenceId: string;
  readonly reportId: string;
  /** Who published it, and when, epoch milliseconds. */
  readonly source: string;
  readonly publishedAt: number;
  /** Within how many days of it a launch is expected. */
  readonly days: number;
  readonly logOdds: number;
}

/** A sign with what it comes to for a question: all days up to the end of its time are `weight` log-odds likelier. */
export interface SignWeight {
  readonly sign: LaunchSign;
  readonly span: Span;
  readonly weight: number;
}

/** The questions that are shifted; an invitation names the day of the announcement itself, so it is none of its own signs. */
const SHIFTED: Readonly<Record<string, readonly LaunchSignKind[]>> = {
  'launch.date': LAUNCH_SIGNS,
  'preorder.date': LAUNCH_SIGNS,
  'announcement.date': ['filing', 'benchmark', 'teaser'],
};

/** The subjects whose distribution over days is shifted by signs. */
export const SHIFTED_SUBJECTS: readonly string[] = Object.keys(SHIFTED);

const byTime = (a: LaunchSign, b: LaunchSign): number =>
  a.publishedAt - b.publishedAt || (a.evidenceId < b.evidenceId ? -1 : 1);

/**
 * The signs that count for a question at an instant, the oldest first: of each kind the latest, so that no number of them
 * adds up, until its time is over; and none whose origin speaks to the question itself, since it is heard there.
 *
 * @param subject the key of the question's subject
 * @param heard the origins that speak to the question
 * @param at epoch milliseconds
 */
export function signsFor(
  subject: string,
  signs: readonly LaunchSign[],
  heard: ReadonlySet<string>,
  at: number,
): SignWeight[] {
  const kinds = SHIFTED[subject] ?? [];
  const latest = new Map<LaunchSignKind, LaunchSign>();
  for (const sign of [...signs].sort(byTime)) {
    if (sign.publishedAt <= at && kinds.includes(sign.kind) && !heard.has(sign.originId)) latest.set(sign.kind, sign);
  }
  const today = Math.floor(at / DAY_MS);
  return [...latest.values()].sort(byTime).flatMap((sign): SignWeight[] => {
    const { days, odds } = PARAMETERS.launchSigns[sign.kind];
    const to = Math.floor(sign.publishedAt / DAY_MS) + days + 1;
    // It begins in the past: a stretch of days that has begun is not cut, so that time alone takes nothing from it.
    return to <= today ? [] : [{ sign, span: { from: -Infinity, to }, weight: Math.log(odds) }];
  });
}

/** The step of a sign, by which an answer moves so many log-odds. */
export function signStepOf({ sign }: SignWeight, logOdds: number): LaunchSignStep {
  const { kind, evidenceId, reportId, source, publishedAt } = sign;
  const { days } = PARAMETERS.launchSigns[kind];
  return { kind: 'launch_sign', sign: kind, evidenceId, reportId, source, publishedAt, days, logOdds };
}
