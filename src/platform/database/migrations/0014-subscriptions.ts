import type { MigrationInterface, QueryRunner } from 'typeorm';
import { count, flag, id, instant, keyText, largeCount, optional, primary, ref, table, text } from './tables.js';

const SUBSCRIPTIONS = table(
  'subscriptions',
  {
    id: id(),
    url: keyText(2000),
    host: keyText(253),
    kind: optional(keyText(20)),
    status: keyText(20),
    source: optional(text()),
    interval_ms: largeCount(),
    auto_commit: flag(),
    title: optional(keyText(300)),
    etag: optional(text()),
    last_modified: optional(text()),
    next_poll_at: instant(),
    delay_ms: largeCount(),
    polled_at: optional(instant()),
    changed_at: optional(instant()),
    last_status: optional(count()),
    last_error: optional(text()),
    failures: count(),
    moved_to: optional(keyText(2000)),
    moved_times: count(),
    polls: count(),
    items: count(),
    proposed: count(),
    fence: count(),
    claimed_until: optional(instant()),
    version: count(),
    created_by: keyText(),
    created_at: instant(),
    updated_at: instant(),
  },
  { uniques: [['url']], indices: [['status', 'next_poll_at'], ['claimed_until']] },
);

const ITEMS = table(
  'subscription_items',
  {
    subscription_id: primary(ref('subscriptions')),
    key_hash: primary(keyText(64)),
    url: optional(keyText(2000)),
    title: optional(keyText(300)),
    text: optional(text()),
    author: optional(keyText(100)),
    published_on: optional(keyText(10)),
    content_hash: keyText(64),
    state: keyText(20),
    last_error: optional(text()),
    ingestion_id: optional(ref('ingestions')),
    attempts: count(),
    edits: count(),
    seen_at: instant(),
  },
  { indices: [['subscription_id', 'state'], ['ingestion_id']] },
);

/** Feeds and pages that are watched, and their entries, each once. */
export class Subscriptions1764000000014 implements MigrationInterface {
  readonly name = 'Subscriptions1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(SUBSCRIPTIONS);
    await runner.createTable(ITEMS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "subscription_items"');
    await runner.query('DROP TABLE "subscriptions"');
  }
}
