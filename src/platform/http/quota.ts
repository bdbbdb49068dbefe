import { RetryLater } from '../retry-later.js';

/** What is counted, each by itself: requests, articles that are handed in, and keys that were wrong. */
export const POLICIES = ['default', 'ingestion', 'wrong-keys'] as const;
export type PolicyName = (typeof POLICIES)[number];

/** How long a quota lasts before it begins anew, in seconds. */
export const WINDOW_SECONDS = 60;

/** How far somebody is with one quota. */
export interface Usage {
  readonly policy: PolicyName;
  /** How many are allowed in a window. */
  readonly quota: number;
  readonly used: number;
  /** After how many seconds the quota begins anew: 1 at least. */
  readonly resetSeconds: number;
}

const isViolated = ({ used, quota }: Usage): boolean => used > quota;

/** A request that came too often. */
export class QuotaExceeded extends RetryLater {
  /** The names of the limits that were passed. */
  readonly policies: readonly PolicyName[];

  constructor(usages: readonly Usage[]) {
    const seconds = Math.max(...usages.map(({ resetSeconds }) => resetSeconds));
    super(seconds, 'exhausted', 'quota-exceeded', `That was too often: try again in ${seconds} s.`);
    this.policies = usages.map(({ policy }) => policy);
  }
}

/**
 * Lets a request pass that stays within its quotas.
 *
 * @throws QuotaExceeded
 */
export function assertWithin(usages: readonly Usage[]): void {
  const violated = usages.filter(isViolated);
  if (violated.length > 0) throw new QuotaExceeded(violated);
}

/** The header fields that tell the limits and what is left of them (IETF draft-ietf-httpapi-ratelimit-headers-10). */
export const quotaFields = (usages: readonly Usage[]): Record<string, string> => ({
  'RateLimit-Policy': usages.map(({ policy, quota }) => `"${policy}";q=${quota};w=${WINDOW_SECONDS}`).join(', '),
  RateLimit: usages
    .map(({ policy, quota, used, resetSeconds }) => `"${policy}";r=${Math.max(0, quota - used)};t=${resetSeconds}`)
    .join(', '),
});
