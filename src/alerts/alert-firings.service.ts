import { Injectable } from '@nestjs/common';
import { wordOf } from '../engine/confidence/index.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { AlertFacts, type RumorFacts } from './alert-facts.service.js';
import { Alert, AlertFiring, type AlertData } from './alert.entity.js';
import { reasonOf } from './reasons.js';

/** What a rule has to tell. */
export interface Telling {
  readonly alert: Alert;
  readonly rumor: RumorFacts;
  /** The confidence without unproven sources before and now, 0..1; null where none was waited for. */
  readonly previous: number | null;
  readonly current: number | null;
  readonly cause: readonly string[];
  /** What the event says of itself that it tells of. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** How long the feed of a rule goes back, in milliseconds. */
const KEPT_MS = 90 * 86_400_000;
const FORGOTTEN_AT_ONCE = 500;

/** Gives alerts: to those who listen, and to the feed of the rule. */
@Injectable()
export class AlertFirings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly facts: AlertFacts,
  ) {}

  /** Gives what there is to tell, in the act that notes that it was told. */
  give(tellings: readonly Telling[]): Promise<void> {
    const at = this.clock.now();
    return this.database.transaction(async (rows) => {
      const names = await this.facts.names(tellings.flatMap(({ cause }) => cause));
      for (const telling of tellings) {
        const [id, alertId] = [newId('fir', at), telling.alert.id];
        const data = dataOf(telling, names);
        await rows.insert(AlertFiring, { id, alertId, at, data });
        await this.journal.announce('alert.fired', alertId, { firing_id: id, ...data });
      }
    });
  }

  /** Forgets alerts of more than 90 days ago. */
  async forget(): Promise<void> {
    const old = await this.database.read<{ id: string }>(
      `select f.id from alert_firings f where f.at < ? order by f.at limit ${FORGOTTEN_AT_ONCE}`,
      [this.clock.now() - KEPT_MS],
    );
    if (old.length === 0) return;
    await this.database.transaction(async (rows) => {
      await rows.delete(
        AlertFiring,
        old.map(({ id }) => id),
      );
    });
  }
}

function dataOf(telling: Telling, names: ReadonlyMap<string, string>): AlertData {
  const { alert, rumor, previous, current, cause, data } = telling;
  const { id, name, webhookId, kind, threshold } = alert;
  const { origins, evidenceIds } = rumor;
  const counting = cause.filter((each) => !each.startsWith('ev_') || evidenceIds.has(each));
  // A statement names its speaker itself, and a verdict follows from what it names.
  const isSaid = kind === 'statement' || kind === 'resolves';
  const because = isSaid ? [] : [...new Set(counting.flatMap((each) => names.get(each) ?? []))];
  return {
    ...{ alert_id: id, rule: name, webhook_id: webhookId, when: kind },
    ...{ rumor_id: rumor.id, device: rumor.slug, device_name: rumor.device, claim: rumor.claim },
    ...{ threshold, previous, current, word: current === null ? null : wordOf(current), origins, cause },
    reason: reasonOf({ kind, threshold, previous, current, origins, because, data }),
  };
}
