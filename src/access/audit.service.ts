import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import type { Actor } from './actor.js';
import { AuditEntry } from './audit-entry.entity.js';

/** One change: a verb of the field, the id of the thing, and how it was before and after (null: not there). */
export interface Change {
  readonly action: string;
  readonly thing: string;
  readonly before?: object | null;
  readonly after?: object | null;
}

/** The trail of who changed what; an entry stands in the transaction of the change itself. */
@Injectable()
export class Audit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Notes a change; without the note there is no change. */
  record(actor: Actor, change: Change): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.insert(AuditEntry, this.entry(actor, change));
    });
  }

  /** A change as it is noted. */
  entry(actor: Actor, { action, thing, ...change }: Change): AuditEntry {
    const at = this.clock.now();
    const [before, after] = [change.before, change.after].map((state) => (state ? JSON.stringify(state) : null));
    const who = { keyId: actor.keyId, actor: actor.name };
    return { id: newId('aud', at), at, ...who, action, thing, before: before ?? null, after: after ?? null };
  }
}
