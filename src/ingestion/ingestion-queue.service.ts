import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../access/actor.js';
import { Database } from '../platform/database/database.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import { sql, type Sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import { IngestionBook } from './ingestion-book.service.js';
import type { Ingestion, IngestionStatus } from './ingestion.entity.js';
import type { QueuedRow } from './ingestion.view.js';

/** The newest first: ids sort as the articles were handed in. */
export const NEWEST_FIRST: SortKey = { column: 'id', descending: true };

const QUEUED = sql`select i.id, i.status, i.title, i.url, i.published_on, i.embargo_until, i.released_by, i.created_by, i.created_key_id, i.created_at,
  i.committed_at, (select count(*) from candidates c where c.ingestion_id = i.id) as candidate_count
  from ingestions i`;

/** The articles that were handed in: an editor sees all, anybody else their own. */
@Injectable()
export class IngestionQueue {
  constructor(
    private readonly database: Database,
    private readonly book: IngestionBook,
  ) {}

  /** A part of the articles that somebody may see, and one more where another part follows. */
  page(status: IngestionStatus | undefined, actor: Actor, window: Window): Promise<QueuedRow[]> {
    const conditions: (Sql | false)[] = [
      status !== undefined && sql`t.status = ${status}`,
      !may(actor, 'editor') && sql`t.created_key_id = ${actor.keyId ?? ''}`,
    ];
    const wanted = conditions.filter((condition) => condition !== false);
    return readWindow<QueuedRow>(this.database, QUEUED, wanted, window);
  }

  /**
   * The text of an article that somebody may see, null once it is erased.
   *
   * @throws Fault not found `unknown-ingestion`, also for the article of somebody else
   */
  async textFor(id: string, actor: Actor): Promise<string | null> {
    const { createdKeyId }: Ingestion = await this.book.get(id);
    if (!may(actor, 'editor') && (createdKeyId === null || createdKeyId !== actor.keyId)) {
      throw new Fault('not_found', 'unknown-ingestion', `There is no ingestion ${id}.`);
    }
    return (await this.book.text(id))?.text ?? null;
  }
}
