import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { DAY_MS, dayNumber } from '../engine/subjects/index.js';
import { Journal } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { namedAt } from '../platform/named-at.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { type ReplyDto, type ReviseSourceDto } from './source.dto.js';
import { SourceName } from './source-name.entity.js';
import { Source } from './source.entity.js';
import { Sources } from './sources.service.js';

/** What a review may change. */
const REVISED = ['name', 'kind', 'grade', 'vetted', 'parentId', 'replyText', 'replyOn', 'replyUrl'] as const;

/** A source after its review, and whether what it says now weighs otherwise. */
export interface ReviewedSource {
  readonly id: string;
  readonly weighsOtherwise: boolean;
}

/** What editors change about sources. */
@Injectable()
export class SourceReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly sources: Sources,
  ) {}

  /**
   * Changes what is known of a source; its slug stays, as addresses hold it.
   *
   * @throws Fault not found `unknown-source`, conflict `duplicate-name`, `own-name` or `own-parent`, invalid
   *   `unknown-alias`, or `invalid-date` for a
   *   reply of no day that has come; StaleVersion
   */
  revise(reference: string, act: ReviseSourceDto, seen: SeenVersions, actor: Actor): Promise<ReviewedSource> {
    return this.database.transaction(async (rows) => {
      const source = await this.sources.get(reference);
      const former = { ...source, aliases: await this.aliasesOf(source) };
      const { id, version } = former;
      assertUnchanged(version, seen);
      for (const [index, name] of (act.remove_aliases ?? []).entries()) await this.unname(name, index, source);
      for (const name of [act.name ?? former.name, ...(act.aliases ?? [])]) await this.name(name, former);
      const changed = await this.changed(former, act);
      const present = {
        ...former,
        ...changed,
        aliases: await this.aliasesOf({ id, name: changed.name ?? former.name }),
      };
      const changes = changesOf(former, present, [...REVISED, 'aliases']);
      if (changes === null) return { id, weighsOtherwise: false };
      const { after } = changes;
      const columns = Object.fromEntries(Object.entries(after).filter(([member]) => member !== 'aliases'));
      await rows.update(Source, { id }, { ...columns, version: version + 1, updatedAt: this.clock.now() });
      await this.journal.record(actor, { action: 'revise', thing: id, ...changes, event: 'source.updated' });
      return { id, weighsOtherwise: 'grade' in after || 'vetted' in after || 'kind' in after };
    });
  }

  private async changed(former: Source, act: ReviseSourceDto): Promise<Partial<Source>> {
    const { name = former.name, kind = former.kind, grade = former.grade, vetted = former.vetted } = act;
    const reply = act.reply === undefined ? {} : this.replyOf(act.reply);
    return { name, kind, grade, vetted, parentId: await this.parentOf(former, act.parent), ...reply };
  }

  private replyOf(reply: ReplyDto | null): Pick<Source, 'replyText' | 'replyOn' | 'replyUrl'> {
    if (reply === null) return { replyText: null, replyOn: null, replyUrl: null };
    const { text, said_on: on, url = null } = reply;
    const day = dayNumber(on);
    if (day !== null && day * DAY_MS <= this.clock.now()) return { replyText: text, replyOn: on, replyUrl: url };
    const detail = { pointer: '#/reply/said_on', code: 'invalid-date', detail: 'not a day that has come' };
    throw new Fault('invalid', 'invalid-date', `${on} is no day that has come.`, [detail]);
  }

  private async parentOf({ id, parentId }: Source, parent: string | null | undefined): Promise<string | null> {
    if (parent === undefined || parent === null) return parent === null ? null : parentId;
    const found = await namedAt('#/parent', () => this.sources.get(parent));
    if (found.id === id) throw new Fault('conflict', 'own-parent', 'A source does not belong to itself.');
    return found.id;
  }

  private async aliasesOf({ id: sourceId, name }: Pick<Source, 'id' | 'name'>): Promise<string[]> {
    const names = await this.database.rows.find(SourceName, { where: { sourceId }, order: { name: 'ASC' } });
    return names.map((each) => each.name).filter((each) => each !== name);
  }

  private async unname(name: string, index: number, source: Source): Promise<void> {
    const holder = await this.sources.named(name);
    if (holder?.id !== source.id) {
      const detail = `${name} is no name of ${source.slug}.`;
      const errors = [{ pointer: `#/remove_aliases/${index}`, code: 'unknown-alias', detail }];
      throw new Fault('invalid', 'unknown-alias', detail, errors);
    }
    await this.sources.disclaim(name, source);
  }

  private async name(name: string, source: Source): Promise<void> {
    const holder = await this.sources.named(name);
    if (holder && holder.id !== source.id) {
      throw new Fault('conflict', 'duplicate-name', `${name} is already the name of the source ${holder.slug}.`);
    }
    if (!holder) await this.sources.claim(name, source);
  }
}
