import { Injectable } from '@nestjs/common';
import { Companies } from '../companies/companies.service.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import {
  alsoFollowing,
  extract,
  prepareKnowledge,
  type Knowledge as Names,
  type KnownDevice,
  type PreparedKnowledge,
} from '../engine/extraction/index.js';
import { EVENT_TYPES, type EventType } from '../events/event-types.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql, written } from '../platform/database/sql.js';

/** Read once when the names are prepared, so that the first article finds the tables of its language built. */
const SAMPLE = {
  text: 'The new phone will launch in July 2030 for $499 with a 50 MP camera, “we are ready,” said Jane Doe, CEO of Orvane.',
  publishedOn: '2030-01-01',
};

/** What gives a company or a device a name, or takes it: every such act tells of it. */
const NAMING = EVENT_TYPES.filter((type) => /^(?:company|device)\./.test(type));
/** So many devices are added to names that are prepared; with more of them all are prepared anew. */
const MOST_ADDED = 200;

/** An event of the log, up to which something was read. */
interface Place {
  readonly sequence: number;
  readonly id: string;
}

/** The last event, and how the names stand to it. */
interface News extends Place {
  /** Whether the event up to which they were read is still in the log: it is not where its act was undone. */
  readonly is_kept: number;
  /** Whether one of them was given or taken since. */
  readonly is_older: number;
}

/** The names of everything that is followed: those that were prepared together, and the devices that came to them since. */
export interface FollowedNames {
  readonly base: Names;
  readonly added: readonly KnownDevice[];
}

/** The names with what the reader makes of them. */
export interface PresentNames extends FollowedNames {
  readonly knowledge: PreparedKnowledge;
}

/** Names as they were at a place of the log. */
interface Prepared extends PresentNames {
  readonly place: Place;
  /** What the reader makes of the base alone. */
  readonly ground: PreparedKnowledge;
}

/** The names of everything that is followed, as the reader of articles needs them. */
@Injectable()
export class Knowledge {
  private prepared: Prepared | null = null;
  private isWarm = false;

  constructor(
    private readonly database: Database,
    private readonly companies: Companies,
    private readonly devices: DeviceBoard,
  ) {}

  /** The names, prepared once for as long as no act of whichever process tells of another one. */
  async present(): Promise<PresentNames> {
    const news = await this.news();
    const known = this.prepared;
    if (known === null || !news?.is_kept) return this.read(news);
    if (!news.is_older) return this.keep({ ...known, place: news });
    const added = await this.addedSince(known, news);
    if (added === null) return this.read(news);
    return this.keep({ ...known, place: news, added, knowledge: alsoFollowing(known.ground, added) });
  }

  /** What came to the names since, behind what came to them before; null where they changed in any other way. */
  private async addedSince({ place, added }: Prepared, news: Place): Promise<KnownDevice[] | null> {
    const { text, values } = sql`select e.type, e.subject from events e where e.sequence > ${place.sequence}
      and e.sequence <= ${news.sequence} and ${isOneOf(sql`e.type`, NAMING)} order by e.sequence limit ${written(MOST_ADDED)}`;
    const told = await this.database.read<{ type: EventType; subject: string }>(text, values);
    if (added.length + told.length >= MOST_ADDED || told.some(({ type }) => type !== 'device.created')) return null;
    return [...added, ...(await this.devices.knownOf(told.map(({ subject }) => subject)))];
  }

  private async read(place: Place | null): Promise<Prepared> {
    const base = { companies: await this.companies.known(), devices: await this.devices.known() };
    const knowledge = prepareKnowledge(base);
    if (!this.isWarm) extract(SAMPLE, knowledge);
    this.isWarm = true;
    const prepared = { base, added: [], ground: knowledge, knowledge, place: place ?? { sequence: 0, id: '' } };
    this.prepared = place && prepared;
    return prepared;
  }

  private keep(prepared: Prepared): Prepared {
    this.prepared = prepared;
    return prepared;
  }

  /** The last event; null where the log is empty. */
  private news(): Promise<News | null> {
    const { sequence = 0, id = '' } = this.prepared?.place ?? {};
    const { text, values } = sql`select l.sequence, l.id,
        case when exists (select 1 from events e where e.sequence = ${sequence} and e.id = ${id}) then 1 else 0 end as is_kept,
        case when exists (select 1 from events e where e.sequence > ${sequence} and ${isOneOf(sql`e.type`, NAMING)})
          then 1 else 0 end as is_older
      from events l order by l.sequence desc limit 1`;
    return this.database.readOne<News>(text, values);
  }
}
