import { Injectable } from '@nestjs/common';
import { Companies } from '../companies/companies.service.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import { extract, prepareKnowledge, type PreparedKnowledge } from '../engine/extraction/index.js';
import { EVENT_TYPES } from '../events/event-types.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql } from '../platform/database/sql.js';

/** Read once when the names are prepared, so that the first article finds the tables of its language built. */
const SAMPLE = {
  text: 'The new phone will launch in July 2030 for $499 with a 50 MP camera, “we are ready,” said Jane Doe, CEO of Orvane.',
  publishedOn: '2030-01-01',
};

/** What gives a company or a device a name, or takes it: every such act tells of it. */
const NAMING = EVENT_TYPES.filter((type) => /^(?:company|device)\./.test(type));

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

/** The names of everything that is followed, as the reader of articles needs them. */
@Injectable()
export class Knowledge {
  private prepared: { readonly place: Place; readonly knowledge: PreparedKnowledge } | null = null;
  private isWarm = false;

  constructor(
    private readonly database: Database,
    private readonly companies: Companies,
    private readonly devices: DeviceBoard,
  ) {}

  /** The names, prepared once for as long as no act of whichever process tells of another one. */
  async present(): Promise<PreparedKnowledge> {
    const news = await this.news();
    if (this.prepared === null || !news?.is_kept || news.is_older) return this.read(news);
    this.prepared = { ...this.prepared, place: news };
    return this.prepared.knowledge;
  }

  private async read(place: Place | null): Promise<PreparedKnowledge> {
    const names = { companies: await this.companies.known(), devices: await this.devices.known() };
    const knowledge = prepareKnowledge(names);
    if (!this.isWarm) extract(SAMPLE, knowledge);
    this.isWarm = true;
    this.prepared = place && { place, knowledge };
    return knowledge;
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
