import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { nameKey, slugOf, type Grade } from '../engine/subjects/index.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import { isId, newId } from '../platform/ids.js';
import { namedAt } from '../platform/named-at.js';
import { freeSlug } from '../platform/slugs.js';
import type { AddSourceDto, NamedSource } from './source.dto.js';
import { SourceName } from './source-name.entity.js';
import { Source } from './source.entity.js';

/** The mark of a source that an editor vouches for without naming one. */
const VETTED_GRADE: Grade = 'C';

/** Who publishes, each under one name with its handles and hosts. */
@Injectable()
export class Sources {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /**
   * Adds a source for which an editor vouches.
   *
   * @throws Fault conflict `duplicate-name` if one of its names already stands for another source, invalid
   * `empty-name` or `invalid-url`, not found `unknown-source` for its parent
   */
  add(act: AddSourceDto, actor: Actor): Promise<Source> {
    const { name, kind, grade, urls = [] } = act;
    const aliases = [...(act.aliases ?? []), ...urls.map(hostOf)];
    return this.database.transaction(async (rows) => {
      for (const each of [name, ...aliases]) {
        if (!(await this.named(each))) continue;
        throw new Fault('conflict', 'duplicate-name', `${each} is already the name of a source.`);
      }
      const { parent } = act;
      const parentId = parent === undefined ? null : (await namedAt('#/parent', () => this.get(parent))).id;
      const source = await this.write({ name, kind, grade, vetted: true, aliases }, actor);
      await rows.update(Source, { id: source.id }, { parentId });
      return rows.create(Source, { ...source, parentId });
    });
  }

  /** @throws Fault not found `unknown-source` if there is no source of that id or slug */
  async get(reference: string): Promise<Source> {
    const where = isId(reference, 'src') ? { id: reference } : { slug: reference };
    const source = await this.database.rows.findOneBy(Source, where);
    if (source) return source;
    throw new Fault('not_found', 'unknown-source', `There is no source ${reference}.`);
  }

  /** The source of that id, slug or name; null if there is none. */
  async find(reference: string): Promise<Source | null> {
    const where = isId(reference, 'src') ? { id: reference } : { slug: reference };
    return (await this.database.rows.findOneBy(Source, where)) ?? this.named(reference);
  }

  /**
   * The source of that name; it is added where there is none. Vouching for a source that was unrated so far makes it
   * vetted; nothing here takes a vetting or a grade away.
   */
  ensure(act: NamedSource, actor: Actor): Promise<Source> {
    return this.database.transaction(async () => this.ensureAs(await this.named(act.name), act, actor));
  }

  /** The same for a name that was looked up in this act: the source that goes by it, null where none does. */
  async ensureAs(found: Source | null, act: NamedSource, actor: Actor): Promise<Source> {
    if (!found) return this.write(act, actor);
    return act.vetted && !found.vetted ? this.vouch(found, act, actor) : found;
  }

  /** The source that goes by this name, handle or host; null if none does. */
  async named(name: string): Promise<Source | null> {
    const named = await this.database.rows.findOneBy(SourceName, { nameKey: sourceKey(name) });
    return named && this.database.rows.findOneBy(Source, { id: named.sourceId });
  }

  /** Counts a report that the source published at that moment. */
  countReport(sourceId: string, publishedAt: number): Promise<void> {
    return this.database.transaction((rows) =>
      execute(
        rows,
        sql`update sources set report_count = report_count + 1, last_report_at = case
            when last_report_at is null or last_report_at < ${publishedAt} then ${publishedAt} else last_report_at end
          where id = ${sourceId}`,
      ),
    );
  }

  private vouch(source: Source, act: NamedSource, actor: Actor): Promise<Source> {
    const after = { vetted: true, grade: act.grade ?? source.grade ?? VETTED_GRADE, kind: act.kind ?? source.kind };
    const before = { vetted: source.vetted, grade: source.grade, kind: source.kind };
    return this.database.transaction(async (rows) => {
      const change = { ...after, version: source.version + 1, updatedAt: this.clock.now() };
      await rows.update(Source, { id: source.id }, change);
      await this.journal.record(actor, { action: 'vouch', thing: source.id, before, after, event: 'source.updated' });
      return rows.create(Source, { ...source, ...change });
    });
  }

  private write(act: NamedSource, actor: Actor): Promise<Source> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const source = rows.create(Source, {
        id: newId('src', now),
        name: act.name,
        slug: await freeSlug(slugOf(act.name), (slug) => rows.existsBy(Source, { slug })),
        kind: act.kind ?? 'outlet',
        grade: act.grade ?? (act.vetted ? VETTED_GRADE : null),
        vetted: act.vetted,
        parentId: null,
        reportCount: 0,
        resolvedCount: 0,
        hitCount: 0,
        eventCount: 0,
        earlyCallCount: 0,
        reliability: null,
        replyText: null,
        replyOn: null,
        replyUrl: null,
        lastReportAt: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      });
      await rows.insert(Source, source);
      for (const name of [act.name, ...(act.aliases ?? [])]) await this.claim(name, source);
      const after = { name: source.name, kind: source.kind, grade: source.grade, vetted: source.vetted };
      await this.journal.record(actor, { action: 'add', thing: source.id, after, event: 'source.created' });
      return source;
    });
  }

  /**
   * Takes a name from a source that is not its own any more.
   *
   * @throws Fault conflict `own-name` for the name that it goes by
   */
  disclaim(name: string, source: Source): Promise<void> {
    const key = sourceKey(name);
    if (key === sourceKey(source.name)) {
      throw new Fault('conflict', 'own-name', `${name} is the name that ${source.slug} goes by: rename it first.`);
    }
    return this.database.transaction(async (rows) => {
      await rows.delete(SourceName, { nameKey: key, sourceId: source.id });
    });
  }

  /** Gives a source a name, unless another one has it. */
  claim(name: string, source: Source): Promise<void> {
    const key = sourceKey(name);
    if (key === '') throw new Fault('invalid', 'empty-name', 'A name needs at least one letter or digit.');
    return this.database.transaction(async (rows) => {
      const taken = await rows.existsBy(SourceName, { nameKey: key });
      if (!taken) await rows.insert(SourceName, { nameKey: key, name, sourceId: source.id });
    });
  }
}

/** The host of an address at which a source publishes. */
function hostOf(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return new URL(url).hostname;
  const detail = { pointer: '#/urls', code: 'invalid-url', detail: 'expected addresses that start with http(s)://' };
  throw new Fault('invalid', 'invalid-url', `"${url}" is no address of a page.`, [detail]);
}

const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** The key of a name or handle; hosts keep their dots, so that `the.verge` is not `The Verge`. */
function sourceKey(name: string): string {
  const plain = name.trim().toLowerCase();
  return HOST.test(plain) ? `host:${plain}` : nameKey(name);
}
