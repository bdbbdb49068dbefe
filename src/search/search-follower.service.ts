import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EVENT_TYPES, type EventType } from '../events/event-types.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, lotsOf, sql, type Sql } from '../platform/database/sql.js';
import { SearchIndex } from './search-index.service.js';
import { SearchState, STATE } from './search-state.entity.js';
import { Things } from './things.service.js';

interface News {
  readonly sequence: number;
  readonly type: EventType;
  readonly subject: string;
  readonly data: string;
}

/** What changes a number and no text. */
const QUIET: readonly EventType[] = ['rumor.confidence_changed', 'rumor.lapsed', 'rumor.resolved', 'rumor.reopened'];
const TOLD = EVENT_TYPES.filter((type) => !QUIET.includes(type) && !/^(?:ingestion|refresh)\./.test(type));

/** What shows a device and everything about it to nobody, or again to everybody. */
const HIDING: readonly EventType[] = ['device.removed', 'device.restored'];

const DEVICE_ID = /dev_[0-9A-Z]{26}/g;

/** Where the thing of an event stands in another one's texts: by the first letters of its id, which things those are. */
const BEARERS: Readonly<Record<string, (lot: readonly string[]) => Sql>> = {
  co: (lot) => sql`select d.id from devices d where ${isOneOf(sql`d.company_id`, lot)}
    union all select m.id from rumors m join devices d on d.id = m.device_id where ${isOneOf(sql`d.company_id`, lot)}`,
  dev: (lot) => sql`select m.id from rumors m where ${isOneOf(sql`m.device_id`, lot)}`,
  ev: (lot) => sql`select e.report_id as id from evidence e where ${isOneOf(sql`e.id`, lot)}`,
  st: (lot) => sql`select t.report_id as id from statements t where ${isOneOf(sql`t.id`, lot)}`,
};

/**
 * Keeps the index true: every act, of whichever room, ends with taking up what its events tell of, in its own
 * transaction. So what is committed is found, what is undone never was, and no room needs to know of the search.
 */
@Injectable()
export class SearchFollower implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly index: SearchIndex,
    private readonly things: Things,
  ) {}

  onModuleInit(): void {
    this.database.endWith(() => this.follow());
  }

  private async follow(): Promise<void> {
    const news = await this.database.read<News>(
      `select e.sequence, e.type, e.subject, e.data from events e
       where e.sequence > (select s.sequence from search_states s where s.name = '${STATE}') order by e.sequence`,
    );
    const last = news.at(-1);
    if (!last) return;
    await this.database.transaction(async (rows) => {
      await rows.update(SearchState, { name: STATE }, { sequence: last.sequence });
    });
    await this.takeUp(news.filter(({ type }) => TOLD.includes(type)));
  }

  private async takeUp(news: readonly News[]): Promise<void> {
    const subjects = new Set(news.map(({ subject }) => subject));
    const devices = news.filter(({ type }) => type.startsWith('device.'));
    for (const { data } of devices) for (const [id] of data.matchAll(DEVICE_ID)) subjects.add(id);
    const touched = new Set(subjects);
    for (const [prefix, bearing] of Object.entries(BEARERS)) {
      const own = [...subjects].filter((id) => id.startsWith(`${prefix}_`));
      for (const lot of lotsOf(own)) {
        const { text, values } = bearing(lot);
        for (const { id } of await this.database.read<{ id: string }>(text, values)) touched.add(id);
      }
    }
    for (const id of await this.uncovered(news)) touched.add(id);
    for (const lot of lotsOf([...touched])) await this.index.put(lot, await this.things.of(lot));
  }

  /** The reports about devices that were taken down or came back: whether they are shown hangs on that. */
  private async uncovered(news: readonly News[]): Promise<string[]> {
    const devices = news.filter(({ type }) => HIDING.includes(type)).map(({ subject }) => subject);
    const reports: string[] = [];
    for (const lot of lotsOf(devices)) {
      const { text, values } = sql`select distinct e.report_id as id from evidence e join rumors m on m.id = e.rumor_id
        where ${isOneOf(sql`m.device_id`, lot)}`;
      reports.push(...(await this.database.read<{ id: string }>(text, values)).map(({ id }) => id));
    }
    return reports;
  }
}
