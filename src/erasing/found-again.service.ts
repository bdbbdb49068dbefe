import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { lotsOf } from '../platform/database/sql.js';
import { SearchDocument } from '../search/search-document.entity.js';
import { SearchIndex } from '../search/search-index.service.js';
import { Things } from '../search/things.service.js';
import type { Passages } from './passages.js';

/** Brings the index in line with what was erased. */
@Injectable()
export class FoundAgain {
  constructor(
    private readonly database: Database,
    private readonly index: SearchIndex,
    private readonly things: Things,
  ) {}

  /** Puts these things, and all in whose texts a passage stands, into the index as they are now. */
  async renew(ids: readonly string[], passages: Passages): Promise<void> {
    const documents = await this.database.rows.find(SearchDocument, { select: { id: true, title: true, text: true } });
    const touched = documents.filter(({ title, text }) => passages.stand(title) || passages.stand(text));
    const all = [...new Set([...ids, ...touched.map(({ id }) => id)])];
    for (const lot of lotsOf(all)) await this.index.put(lot, await this.things.of(lot));
  }
}
