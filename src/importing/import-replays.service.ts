import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../access/actor.js';
import { Reconstructions } from '../assessments/reconstructions.service.js';
import { Journal } from '../events/journal.service.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/sql.js';
import { ImportReplay } from './import-replay.entity.js';
import { ImportRuns } from './import-runs.service.js';

/** What a run has worked out of the past: of how many devices, and how many points it wrote. */
export interface Replayed {
  readonly devices: number;
  readonly points: number;
}

/** Looks on while the past of devices is worked out. */
export interface ReplayWatch {
  /** Called after each device with how many are done, of how many. */
  replayed(done: number, total: number): void;
  /** Whether to stop after the device that is in hand. */
  isStopped(): boolean;
}

interface Standing extends Replayed {
  readonly total: number;
  readonly done: number;
}

/**
 * Works out the past of the devices of which a file told, at the days on which its reports were published: one device in
 * one act, so that a run that is broken off goes on with the next. It is told of once, at its end.
 */
@Injectable()
export class ImportReplays {
  constructor(
    private readonly database: Database,
    private readonly runs: ImportRuns,
    private readonly reconstructions: Reconstructions,
    private readonly journal: Journal,
  ) {}

  /**
   * Works out the past of each device that a run has noted, and ends the run.
   *
   * @returns what was worked out; null where it was stopped before the end
   */
  async run(runId: string, watch: ReplayWatch): Promise<Replayed | null> {
    for (let next = await this.next(runId); next !== null; next = await this.next(runId)) {
      if (watch.isStopped()) return null;
      await this.replay(runId, next);
      const { done, total } = await this.standing(runId);
      watch.replayed(done, total);
      await breath();
    }
    const { devices, points } = await this.standing(runId);
    await this.end(runId, { devices, points });
    return { devices, points };
  }

  private async replay(runId: string, deviceId: string): Promise<void> {
    const past = await this.reconstructions.ofDevice(deviceId);
    await this.database.transaction(async (rows) => {
      const points = await this.reconstructions.keep(deviceId, past, OPERATOR);
      await rows.update(ImportReplay, { runId, deviceId }, { points });
    });
  }

  private end(runId: string, replayed: Replayed): Promise<void> {
    if (replayed.points === 0) return this.runs.finish(runId);
    return this.database.transaction(async () => {
      await this.runs.finish(runId);
      const entry = { action: 'replay', thing: runId, after: replayed, event: 'history.reconstructed' } as const;
      await this.journal.record(OPERATOR, entry);
    });
  }

  private async next(runId: string): Promise<string | null> {
    const { text, values } = sql`select device_id from import_replays where run_id = ${runId} and points is null
      order by device_id limit 1`;
    return (await this.database.readOne<{ device_id: string }>(text, values))?.device_id ?? null;
  }

  private async standing(runId: string): Promise<Standing> {
    const { text, values } = sql`select count(*) as total, count(points) as done, coalesce(sum(points), 0) as points,
      count(case when points > 0 then 1 end) as devices from import_replays where run_id = ${runId}`;
    const found = await this.database.readOne<Standing>(text, values);
    return found ?? { total: 0, done: 0, points: 0, devices: 0 };
  }
}
