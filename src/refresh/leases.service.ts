import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { Lease } from './lease.entity.js';

/** How long a lease is good without being renewed; after twice that time another process takes it over. */
export const LEASE_TTL_MS = 60_000;

/** A lease in hand: its number tells the holder from every earlier one. */
export interface Hold {
  readonly name: string;
  readonly fence: number;
}

/** The rights to do a kind of work alone, among all processes that share the database. */
@Injectable()
export class Leases {
  private readonly holder = randomUUID();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes a lease that is free, or whose holder was not heard of for twice its time; null if somebody holds it. */
  take(name: string): Promise<Hold | null> {
    const renewedAt = this.clock.now();
    return this.database.unseen(async (rows) => {
      const lease = await rows.findOneBy(Lease, { name });
      if (!lease) {
        await rows.insert(Lease, { name, holder: this.holder, fence: 1, renewedAt });
        return { name, fence: 1 };
      }
      if (!this.isFree(lease)) return null;
      const fence = lease.fence + 1;
      const taken = await rows.update(Lease, { name, fence: lease.fence }, { holder: this.holder, fence, renewedAt });
      return taken.affected === 1 ? { name, fence } : null;
    });
  }

  /**
   * Makes sure, within the transaction that is about to write, that the lease is still held; renews it in time.
   *
   * @throws Fault conflict `lease-lost` if another process has taken it over
   */
  confirm({ name, fence }: Hold): Promise<void> {
    const now = this.clock.now();
    return this.database.unseen(async (rows) => {
      const lease = await rows.findOneBy(Lease, { name });
      if (lease?.fence !== fence || lease.renewedAt === null) {
        throw new Fault('conflict', 'lease-lost', `Another process has taken over the ${name}.`);
      }
      if (Math.abs(now - lease.renewedAt) < LEASE_TTL_MS / 3) return;
      await rows.update(Lease, { name, fence }, { renewedAt: now });
    });
  }

  /** Gives a lease back; one that was taken over stays with its new holder. */
  release({ name, fence }: Hold): Promise<void> {
    return this.database.unseen(async (rows) => {
      await rows.update(Lease, { name, fence }, { renewedAt: null });
    });
  }

  /** Whether nobody holds it. A renewal far in the future is one of a clock that was wrong, and counts for nothing. */
  isFree({ renewedAt }: Lease): boolean {
    return renewedAt === null || Math.abs(this.clock.now() - renewedAt) >= 2 * LEASE_TTL_MS;
  }
}
