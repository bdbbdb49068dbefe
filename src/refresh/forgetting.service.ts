import { Injectable } from '@nestjs/common';
import { LogKeeping } from '../events/log-keeping.service.js';
import { UsedKeys } from '../platform/idempotency/used-keys.service.js';

/** What is kept for a time alone, and forgotten without anybody having to ask. */
@Injectable()
export class Forgetting {
  constructor(
    private readonly usedKeys: UsedKeys,
    private readonly log: LogKeeping,
  ) {}

  /** Forgets the keys of requests that were repeated, and so many events; returns how many events that were. */
  async forget(most: number): Promise<number> {
    await this.usedKeys.forgetOld();
    return this.log.forget(await this.log.due(), most);
  }
}
