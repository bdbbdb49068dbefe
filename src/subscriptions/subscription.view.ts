import { sayInstant } from '../platform/instant.js';
import { sayInterval } from './interval.js';
import type { SubscriptionAnswer } from './subscription.answer.js';
import type { SubscriptionKind, SubscriptionStatus } from './subscription.entity.js';

/** A subscription as it is read for an answer. */
export interface SubscriptionRow {
  readonly id: string;
  readonly url: string;
  readonly kind: SubscriptionKind | null;
  readonly title: string | null;
  readonly status: SubscriptionStatus;
  /** JSON. */
  readonly source: string | null;
  readonly interval_ms: number;
  readonly auto_commit: number;
  readonly next_poll_at: number;
  readonly polled_at: number | null;
  readonly changed_at: number | null;
  readonly last_status: number | null;
  /** JSON. */
  readonly last_error: string | null;
  readonly failures: number;
  readonly polls: number;
  readonly items: number;
  readonly proposed: number;
  readonly version: number;
  readonly created_by: string;
  readonly created_at: number;
  readonly updated_at: number;
}

const moment = (at: number | null): string | null => (at === null ? null : sayInstant(at));

/** A subscription as it is shown. */
export function viewSubscription(row: SubscriptionRow): SubscriptionAnswer {
  return {
    id: row.id,
    url: row.url,
    kind: row.kind,
    title: row.title,
    status: row.status,
    source: row.source === null ? null : (JSON.parse(row.source) as { name: string }).name,
    interval: sayInterval(row.interval_ms),
    auto_commit: Boolean(row.auto_commit),
    next_poll_at: row.status === 'active' ? sayInstant(row.next_poll_at) : null,
    last_poll_at: moment(row.polled_at),
    last_change_at: moment(row.changed_at),
    last_status: row.last_status,
    last_error: row.last_error === null ? null : (JSON.parse(row.last_error) as SubscriptionAnswer['last_error']),
    failures: row.failures,
    counts: { polls: row.polls, items: row.items, proposed: row.proposed },
    created_by: row.created_by,
    created_at: sayInstant(row.created_at),
    updated_at: sayInstant(row.updated_at),
  };
}
