import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { MODEL_VERSION } from '../engine/confidence/index.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { isOneOf, lotsOf, sql } from '../platform/database/sql.js';
import { newId } from '../platform/ids.js';
import { sayInstant } from '../platform/instant.js';
import type { Reconstructed } from './reconstructing.js';
import { Reconstruction } from './reconstruction.entity.js';

/** How many rows one statement writes: databases bound the number of values. */
const ROWS_AT_ONCE = 400;

/** What tells one reconstruction from another of the same rumor and day. */
const TELLING = [
  'probability',
  'low',
  'high',
  'firmProbability',
  'modelVersion',
  'text',
  'causes',
  'contributions',
  'discarded',
] as const;

/** Keeps the reconstructed past of devices: what is there already stays, and what no longer follows goes. */
@Injectable()
export class ReconstructionBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /**
   * Makes these the reconstructed past of a device, in one act. Where they are that already, nothing is done.
   *
   * @returns how many points were written
   */
  keep(deviceId: string, points: readonly Reconstructed[], actor: Actor): Promise<number> {
    return this.database.transaction(async (rows) => {
      const known = new Map((await this.ofDevice(deviceId)).map((each) => [signOf(each), each.id] as const));
      const wanted = points.map((point) => this.row(point));
      const signs = new Set(wanted.map(signOf));
      const gone = [...known].filter(([sign]) => !signs.has(sign)).map(([, id]) => id);
      const news = wanted.filter((row) => !known.has(signOf(row)));
      if (gone.length === 0 && news.length === 0) return 0;
      for (const lot of lotsOf(gone))
        await execute(rows, sql`delete from reconstructions where ${isOneOf(sql`id`, lot)}`);
      for (let from = 0; from < news.length; from += ROWS_AT_ONCE) {
        await rows.insert(Reconstruction, news.slice(from, from + ROWS_AT_ONCE));
      }
      const days = wanted.map(({ at }) => at).sort((one, other) => one - other);
      const [first, last] = [days[0], days.at(-1)].map((at) => (at === undefined ? null : sayInstant(at)));
      const after = { points: wanted.length, first, last };
      await this.journal.record(actor, { action: 'reconstruct', thing: deviceId, after, event: null });
      return news.length;
    });
  }

  private async ofDevice(deviceId: string): Promise<Reconstruction[]> {
    const ids = await this.database.read<{ id: string }>('select id from rumors where device_id = ?', [deviceId]);
    const found: Reconstruction[] = [];
    for (const lot of lotsOf(ids.map(({ id }) => id))) {
      found.push(...(await this.database.rows.find(Reconstruction, { where: lot.map((rumorId) => ({ rumorId })) })));
    }
    return found;
  }

  private row({ at, finding }: Reconstructed): Omit<Reconstruction, 'rumor'> {
    const { row, causes, confidence: found, text, other, buckets } = finding;
    const { contributions, discarded, without, probability, low, high, firmProbability, logOdds, strength } = found;
    const madeAt = this.clock.now();
    return {
      ...{ id: newId('rcn', madeAt), rumorId: row.id, at, madeAt, causes, modelVersion: MODEL_VERSION },
      ...{ probability, low, high, firmProbability, logOdds, strength },
      ...{ announced: found.announced === true, windowOver: found.windowOver },
      ...{ reportCount: found.reports, originCount: found.origins },
      ...{ supportingCount: found.supporting, refutingCount: found.refuting },
      ...{ contributions, discarded, without, text, other, buckets },
    };
  }
}

/** Everything by which somebody could tell a reconstruction from the one that is kept, as one text. */
const signOf = (row: Omit<Reconstruction, 'rumor'>): string =>
  JSON.stringify([row.rumorId, row.at, ...TELLING.map((member) => row[member])]);
