import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { sql, Sql } from '../platform/database/sql.js';
import { Log } from '../platform/log.js';
import { SearchIndex, TABLES } from './search-index.service.js';
import { SearchState, STATE } from './search-state.entity.js';
import { Things } from './things.service.js';

/** How far the building of the index is: things taken up of those that there are. */
export type BuildWatch = (done: number, total: number) => void;

/** After how many things the log tells how far it is. */
const TOLD_EVERY = 5000;

/** How many things are taken up in one act, so that nobody waits long for their own. */
const SLICE = 200;

/** Takes up what was there before the index was: slice by slice, and on from where it was left. */
@Injectable()
export class SearchBuild implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly index: SearchIndex,
    private readonly things: Things,
    private readonly log: Log,
  ) {}

  /** Brings the index of a store that was made before it up to date, as a migration does: before anything is asked. */
  async onApplicationBootstrap(): Promise<void> {
    let told = 0;
    await this.run((done, total) => {
      if (done < told + TOLD_EVERY) return;
      told = done;
      this.log.log(`looked through ${done} of ${total} for the search`, SearchBuild.name);
    });
  }

  private async isDone(): Promise<boolean> {
    const state = await this.database.rows.findOneBy(SearchState, { name: STATE });
    return state !== null && state.builtUpTo === null;
  }

  /** Begins anew: nothing is found by text until `run` has ended; lists are filtered as before. */
  async reset(): Promise<void> {
    await this.database.transaction(async (rows) => {
      await this.index.clear();
      await rows.delete(SearchState, { name: STATE });
      await this.begin();
    });
  }

  /** Takes up what is missing, until nothing is. */
  async run(watch: BuildWatch = () => undefined): Promise<void> {
    if (await this.isDone()) return;
    const total = await this.total();
    for (let done = 0; ;) {
      const taken = await this.database.transaction(() => this.step());
      if (taken === null) return;
      done += taken;
      watch(done, total);
    }
  }

  /** One slice: how many things it took up, null where none was missing. */
  private async step(): Promise<number | null> {
    const state = (await this.database.rows.findOneBy(SearchState, { name: STATE })) ?? (await this.begin());
    if (state.builtUpTo === null) return null;
    const [table = '', after = ''] = state.builtUpTo.split(' ');
    const at = TABLES.findIndex((each) => each === table);
    const { text, values } = sql`select t.id from ${new Sql(TABLES[at]!, [])} t where t.id > ${after}
      order by t.id limit ${SLICE}`;
    const ids = (await this.database.read<{ id: string }>(text, values)).map(({ id }) => id);
    await this.index.put(ids, await this.things.of(ids));
    const last = ids.at(-1);
    const next = last === undefined ? (TABLES[at + 1] ?? null) : `${table} ${last}`;
    await this.keep(state.sequence, next);
    return ids.length;
  }

  private async begin(): Promise<SearchState> {
    const latest = await this.database.readOne<{ last: number | null }>('select max(sequence) as last from events');
    const sequence = latest?.last ?? 0;
    await this.database.transaction(async (rows) => {
      await rows.insert(SearchState, { name: STATE, sequence, builtUpTo: TABLES[0] });
    });
    return { name: STATE, sequence, builtUpTo: TABLES[0] };
  }

  private keep(sequence: number, builtUpTo: string | null): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.update(SearchState, { name: STATE }, { sequence, builtUpTo });
    });
  }

  private async total(): Promise<number> {
    const counts = TABLES.map((table) => `(select count(*) from ${table})`).join(' + ');
    return (await this.database.readOne<{ total: number }>(`select ${counts} as total`))?.total ?? 0;
  }
}
