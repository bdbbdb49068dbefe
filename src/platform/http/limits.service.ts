import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Settings } from '../settings.js';
import { WINDOW_SECONDS, type PolicyName, type Usage } from './quota.js';

const WINDOW_MS = WINDOW_SECONDS * 1000;

/** Whom something is counted for: a key by its id, or a network address. */
export type Counted = `key:${string}` | `address:${string}`;

/** What was counted in a window. */
interface Count {
  /** Which window, counted from 1970. */
  readonly window: number;
  /** When it ends, epoch milliseconds. */
  readonly endsAt: number;
  used: number;
}

/**
 * Counts what was asked for, in windows of a minute. The windows follow the clock of the program and begin for each one
 * counted at another second, so that not everybody comes back at once. Every process counts for itself.
 */
@Injectable()
export class Limits {
  private readonly counts = new Map<string, Count>();
  private sweptAt = 0;

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
  take(policy: PolicyName, who: Counted): Usage {
    const count = this.count(policy, who);
    count.used += 1;
    this.counts.set(`${policy} ${who}`, count);
    return this.usage(policy, who, count);
  }

  /** Takes one back that cost nothing after all. */
  giveBack(policy: PolicyName, who: Counted): Usage {
    const count = this.count(policy, who);
    count.used = Math.max(0, count.used - 1);
    return this.usage(policy, who, count);
  }

  /** What another one would make, which is not counted. */
  ask(policy: PolicyName, who: Counted): Usage {
    const count = this.count(policy, who);
    return this.usage(policy, who, { ...count, used: count.used + 1 });
  }

  private usage(policy: PolicyName, who: Counted, { used, endsAt }: Count): Usage {
    return {
      policy,
      quota: this.quota(policy, who),
      used,
      resetSeconds: Math.ceil((endsAt - this.clock.now()) / 1000),
    };
  }

  /** What was counted in the present window; a new one where nothing was. */
  private count(policy: PolicyName, who: Counted): Count {
    const now = this.clock.now();
    const offset = offsetOf(who);
    const window = Math.floor((now + offset) / WINDOW_MS);
    this.sweep(now);
    const known = this.counts.get(`${policy} ${who}`);
    if (known?.window === window) return known;
    return { window, endsAt: (window + 1) * WINDOW_MS - offset, used: 0 };
  }

  /** Forgets the windows that have ended, once in the time of one. */
  private sweep(now: number): void {
    if (Math.abs(now - this.sweptAt) < WINDOW_MS) return;
    this.sweptAt = now;
    for (const [name, { endsAt }] of this.counts) if (endsAt <= now) this.counts.delete(name);
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
