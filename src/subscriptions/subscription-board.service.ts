import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import { sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import type { SubscriptionStatus } from './subscription.entity.js';
import type { SubscriptionRow } from './subscription.view.js';

/** The newest first. */
export const NEWEST_FIRST: SortKey = { column: 'id', descending: true };

const ROWS = sql`select s.id, s.url, s.kind, s.title, s.status, s.source, s.interval_ms, s.auto_commit, s.next_poll_at,
  s.polled_at, s.changed_at, s.last_status, s.last_error, s.failures, s.polls, s.items, s.proposed, s.version,
  s.created_by, s.created_at, s.updated_at from subscriptions s`;

/** What is watched, as it is looked at. */
@Injectable()
export class SubscriptionBoard {
  constructor(private readonly database: Database) {}

  /** A part of what is watched, and one more where another part follows. */
  page(status: SubscriptionStatus | undefined, window: Window): Promise<SubscriptionRow[]> {
    const conditions = status === undefined ? [] : [sql`t.status = ${status}`];
    return readWindow<SubscriptionRow>(this.database, ROWS, conditions, window);
  }

  /** @throws Fault not found `unknown-subscription` */
  async get(id: string): Promise<SubscriptionRow> {
    const { text, values } = sql`select t.* from (${ROWS}) t where t.id = ${id}`;
    const row = await this.database.readOne<SubscriptionRow>(text, values);
    if (row) return row;
    throw new Fault('not_found', 'unknown-subscription', `There is no subscription ${id}.`);
  }
}
