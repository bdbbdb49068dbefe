import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Settings } from '../platform/settings.js';
import { every, isOneOf, sql, type Sql } from '../platform/database/sql.js';
import { absent } from './absent.js';
import { viewData } from './event-data.js';
import { belongs, placesOf } from './event-places.js';
import type { EventType } from './event-types.js';
import type { EventAnswer } from './event.answer.js';
import { viewEvent, viewReset, type ResetReason, type StreamReset } from './event.view.js';
import { hears, typesFor, type Hearing, type ToldEvent } from './hearing.js';
import { LOG } from './log-state.entity.js';
import { Moments } from './moments.service.js';

/** How many events are read at a time. */
const AT_ONCE = 500;

/** An event as it is read from the log. */
export interface LoggedEvent extends ToldEvent {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

interface Row {
  readonly sequence: number;
  readonly id: string;
  readonly type: EventType;
  readonly subject: string;
  readonly at: number;
  readonly data: string;
}

/** A part of the log: places in it are sequences, both within. */
export interface Span {
  readonly after: number;
  readonly upTo: number;
}

/** A part of the log as somebody hears it, and from where it goes on. */
export interface HeardPart {
  readonly events: readonly LoggedEvent[];
  readonly nextAfter: number;
  readonly hasMore: boolean;
  /** Whether events after the place that was asked for were forgotten, or it is none of this store. */
  readonly isReset: boolean;
}

const ABOUT = {
  device: 'select d.id from devices d where ? in (d.id, d.slug) and d.merged_into_id is null and d.removed_at is null',
  rumor: 'select m.id from rumors m where m.id = ? and m.united_into_id is null',
} as const;

/** The log of events, read in the order in which they were committed. */
@Injectable()
export class EventLog {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** An event as it is shown. */
  view(event: LoggedEvent): EventAnswer {
    return viewEvent(event, this.settings.publicUrl);
  }

  /** What is said where a stream goes on after another place than where somebody was. */
  reset(place: number, reason: ResetReason): StreamReset {
    return viewReset({ reason, place, at: this.clock.now() }, this.settings.publicUrl);
  }

  /** The sequence of the last event; 0 before the first. */
  async last(): Promise<number> {
    return (await this.placeIn('select max(sequence) as place from events')) ?? 0;
  }

  /** Up to which sequence events were forgotten; 0 where none was. */
  async forgottenUpTo(): Promise<number> {
    return (await this.placeIn(`select forgotten_up_to as place from log_states where id = ${LOG}`)) ?? 0;
  }

  /** The first events of a part of the log for which conditions on `e` hold, at most `limit`, the oldest first. */
  async read({ after, upTo }: Span, limit = AT_ONCE, conditions: readonly Sql[] = []): Promise<LoggedEvent[]> {
    const within = [sql`e.sequence > ${after}`, sql`e.sequence <= ${upTo}`, ...conditions];
    const { text, values } = sql`select e.sequence, e.id, e.type, e.subject, e.at, e.data from events e
      where ${every(within)} order by e.sequence limit ${limit}`;
    const rows = await this.database.read<Row>(text, values);
    const places = await placesOf(
      this.database,
      rows.map(({ subject }) => subject),
    );
    return rows.map((row) => ({
      ...row,
      data: viewData(row.type, row.data),
      places: places.get(row.subject) ?? [],
    }));
  }

  /** What somebody hears of the log after a place, at most `limit` events. */
  async heard(hearing: Hearing, after: number, limit: number): Promise<HeardPart> {
    const [last, forgotten] = [await this.last(), await this.forgottenUpTo()];
    const isReset = after > last || (after > 0 && after < forgotten);
    const conditions = conditionsOf(hearing);
    const events: LoggedEvent[] = [];
    let place = after > last ? last : after;
    while (events.length <= limit && place < last) {
      const read = await this.read({ after: place, upTo: last }, AT_ONCE, conditions);
      events.push(...read.filter((event) => hears(hearing, event)));
      place = read.length < AT_ONCE ? last : read.at(-1)!.sequence;
    }
    const told = events.slice(0, limit);
    const hasMore = events.length > limit;
    return { events: told, nextAfter: hasMore ? told.at(-1)!.sequence : last, hasMore, isReset };
  }

  /**
   * The id of a device, by its id or slug, or of a rumor.
   *
   * @throws Fault not found or gone as everywhere; `Moved` where it is called otherwise now
   */
  async idOf(thing: keyof typeof ABOUT, reference: string): Promise<string> {
    const found = await this.database.readOne<{ id: string }>(ABOUT[thing], [reference]);
    if (found) return found.id;
    throw await absent(this.database, thing, reference, await this.moments.now());
  }

  private async placeIn(query: string): Promise<number | null> {
    return (await this.database.readOne<{ place: number | null }>(query))?.place ?? null;
  }
}

/** What the database is asked of an event (`e`) before it is looked at whether somebody hears of it. */
function conditionsOf(hearing: Hearing): Sql[] {
  const { deviceId, rumorId } = hearing;
  const conditions = [
    isOneOf(sql`e.type`, typesFor(hearing)),
    rumorId !== undefined && belongs(({ rumor }) => sql`${rumor} = ${rumorId}`),
    deviceId !== undefined && sql`(e.type like 'device.%' or ${belongs(({ device }) => sql`${device} = ${deviceId}`)})`,
  ];
  return conditions.filter((condition) => condition !== false);
}
