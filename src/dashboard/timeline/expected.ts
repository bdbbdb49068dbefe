import type { LaunchWindow } from '../../assessments/launch-window.js';
import type { DeviceView, RumorView } from '../views.js';
import { shortRange } from '../wording.js';

/** A span of days, `YYYY-MM-DD`; null where an end lies beyond the last day that anybody speaks of. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

/** When a device is expected, as the timeline shows it. */
export interface Expected {
  readonly device: Pick<DeviceView, 'slug' | 'name' | 'company'>;
  readonly region: string | null;
  /** The day by which it is as likely as not; null where that lies beyond the horizon. */
  readonly median: string | null;
  /** The middle 80 and 50 % of what is believed. */
  readonly wide: Span;
  readonly narrow: Span;
  readonly horizonOn: string | null;
  /** 0..1. */
  readonly notByHorizon: number;
  /** What the maker itself has announced; null where it has not. */
  readonly official: {
    readonly rumorId: string;
    readonly on: string;
    readonly days: string;
    readonly text: string;
  } | null;
}

/** How many of a hundred lie beneath the middle 80 %. */
const BELOW = 0.1;

/** The middle 80 % of equally likely days: a tenth of them lies before it and a tenth behind. */
export function wideOf(dots: LaunchWindow['dots']): Span {
  const cut = Math.round(dots.length * BELOW);
  return { from: dots[cut] ?? null, to: dots[dots.length - 1 - cut] ?? null };
}

/** What the maker announced: the day of it, or the last one of what it named. */
export function officialOf(rumors: readonly RumorView[]): Expected['official'] {
  const announced = rumors.find(({ confidence, status }) => status === 'open' && confidence?.announced === true);
  if (!announced || !('earliest_on' in announced.value)) return null;
  const { earliest_on: earliest, latest_on: latest } = announced.value;
  const on = latest ?? earliest;
  return on === null ? null : { rumorId: announced.id, on, days: shortRange(earliest, latest), text: announced.text };
}

/** The launches in the order in which they are expected; those more likely not than so come last, by their horizon. */
export const inOrder = (rows: readonly Expected[]): Expected[] =>
  rows.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.device.name.localeCompare(b.device.name));

const dayOf = ({ median, horizonOn }: Expected): string => median ?? `9${horizonOn ?? '9'}`;

/** The launches of one month, or those of which nobody can name one. */
export interface Month {
  /** `YYYY-MM`; null for those that are more likely not to happen by their horizon. */
  readonly month: string | null;
  readonly rows: readonly Expected[];
}

/** The launches by the month in which half of what is believed is reached, in their order. */
export function byMonth(rows: readonly Expected[]): Month[] {
  const months = new Map<string | null, Expected[]>();
  for (const row of inOrder(rows)) {
    const month = row.median?.slice(0, 7) ?? null;
    months.set(month, [...(months.get(month) ?? []), row]);
  }
  return [...months].map(([month, own]) => ({ month, rows: own }));
}
