import type { MigrationInterface, QueryRunner } from 'typeorm';
import { count, flag, id, instant, keyText, number, optional, primary, real, ref, table, text } from './tables.js';

const ALERTS = table(
  'alerts',
  {
    id: id(),
    key_id: optional(ref()),
    created_by: keyText(),
    name: keyText(),
    device_id: optional(ref()),
    company_id: optional(ref()),
    subject: optional(keyText(60)),
    kind: keyText(20),
    threshold: optional(real()),
    hysteresis: real(),
    min_origins: count(),
    cooldown: keyText(20),
    target: keyText(20),
    webhook_id: optional(ref()),
    enabled: flag(),
    from_sequence: count(),
    version: count(),
    created_at: instant(),
    updated_at: instant(),
  },
  { indices: [['key_id', 'id']] },
);

const STATES = table(
  'alert_states',
  {
    alert_id: primary(ref()),
    rumor_id: primary(ref()),
    side: keyText(10),
    value: real(),
    fired_at: optional(instant()),
    look_again_at: optional(instant()),
  },
  { indices: [['rumor_id'], ['look_again_at']] },
);

const FIRINGS = table(
  'alert_firings',
  { id: id(), alert_id: ref(), at: instant(), data: text() },
  { indices: [['alert_id', 'id'], ['at']] },
);

const PLACES = table('alert_places', { id: number(), sequence: count() });

const DIGESTS = table('digests', {
  day: primary(keyText(10)),
  attempts: count(),
  claimed_until: instant(),
  items: count(),
  done_at: optional(instant()),
  last_error: optional(keyText(300)),
});

/** The rules by which somebody is alerted, how far each has come, what was told, and the daily letters. */
export class Alerts1764000000020 implements MigrationInterface {
  readonly name = 'Alerts1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of [ALERTS, STATES, FIRINGS, PLACES, DIGESTS]) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = ['digests', 'alert_places', 'alert_firings', 'alert_states', 'alerts'];
    for (const name of names) await runner.query(`DROP TABLE "${name}"`);
  }
}
