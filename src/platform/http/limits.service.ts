import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Clock } from '../clock.js';
import { Settings } from '../settings.js';
import { WINDOW_SECONDS, type PolicyName, type Usage } from './quota.js';

const WINDOW_MS = WINDOW_SECONDS * 1000;

/** How long a count is kept, in seconds: longer than its window, which our own clock ends. */
const KEPT_SECONDS = 2 * WINDOW_SECONDS;

/** Whom something is counted for: a key by its id, or a network address. */
export type Counted = `key:${string}` | `address:${string}`;

/**
 * Counts what was asked for, in windows of a minute. The windows follow the clock of the program and begin for each one
 * counted at another second, so that not everybody comes back at once. Every process counts for itself.
 */
@Injectable()
export class Limits {
  private readonly counts = new RateLimiterMemory({ points: 1, duration: KEPT_SECONDS });

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** What somebody is allowed in a window: the holder of a key, or nobody who is known. */
  quotas(keyId: string | null): { requests: number; ingestions: number } {
    const who: Counted = keyId === null ? 'address:' : `key:${keyId}`;
    return { requests: this.quota('default', who), ingestions: this.quota('ingestion', who) };
  }

  private quota(policy: PolicyName, who: Counted): number {
    if (policy === 'ingestion') return this.settings.ingestionsPerMinute;
    if (policy === 'wrong-keys') return this.settings.wrongKeysPerMinute;
    return who.startsWith('key:') ? this.settings.requestsPerMinute : this.settings.anonymousRequestsPerMinute;
  }

  /** Counts one more, and tells how many that makes. */
  async take(policy: PolicyName, who: Counted): Promise<Usage> {
    const { name, resetSeconds } = this.window(policy, who);
    const { consumedPoints } = await this.counts.penalty(name);
    return { policy, quota: this.quota(policy, who), used: consumedPoints, resetSeconds };
  }

  /** Takes one back that cost nothing after all. */
  async giveBack(policy: PolicyName, who: Counted): Promise<Usage> {
    const { name, resetSeconds } = this.window(policy, who);
    const { consumedPoints } = await this.counts.reward(name);
    return { policy, quota: this.quota(policy, who), used: Math.max(0, consumedPoints), resetSeconds };
  }

  /** What another one would make, which is not counted. */
  async ask(policy: PolicyName, who: Counted): Promise<Usage> {
    const { name, resetSeconds } = this.window(policy, who);
    const used = (await this.counts.get(name))?.consumedPoints ?? 0;
    return { policy, quota: this.quota(policy, who), used: used + 1, resetSeconds };
  }

  private window(policy: PolicyName, who: Counted): { name: string; resetSeconds: number } {
    const now = this.clock.now() + offsetOf(who);
    const number = Math.floor(now / WINDOW_MS);
    return { name: `${policy} ${who} ${number}`, resetSeconds: Math.ceil(((number + 1) * WINDOW_MS - now) / 1000) };
  }
}

/**
 * By how many milliseconds the windows of one counted begin earlier than the minute: spread evenly, and quickly found
 * (FNV-1a, 32 bits: Fowler, Noll and Vo).
 */
function offsetOf(who: Counted): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < who.length; place += 1) hash = Math.imul(hash ^ who.charCodeAt(place), 0x01000193);
  return (hash >>> 0) % WINDOW_MS;
}
