import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cutAt, nameWhole, wordText } from '../engine/words/index.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { numbersOf, type SearchType } from '../platform/database/found.js';
import { isOneOf, joined, lotsOf, sql, Sql } from '../platform/database/sql.js';
import { vectorOf } from '../platform/database/words-on-postgres.js';
import type { Findable } from './findable.js';
import { SearchDocument } from './search-document.entity.js';

/** The tables of what can be found. */
export const TABLES = ['companies', 'devices', 'sources', 'rumors', 'reports'] as const;

/** How much of what is said of a thing is looked through, in UTF-16 units. */
const MOST_TEXT = 20_000;

type Numbers = ReadonlyMap<string, number>;

/** What is found, thing by thing, and its words as the database of the store keeps them. */
@Injectable()
export class SearchIndex {
  constructor(private readonly database: Database) {}

  /** Puts things into the index as they are now; those that are not there any more leave it. */
  put(ids: readonly string[], present: readonly Findable[]): Promise<void> {
    const gone = new Set(ids);
    for (const { id } of present) gone.delete(id);
    return this.database.transaction(async (rows) => {
      const numbers = await this.numbers(ids);
      for (const id of gone) {
        const number = numbers.get(id);
        if (number !== undefined) await this.drop(rows, id, number);
      }
      for (const type of new Set(present.map((thing) => thing.type))) {
        const things = present.filter((thing) => thing.type === type);
        await this.write(rows, things, numbers);
      }
    });
  }

  /** Takes every word out, and forgets the things that are not there any more. */
  clear(): Promise<void> {
    return this.database.transaction(async (rows) => {
      const isSqlite = this.database.dialect === 'sqlite';
      const emptied = isSqlite
        ? sql`insert into search_index(search_index) values ('delete-all')`
        : sql`delete from search_index`;
      await execute(rows, emptied);
      const present = TABLES.map((table) => new Sql(`select id from ${table}`, []));
      await execute(rows, sql`delete from search_documents where id not in (${joined(present, ' union all ')})`);
    });
  }

  /** Brings the words together in one place, so that nothing is left of those that were taken out. */
  compact(): Promise<void> {
    return this.database.transaction(async (rows) => {
      if (this.database.dialect !== 'sqlite') return;
      await execute(rows, sql`insert into search_index(search_index) values ('optimize')`);
    });
  }

  private async numbers(ids: readonly string[]): Promise<Map<string, number>> {
    const numbers = new Map<string, number>();
    for (const lot of lotsOf(ids)) {
      const { text, values } = sql`select d.id, d.number from search_documents d where ${isOneOf(sql`d.id`, lot)}`;
      const known = await this.database.read<Pick<SearchDocument, 'id' | 'number'>>(text, values);
      for (const { id, number } of known) numbers.set(id, number);
    }
    return numbers;
  }

  /** The numbers of things of one type; the new ones come after all others, and those of hidden things are below zero. */
  private async withNew(type: SearchType, things: readonly Findable[], known: Numbers): Promise<Numbers> {
    const numbers = new Map<string, number>();
    let last = await this.lastNumber(type);
    for (const { id, isHidden } of things) {
      const number = Math.abs(known.get(id) ?? (last += 1));
      numbers.set(id, isHidden ? -number : number);
    }
    return numbers;
  }

  private async lastNumber(type: SearchType): Promise<number> {
    const end = (found: Sql) => sql`(select ${found} from search_documents d where d.type = ${type})`;
    const { text, values } = sql`select ${end(sql`max(d.number)`)} as highest, ${end(sql`min(d.number)`)} as lowest`;
    type Row = { highest: number | null; lowest: number | null };
    const { highest, lowest } = (await this.database.readOne<Row>(text, values)) ?? { highest: null, lowest: null };
    return Math.max(numbersOf(type).first - 1, highest ?? 0, -(lowest ?? 0));
  }

  private async drop(rows: EntityManager, id: string, number: number): Promise<void> {
    await rows.delete(SearchDocument, { id });
    await this.forget(rows, number);
  }

  private forget(rows: EntityManager, number: number): Promise<void> {
    const isSqlite = this.database.dialect === 'sqlite';
    return execute(
      rows,
      isSqlite
        ? sql`delete from search_index where rowid = ${number}`
        : sql`delete from search_index where number = ${number}`,
    );
  }

  private async write(rows: EntityManager, things: readonly Findable[], known: Numbers): Promise<void> {
    const [first] = things;
    const numbers = first ? await this.withNew(first.type, things, known) : known;
    for (const thing of things) {
      const [former, number] = [known.get(thing.id), numbers.get(thing.id)!];
      if (former !== undefined && former !== number) await this.forget(rows, former);
      const text = cutAt(thing.passages.join('\n'), MOST_TEXT);
      const wholes = [...new Set(thing.names.map(nameWhole))].filter((whole) => whole !== '');
      await execute(rows, documented(thing, number, text, wholes));
      await execute(rows, this.indexed(number, { wholes, names: thing.names.map(wordText), words: wordText(text) }));
    }
  }

  private indexed(number: number, { wholes, names, words }: Words): Sql {
    const marked = wholes.map((whole) => `·${whole}`);
    if (this.database.dialect === 'sqlite') {
      return sql`insert or replace into search_index (rowid, wholes, names, words)
        values (${number}, ${marked.join(' ')}, ${names.join(' ')}, ${words})`;
    }
    const vector = vectorOf([
      [marked.join(' '), 'A'],
      [names.join(' '), 'B'],
      [words, 'D'],
    ]);
    return sql`insert into search_index (number, words) values (${number}, ${vector}::tsvector)
      on conflict (number) do update set words = excluded.words`;
  }
}

function documented({ id, type, title, address, at }: Findable, number: number, text: string, wholes: string[]): Sql {
  return sql`insert into search_documents (id, number, type, title, address, text, wholes, at)
    values (${id}, ${number}, ${type}, ${title}, ${address}, ${text}, ${` ${wholes.join(' ')} `}, ${at})
    on conflict (id) do update set number = excluded.number, title = excluded.title, address = excluded.address,
      text = excluded.text, wholes = excluded.wholes, at = excluded.at`;
}

interface Words {
  readonly wholes: readonly string[];
  readonly names: readonly string[];
  readonly words: string;
}
