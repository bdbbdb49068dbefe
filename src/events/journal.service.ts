import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { AuditEntry } from '../access/audit-entry.entity.js';
import { Audit, type Change } from '../access/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { Bell } from './bell.service.js';
import type { EventType } from './event-types.js';
import { Event } from './event.entity.js';

/** A change, and what those who listen are told of it (`after` where `data` is missing). */
export interface JournalEntry extends Change {
  /** Null where nobody is told: what only waits for an editor is not public yet. */
  readonly event: EventType | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Writes each act down twice, in the act's own transaction: for the auditor and for those who listen. */
@Injectable()
export class Journal {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly bell: Bell,
  ) {}

  /** Notes an act; without the note there is no act. */
  record(actor: Actor, entry: JournalEntry): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.insert(AuditEntry, this.audit.entry(actor, entry));
      if (entry.event !== null) await this.log(rows, entry.event, entry.thing, entry.data ?? { ...entry.after });
    });
  }

  /** Tells those who listen of something that nobody did, such as a confidence that moved. */
  announce(type: EventType, subject: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    return this.database.transaction((rows) => this.log(rows, type, subject, data));
  }

  private async log(rows: EntityManager, type: EventType, subject: string, data: object): Promise<void> {
    const at = this.clock.now();
    await rows.insert(Event, { id: newId('evt', at), type, subject, at, data: JSON.stringify(data) });
    this.database.afterwards(() => this.bell.ring());
  }
}
