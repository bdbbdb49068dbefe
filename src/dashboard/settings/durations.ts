import { parseDuration } from '../../platform/instant.js';

/** How long is waited between two looks, to choose from. */
export const INTERVALS = ['PT5M', 'PT15M', 'PT30M', 'PT1H', 'PT3H', 'PT6H', 'PT12H', 'P1D', 'P7D'] as const;

/** How long a rule is silent after it told of something, to choose from. */
export const COOLDOWNS = ['PT5M', 'PT1H', 'PT6H', 'P1D', 'P7D'] as const;

/** For how long a former secret signs as well, to choose from. */
export const OVERLAPS = ['PT0S', 'PT1H', 'PT24H', 'P7D'] as const;

const UNITS = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
] as const;

/** A duration (ISO 8601) as people say it: `PT90M` is `90 minutes`, `P7D` is `7 days`; what is none stays as it is. */
export function sayDuration(duration: string): string {
  const length = parseDuration(duration);
  if (length === null) return duration;
  const [size, unit] = UNITS.find(([each]) => length >= each && length % each === 0) ?? [60_000, 'minute'];
  const number = Math.round(length / size);
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

/** Durations to choose from, each with its words; the present one among them, whatever it is. */
export function durationsWith(durations: readonly string[], present?: string): [value: string, text: string][] {
  const all = present === undefined || durations.includes(present) ? durations : [...durations, present];
  const length = (duration: string): number => parseDuration(duration) ?? 0;
  return [...all].sort((one, other) => length(one) - length(other)).map((each) => [each, sayDuration(each)]);
}

/** How often something is done that is done each such a time: `every hour`, `every 30 minutes`. */
export const sayEvery = (duration: string): string => `every ${sayDuration(duration).replace(/^1 /, '')}`;
