import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { isOneOf, lotsOf, sql } from '../platform/database/sql.js';
import type { EventType } from '../events/event-types.js';
import { Scores } from './scores.service.js';

/** What changes the record of a source. */
const VERDICTS: readonly EventType[] = ['rumor.resolved', 'rumor.reopened'];

/** How many sources are scored while somebody waits for an answer; the refresh scores the rest. */
const MOST_SOURCES = 200;

/** Scores the sources that spoke of what was just resolved or reopened. */
@Injectable()
export class NewVerdicts {
  constructor(
    private readonly database: Database,
    private readonly scores: Scores,
  ) {}

  /** The place of the last event so far; 0 before the first. */
  async lastEvent(): Promise<number> {
    const row = await this.database.readOne<{ last: number | null }>('select max(sequence) as last from events');
    return row?.last ?? 0;
  }

  /** Scores whoever spoke of the questions in which something was resolved or reopened since an event. */
  async scoreSince(event: number): Promise<void> {
    const { text, values } = sql`select distinct e.subject from events e
      where e.sequence > ${event} and ${isOneOf(sql`e.type`, VERDICTS)} order by e.subject`;
    const rumors = (await this.database.read<{ subject: string }>(text, values)).map(({ subject }) => subject);
    if (rumors.length === 0) return;
    await this.database.transaction(async () => this.scores.rescore(await this.speakersOf(rumors)));
  }

  private async speakersOf(rumors: readonly string[]): Promise<string[]> {
    const speakers = new Set<string>();
    for (const lot of lotsOf(rumors)) {
      const { text, values } = sql`select distinct p.source_id from rumors d
        join rumors m on m.device_id = d.device_id and m.question = d.question
        join evidence e on e.rumor_id = m.id join reports p on p.id = e.report_id
        where ${isOneOf(sql`d.id`, lot)} order by p.source_id limit ${MOST_SOURCES}`;
      for (const row of await this.database.read<{ source_id: string }>(text, values)) speakers.add(row.source_id);
    }
    return [...speakers].slice(0, MOST_SOURCES);
  }
}
