import { Injectable } from '@nestjs/common';
import { nameWhole } from '../engine/words/index.js';
import { Database } from '../platform/database/database.js';

/** A name that stands for somebody, where it stands, and the source that goes by it. */
export interface KnownName {
  readonly name: string;
  readonly place: 'source' | 'speaker' | 'credit' | 'article';
  readonly source_id: string | null;
}

const EVERY_NAME = `
  select n.name, 'source' as place, n.source_id from source_names n
  union select s.name, 'source', s.id from sources s
  union select t.speaker, 'speaker', null from statements t
  union select c.name, 'credit', null from report_credits c`;

/** Every name of somebody that the store holds. */
@Injectable()
export class KnownNames {
  constructor(private readonly database: Database) {}

  /** All of them, those of articles that wait for their review too. */
  async all(): Promise<KnownName[]> {
    const named = await this.database.read<KnownName>(EVERY_NAME);
    const articles = await this.database.read<{ source: string }>('select distinct i.source from ingestions i');
    const hints = articles.map(({ source }) => (JSON.parse(source) as { name: string | null }).name);
    const waiting = hints.filter((name) => name !== null);
    return [...named, ...waiting.map((name) => ({ name, place: 'article' as const, source_id: null }))];
  }

  /** The names of these sources, with their handles, hosts and the parts of their addresses. */
  async ofSource(id: string): Promise<string[]> {
    const rows = await this.database.read<{ name: string }>(
      `select n.name from source_names n where n.source_id = ? union select s.name from sources s where s.id = ?
       union select s.slug from sources s where s.id = ?
       union select f.slug from former_slugs f where f.thing = 'source' and f.thing_id = ?`,
      [id, id, id, id],
    );
    return rows.map(({ name }) => name);
  }
}

/** Whether two names are the same, however they are written. */
export const isSameName = (one: string, other: string): boolean =>
  nameWhole(one) !== '' && nameWhole(one) === nameWhole(other);
