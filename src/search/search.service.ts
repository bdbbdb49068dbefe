import { Injectable } from '@nestjs/common';
import { nameWhole, termsOf, type Term } from '../engine/words/index.js';
import { Database } from '../platform/database/database.js';
import { isOfType, type SearchType } from '../platform/database/found.js';
import { holds, sql, written, type Sql } from '../platform/database/sql.js';
import { tsqueryOf } from '../platform/database/words-on-postgres.js';
import { matchOf } from '../platform/database/words-on-sqlite.js';
import { Fault } from '../platform/fault.js';
import { STATE } from './search-state.entity.js';

/** What is looked for: words, all of which must be found, and which part of what is found is wanted. */
export interface SearchAct {
  readonly words: string;
  /** Only things of these types; of all where this is missing. */
  readonly types?: readonly SearchType[];
  /** How many of the best are passed over. */
  readonly skip: number;
  readonly limit: number;
  /** The present, epoch milliseconds. */
  readonly now: number;
}

/** A thing that was found. */
export interface SearchHitRow {
  readonly id: string;
  readonly type: SearchType;
  readonly title: string;
  readonly address: string;
  readonly text: string;
}

/** What was found: a part of it, the best first. */
export interface Found {
  readonly terms: readonly Term[];
  readonly hits: readonly SearchHitRow[];
  /** How many there are in all, as far as was counted. */
  readonly total: number;
  readonly isTotalALowerBound: boolean;
}

/** So many of what answers are put in order; more of them are not told apart, and not counted. */
export const MOST_FOUND = 200;

/** So many of what answers are weighed, those with names first and then the newest: a common word costs no more. */
const MOST_WEIGHED = 2000;

/** How much more something of today counts than something old that says the same, and within how long that halves. */
const FRESHNESS = sql`0.25`;
const YEAR_MS = sql`31557600000.0`;

/** How much a word weighs on PostgreSQL: elsewhere, unused, in a name, in a whole name. */
const WEIGHTS = '{0.1,0.2,0.4,1.0}';

/** Everything by text. */
@Injectable()
export class Search {
  constructor(private readonly database: Database) {}

  /**
   * Finds what has all of the words, as they are written: none of them is a command. What goes by exactly that name
   * stands first; then come the best answers, of equal ones the newest.
   *
   * @throws Fault unavailable `index-building` while the things of before are not all taken up
   */
  async find(act: SearchAct): Promise<Found> {
    const terms = termsOf(act.words);
    await this.assertWhole();
    if (terms.length === 0) return { terms, hits: [], total: 0, isTotalALowerBound: false };
    const { text, values } = this.statement(act, terms);
    const hits = await this.database.read<SearchHitRow & { readonly total: number }>(text, values);
    const total = hits[0]?.total ?? 0;
    return { terms, hits, total: Math.min(total, MOST_FOUND), isTotalALowerBound: total > MOST_FOUND };
  }

  /** The best that answer, in order: first by what the index tells, then with their age and by their whole names. */
  private statement({ words, types, skip, limit, now }: SearchAct, terms: readonly Term[]): Sql {
    const whole = nameWhole(words);
    const isExact = sql`case when ${holds(sql`d.wholes`, ` ${whole} `)} then 1 else 0 end`;
    const years = sql`(case when d.at < ${now} then (${now} - d.at) / ${YEAR_MS} else 0 end)`;
    return sql`with ${this.best(terms, whole, types)}, ordered as (
        select d.number, ${isExact} as is_exact, b.score * (1 + ${FRESHNESS} / (1 + ${years})) as score
        from best b join search_documents d on d.number = b.number
        order by is_exact desc, score desc, d.number desc limit ${written(limit)} offset ${written(skip)})
      select d.id, d.type, d.title, d.address, d.text, (select count(*) from best) as total from ordered o
      join search_documents d on d.number = o.number order by o.is_exact desc, o.score desc, o.number desc`;
  }

  /** The numbers of what answers, with how well it does: `best`, one more than are put in order. */
  private best(terms: readonly Term[], whole: string, types: readonly SearchType[] | undefined): Sql {
    const isWanted = (number: Sql): Sql => (types === undefined ? sql`${number} > 0` : isOfType(number, types));
    if (this.database.dialect === 'sqlite') {
      const match = `("·${whole}") OR (${matchOf(terms)})`;
      return sql`weighed as (select rowid as number, -rank as score from search_index
          where search_index match ${match} and ${isWanted(sql`rowid`)} order by rowid desc limit ${written(MOST_WEIGHED)}),
        best as materialized (select w.number, w.score from weighed w order by w.score desc limit ${written(MOST_FOUND + 1)})`;
    }
    const query = tsqueryOf(terms);
    return sql`weighed as (select i.number, i.words from search_index i where i.words @@ ${query}::tsquery
          and ${isWanted(sql`i.number`)} order by i.number desc limit ${written(MOST_WEIGHED)}),
      best as materialized (select w.number, ts_rank(${WEIGHTS}::real[], w.words, ${query}::tsquery, 1)::double precision as score
        from weighed w order by (w.words @@ ${`'·${whole}'`}::tsquery) desc, score desc limit ${written(MOST_FOUND + 1)})`;
  }

  private async assertWhole(): Promise<void> {
    const { text, values } =
      sql`select 1 as whole from search_states s where s.name = ${STATE} and s.built_up_to is null`;
    if ((await this.database.readOne(text, values)) !== null) return;
    const message = 'What can be found is still being looked through; ask again in a minute.';
    throw new Fault('unavailable', 'index-building', message);
  }
}
