import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import type { ReviseSourceDto } from './source.dto.js';
import { Source } from './source.entity.js';
import { Sources } from './sources.service.js';

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
   * @throws Fault not found `unknown-source`, conflict `duplicate-name` or `own-parent`; StaleVersion
   */
  revise(reference: string, act: ReviseSourceDto, seen: SeenVersions, actor: Actor): Promise<ReviewedSource> {
    return this.database.transaction(async (rows) => {
      const former = await this.sources.get(reference);
      const { id, version } = former;
      assertUnchanged(version, seen);
      for (const name of [act.name ?? former.name, ...(act.aliases ?? [])]) await this.name(name, former);
      const present = { ...former, ...(await this.changed(former, act)) };
      const changes = changesOf(former, present, ['name', 'kind', 'grade', 'vetted', 'parentId']);
      if (changes === null) return { id, weighsOtherwise: false };
      const { after } = changes;
      await rows.update(Source, { id }, { ...after, version: version + 1, updatedAt: this.clock.now() });
      await this.journal.record(actor, { action: 'revise', thing: id, ...changes, event: 'source.updated' });
      return { id, weighsOtherwise: 'grade' in after || 'vetted' in after || 'kind' in after };
    });
  }

  private async changed(former: Source, act: ReviseSourceDto): Promise<Partial<Source>> {
    const { name = former.name, kind = former.kind, grade = former.grade, vetted = former.vetted } = act;
    return { name, kind, grade, vetted, parentId: await this.parentOf(former, act.parent) };
  }

  private async parentOf({ id, parentId }: Source, parent: string | null | undefined): Promise<string | null> {
    if (parent === undefined || parent === null) return parent === null ? null : parentId;
    const found = await this.sources.get(parent);
    if (found.id === id) throw new Fault('conflict', 'own-parent', 'A source does not belong to itself.');
    return found.id;
  }

  private async name(name: string, source: Source): Promise<void> {
    const holder = await this.sources.named(name);
    if (holder && holder.id !== source.id) {
      throw new Fault('conflict', 'duplicate-name', `${name} is already the name of the source ${holder.slug}.`);
    }
    if (!holder) await this.sources.claim(name, source);
  }
}
