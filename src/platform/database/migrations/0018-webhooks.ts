import type { MigrationInterface, QueryRunner } from 'typeorm';
import { count, flag, id, instant, keyText, number, optional, table, text } from './tables.js';

const WEBHOOKS = table('webhooks', {
  id: id(),
  url: text(),
  types: text(),
  filter: text(),
  format: keyText(20),
  description: keyText(),
  secret: keyText(100),
  former_secret: optional(keyText(100)),
  former_secret_until: optional(instant()),
  enabled: flag(),
  from_sequence: count(),
  disabled_reason: optional(keyText(20)),
  disabled_at: optional(instant()),
  claimed_until: instant(),
  quiet_until: instant(),
  failures_in_row: count(),
  last_success_at: optional(instant()),
  last_failure_at: optional(instant()),
  version: count(),
  created_at: instant(),
  updated_at: instant(),
});

const DELIVERIES = table(
  'deliveries',
  {
    id: id(),
    webhook_id: keyText(40),
    event_id: keyText(60),
    type: keyText(60),
    subject: keyText(40),
    sequence: count(),
    body: text(),
    status: keyText(20),
    attempts: count(),
    next_attempt_at: instant(),
    last_status: optional(count()),
    last_error: optional(keyText(300)),
    last_attempt_at: optional(instant()),
    created_at: instant(),
    delivered_at: optional(instant()),
  },
  {
    indices: [['webhook_id', 'status', 'next_attempt_at'], ['webhook_id', 'subject', 'status'], ['created_at']],
  },
);

const STATES = table('delivery_states', { id: number(), sequence: count() });

/** Who is told of events at an address of their own, and what is on its way to them. */
export class Webhooks1764000000018 implements MigrationInterface {
  readonly name = 'Webhooks1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of [WEBHOOKS, DELIVERIES, STATES]) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['delivery_states', 'deliveries', 'webhooks']) await runner.query(`DROP TABLE "${name}"`);
  }
}
