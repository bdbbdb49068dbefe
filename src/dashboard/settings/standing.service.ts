import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../access/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { count } from '../wording.js';

interface Counts {
  readonly n: number;
  /** Those of them that somebody should look at. */
  readonly bad: number;
}

/** How the parts of the settings stand, in a few words each. */
@Injectable()
export class Standing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In words, by the path of the part; of the rules those that somebody may see. */
  async read(actor: Actor): Promise<ReadonlyMap<string, string>> {
    const [seesAll, keyId] = [may(actor, 'editor'), actor.keyId ?? ''];
    const watched = await this.counts(
      `select count(*) as n, count(case when s.status = 'gone' or s.failures > 0 then 1 end) as bad from subscriptions s`,
    );
    const rules = await this.counts(
      `select count(*) as n, count(case when a.enabled then null else 1 end) as bad from alerts a
       where ${seesAll ? '1 = 1' : 'a.key_id = ?'}`,
      seesAll ? [] : [keyId],
    );
    const hooks = await this.counts(
      `select count(*) as n, count(case when w.enabled then null else 1 end) as bad from webhooks w`,
    );
    const keys = await this.counts(
      `select count(*) as n, 0 as bad from keys k
       where k.revoked_at is null and (k.expires_at is null or k.expires_at > ?)`,
      [this.clock.now()],
    );
    return new Map([
      ['/settings/subscriptions', said(watched, 'feed or page', 'in trouble', 'feeds and pages')],
      ['/settings/alerts', said(rules, 'rule', 'switched off')],
      ['/settings/webhooks', said(hooks, 'receiver', 'disabled')],
      ['/settings/keys', said(keys, 'key', '', 'keys that open something')],
    ]);
  }

  private async counts(text: string, values: readonly (string | number)[] = []): Promise<Counts> {
    return (await this.database.readOne<Counts>(text, [...values])) ?? { n: 0, bad: 0 };
  }
}

function said({ n, bad }: Counts, one: string, trouble: string, many?: string): string {
  const things = n === 0 ? 'None yet' : n === 1 ? `1 ${one}` : many ? `${n} ${many}` : count(n, one);
  return `${things}${bad > 0 ? `, ${bad} ${trouble}` : ''}.`;
}
