import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../access/actor.js';
import { canonicalUrl, identify } from '../engine/similarity/index.js';
import { Fault } from '../platform/fault.js';
import { assertDay, assertReadable, titleOf } from './article.js';
import type { HandInArticleDto } from './article.dto.js';
import { IngestionBook } from './ingestion-book.service.js';
import type { Ingestion, SourceHint } from './ingestion.entity.js';
import { Novelties } from './novelty.service.js';
import { Reader } from './reader.service.js';
import { Recognition } from './recognition.service.js';

/** An article that was handed in, and whether it was known before. */
export interface Proposal {
  readonly ingestion: Ingestion;
  readonly recognised: boolean;
}

/** Reads articles into candidates, which wait for their review. */
@Injectable()
export class Proposals {
  constructor(
    private readonly recognition: Recognition,
    private readonly reader: Reader,
    private readonly novelties: Novelties,
    private readonly book: IngestionBook,
  ) {}

  /**
   * Reads an article and keeps what it claims; one that was handed in before is recognised and nothing is added.
   *
   * @throws Fault invalid `empty-text`, `invalid-url`, `invalid-date`, `no-claims`; too large `text-too-large`; malformed `not-text`;
   * conflict `changed-report`
   */
  async propose(act: HandInArticleDto, actor: Actor): Promise<Proposal> {
    assertReadable(act.text);
    const identity = identify(act.text);
    if (!identity) throw new Fault('invalid', 'empty-text', 'There is no word to read in this text.');
    const address = addressOf(act.url ?? null);
    const source = hintOf(act, address, actor);
    const { contentHash } = identity;
    const known = await this.recognition.find({ contentHash, canonicalUrl: address, sourceName: source.name });
    if (known) return { ingestion: known, recognised: true };
    const { text, title: given, url = null, published_on: publishedOn = null } = act;
    assertDay(publishedOn);
    const reading = await this.reader.read({ text, title: given ?? null, url, publishedOn });
    const claims = await this.novelties.ofArticle(reading, identity);
    if (claims.length === 0) throw noClaims(reading.isRumor);
    const title = given ?? titleOf(text);
    const article = { text, title, url, canonicalUrl: address, source, identity, reading, claims };
    return { ingestion: await this.book.keep(article, actor), recognised: false };
  }
}

function addressOf(url: string | null): string | null {
  if (url === null) return null;
  const address = canonicalUrl(url);
  if (address !== null) return address;
  const detail = { pointer: '#/url', code: 'invalid-url', detail: 'expected an address that starts with http(s)://' };
  throw new Fault('invalid', 'invalid-url', `"${url}" is no address of a page.`, [detail]);
}

/** The source as it was named, for which only an editor vouches; else the host of the address. */
function hintOf(act: HandInArticleDto, address: string | null, actor: Actor): SourceHint {
  if (act.source) {
    const { name, kind, grade = null, vetted } = act.source;
    const vouches = vetted && may(actor, 'editor');
    return { name, kind, grade: vouches ? grade : null, vetted: vouches };
  }
  const host = address === null ? null : new URL(address).hostname;
  return { name: host, kind: 'outlet', grade: null, vetted: false };
}

function noClaims(isRumor: boolean): Fault {
  const found = 'It makes no claim about a device that is not out yet';
  const why = isRumor ? 'that could be followed' : 'and reads like a review, a deal, a guide or other news';
  return new Fault('invalid', 'no-claims', `${found} ${why}. Nothing was stored.`);
}
