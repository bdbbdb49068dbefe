import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { holds, sql } from '../platform/database/sql.js';
import { Origins } from './origins.service.js';
import { Report } from './report.entity.js';

/** The member by which the trail tells what a report goes back to. */
const ORIGIN = '"originId":';

/** Takes along what goes back to a report that an editor puts elsewhere, and back. */
@Injectable()
export class ReportGroups {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly origins: Origins,
  ) {}

  /** Changes a report. */
  write({ id, version }: Report, change: Partial<Report>): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.update(Report, { id }, { ...change, version: version + 1, updatedAt: this.clock.now() });
      this.origins.filed();
    });
  }

  /** Puts everything that goes back to a report under the origin to which that goes back now. */
  follow({ id, originId }: Report, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const copies = await rows.find(Report, { where: { originId: id, id: Not(id) }, order: { id: 'ASC' } });
      for (const copy of copies) await this.put(copy, originId, actor);
    });
  }

  /** Puts everything under a report again that followed it to another origin, and was left there. */
  comeBack({ id }: Report, originId: string, actor: Actor): Promise<void> {
    const { text, values } = sql`select p.id from reports p join audit_entries f on f.thing = p.id
      where p.origin_id = ${originId} and f.action = 'follow' and f.before = ${JSON.stringify({ originId: id })}
        and not exists (select 1 from audit_entries n where n.thing = p.id and n.id > f.id
          and ${holds(sql`n.before`, ORIGIN)}) order by p.id`;
    return this.database.transaction(async (rows) => {
      for (const copy of await this.database.read<{ id: string }>(text, values)) {
        await this.put(await rows.findOneByOrFail(Report, { id: copy.id }), id, actor);
      }
    });
  }

  private async put(copy: Report, originId: string, actor: Actor): Promise<void> {
    const [before, after] = [{ originId: copy.originId }, { originId }];
    await this.write(copy, after);
    const entry = { action: 'follow', thing: copy.id, before, after } as const;
    await this.journal.record(actor, { ...entry, event: 'report.updated' });
  }
}
