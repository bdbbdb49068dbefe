import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Demo } from '../../demo/demo.service.js';
import { readArticle } from '../../demo/story.js';
import { FetchedArticles } from '../../ingestion/fetched-articles.service.js';
import { Settings } from '../../platform/settings.js';
import type { IngestFormDto } from './ingest-form.dto.js';
import { EMPTY_PASTE, factsOf, FIELDS, filledWith, isAddressAlone, pasteOf, type Paste } from './paste.js';

/** A paste box as it is opened. */
export interface OpenedBox {
  readonly paste: Paste;
  /** Whether the article of the demo waits in it. */
  readonly isSample: boolean;
}

/** What stands in the paste box when it is opened, and what an address alone brings along. */
@Injectable()
export class PasteBox {
  constructor(
    private readonly articles: FetchedArticles,
    private readonly demo: Demo,
    private readonly settings: Settings,
  ) {}

  /** Under which origin people reach this server: as it is set, else as whoever asks has reached it. */
  originFor({ protocol, host }: { readonly protocol: string; readonly host: string }): string {
    return this.settings.publicUrl ?? `${protocol}://${host}`;
  }

  /** The box with what a bookmark brought along; in the demo, where it brought nothing, with an article to try. */
  open(form: IngestFormDto): OpenedBox {
    const { guide } = this.demo;
    const isSample = guide !== null && FIELDS.every((field) => form[field] === undefined);
    if (!isSample) return { paste: pasteOf(form), isSample };
    return { paste: { ...EMPTY_PASTE, ...guide.article, text: readArticle() }, isSample };
  }

  /** A paste as it is read: where nothing but an address was given, with the article that is fetched from there. */
  async fill(paste: Paste, actor: Actor): Promise<Paste> {
    if (!isAddressAlone(paste)) return paste;
    return filledWith(paste, await this.articles.fetched(factsOf(paste), actor));
  }
}
