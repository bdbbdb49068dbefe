import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { FormerSlug, type Slugged } from './former-slug.entity.js';

/** Slugs that things had before they got another name: each stays its thing's own, which is still found by it. */
@Injectable()
export class FormerSlugs {
  constructor(private readonly database: Database) {}

  /** Notes that a thing has another slug in place of a former one, perhaps one that it had before. */
  replace(thing: Slugged, thingId: string, { former, present }: { former: string; present: string }): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.delete(FormerSlug, { thing, slug: present, thingId });
      await rows.insert(FormerSlug, { thing, slug: former, thingId });
    });
  }
}
