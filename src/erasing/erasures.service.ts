import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { nameWhole } from '../engine/words/index.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { Secrets } from '../platform/secrets.service.js';
import type { ErasureKind } from './erasure.entity.js';
import { Erasure } from './erasure.entity.js';
import type { Counts } from './sweep.service.js';

/** What an erasure took away, to be written down without a word of it. */
export interface Erased {
  readonly kind: ErasureKind;
  /** The names, or the address of a report. */
  readonly names: readonly string[];
  readonly counts: Counts;
  /** The thing that stays without its words; null where there is none. */
  readonly thing: string | null;
}

/** Remembers what was erased by digests, so that it is known again when a backup brings it back. */
@Injectable()
export class Erasures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly journal: Journal,
  ) {}

  /** Writes down that something was erased: who, when, how much, and the digests; nothing of what it was. */
  record({ kind, names, counts, thing }: Erased, actor: Actor): Promise<void> {
    const at = this.clock.now();
    return this.database.transaction(async (rows) => {
      const digests = await this.digestsOf(names);
      const all = digests.map((digest) => ({ id: newId('era', at), digest, kind, at }));
      if (all.length > 0) await rows.insert(Erasure, all);
      const subject = thing ?? all[0]?.id ?? newId('era', at);
      const event = kind === 'report' ? ('report.erased' as const) : ('person.erased' as const);
      await this.journal.record(actor, {
        action: 'erase',
        thing: subject,
        after: { digests, rows: counts },
        data: { kind },
        event,
      });
    });
  }

  /** The digest of each name, under a secret of the store: equal for equal names, however they are written. */
  async digestsOf(names: readonly string[]): Promise<string[]> {
    const key = await this.secrets.get('erasures');
    const wholes = [...new Set(names.map(nameWhole))].filter((whole) => whole !== '');
    return wholes.map((whole) => createHmac('sha256', key).update(whole).digest('hex'));
  }

  /** Every digest of what was erased, those of one kind alone where one is named. */
  async digests(): Promise<string[]> {
    const rows = await this.database.read<{ digest: string }>(
      'select distinct e.digest from erasures e order by e.digest',
    );
    return rows.map(({ digest }) => digest);
  }
}
