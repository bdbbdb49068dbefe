import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { isOneOf, sql } from '../platform/database/sql.js';
import { newId } from '../platform/ids.js';
import { ImportRun, NOTHING_IMPORTED, type ImportCounts } from './import-run.entity.js';

/** Remembers how far each import has come. It is nobody's reading, so nothing that is shown changes with it. */
@Injectable()
export class ImportRuns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The run of that file and those options which was broken off, else a new one; `afresh` gives the old one up. */
  begin(digest: string, file: string, afresh: boolean): Promise<ImportRun> {
    const now = this.clock.now();
    return this.database.unseen(async (rows) => {
      const open = await rows.findOneBy(ImportRun, { digest, finishedAt: IsNull() });
      if (open && !afresh) return open;
      if (open) await rows.update(ImportRun, { id: open.id }, { finishedAt: now });
      const started = { startedAt: now, updatedAt: now, finishedAt: null };
      const run = rows.create(ImportRun, {
        ...{ id: newId('imp', now), digest, file, line: 0 },
        ...{ counts: NOTHING_IMPORTED, ...started },
      });
      await rows.insert(ImportRun, run);
      return run;
    });
  }

  /** Notes how far a run is; in the act that did those lines, so that none is done twice or left out. */
  advance(id: string, line: number, counts: ImportCounts): Promise<void> {
    return this.database.unseen(async (rows) => {
      await rows.update(ImportRun, { id }, { line, counts, updatedAt: this.clock.now() });
    });
  }

  /** Notes of which devices these articles tell, in the act that took them: their past is to be worked out. */
  noteDevices(id: string, ingestionIds: readonly string[]): Promise<void> {
    if (ingestionIds.length === 0) return Promise.resolve();
    return this.database.unseen((rows) =>
      execute(
        rows,
        sql`insert into import_replays (run_id, device_id) select distinct r.id, m.device_id from import_runs r
          cross join ingestions i join evidence e on e.report_id = i.report_id join rumors m on m.id = e.rumor_id
          where r.id = ${id} and e.status = 'active' and ${isOneOf(sql`i.id`, ingestionIds)} on conflict do nothing`,
      ),
    );
  }

  /** Notes that a run has come to the end of its file. */
  finish(id: string): Promise<void> {
    const now = this.clock.now();
    return this.database.unseen(async (rows) => {
      await rows.update(ImportRun, { id }, { updatedAt: now, finishedAt: now });
    });
  }
}
