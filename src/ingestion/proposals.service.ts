import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../access/actor.js';
import type { ReadClaim, Reading } from '../engine/extraction/index.js';
import { canonicalUrl, identify, sha256, type TextIdentity } from '../engine/similarity/index.js';
import { nameKey } from '../engine/subjects/index.js';
import { assertDay } from '../evidence/publication.js';
import { Fault } from '../platform/fault.js';
import { parseInstant } from '../platform/instant.js';
import { assertReadable, titleOf } from './article.js';
import type { HandInArticleDto } from './article.dto.js';
import { IngestionBook } from './ingestion-book.service.js';
import type { Ingestion, SourceHint } from './ingestion.entity.js';
import { Novelties } from './novelty.service.js';
import { isFollowable, Reader } from './reader.service.js';
import { Recognition } from './recognition.service.js';
import { hintOf } from './source-hint.js';

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
   * Reads an article and keeps what it claims; one that was handed in before is recognised and nothing is added. One
   * that still waits is read anew where its source, day or title are told otherwise now.
   *
   * @throws Fault invalid `empty-text`, `invalid-url`, `invalid-date`, `no-claims`; too large `text-too-large`; malformed `not-text`;
   * conflict `changed-report`, or `changed-claims` for one that is written down with other claims than are told now
   */
  async propose(act: HandInArticleDto, actor: Actor, told: ToldReading | null = null): Promise<Proposal> {
    const identity = identityOf(act, told);
    const address = addressOf(act.url ?? null);
    const source = hintOf(act.source, address, actor);
    const { contentHash } = identity;
    const named = { contentHash, canonicalUrl: address, sourceName: source.name };
    const found = await this.recognition.find({ ...named, hasNoText: told !== null && act.text === '' });
    const known = found && isSecretFrom(actor, found) ? null : found;
    const holdsAll = known === null || told === null || (await this.holds(known, told.reading));
    if (known && !holdsAll && known.status === 'committed') throw changedClaims(known);
    if (known && holdsAll && isAsTold(known, act, source)) return { ingestion: known, recognised: true };
    const { text, title: given, url = null, published_on: publishedOn = null } = act;
    assertDay(publishedOn);
    const reading = told?.reading ?? (await this.reader.read({ text, title: given ?? null, url, publishedOn }));
    const claims = await this.novelties.ofArticle(reading, identity, address);
    if (claims.length === 0) throw noClaims(reading.isRumor);
    const title = given ?? titleOf(text.trim() === '' ? sayFirst(reading, url) : text);
    const embargoUntil = embargoOf(act);
    const article = { text, title, url, canonicalUrl: address, source, identity, reading, claims, embargoUntil };
    if (known && known.createdKeyId === actor.keyId) await this.book.discard(known, actor);
    return { ingestion: await this.book.keep(article, actor), recognised: false };
  }

  /** Whether an article that is known has all the claims that it is told to make now. */
  private async holds(known: Ingestion, { claims }: Reading): Promise<boolean> {
    const held = new Set((await this.book.candidatesOfReport(known)).map(claimKey));
    return claims.filter(isFollowable).every((claim) => held.has(claimKey(claim)));
  }
}

/** What an article is told to claim, by whoever hands it in, instead of what would be read in its text. */
export interface ToldReading {
  readonly reading: Reading;
  /** What tells it from every other article, where it comes without a text. */
  readonly key: string;
}

/** What is kept to recognise an article; of one without a text a single word, which resembles no other. */
function identityOf({ text }: HandInArticleDto, told: ToldReading | null): TextIdentity {
  if (told === null || text !== '') assertReadable(text);
  const identity = identify(text === '' && told !== null ? sha256(told.key) : text);
  if (identity) return identity;
  throw new Fault('invalid', 'empty-text', 'There is no word to read in this text.');
}

/** What an article without title and text is called. */
const sayFirst = ({ claims: [first] }: Reading, url: string | null): string =>
  url ?? `${first?.device ?? ''}: ${first?.subject ?? ''} ${first?.value ?? ''}`;

/** A claim as one text, by which it is found among others. */
const claimKey = ({ device, subject, value, region, variant, stance }: ClaimSaid): string =>
  JSON.stringify([nameKey(device), subject, value, region, variant, stance]);
type ClaimSaid = Pick<ReadClaim, 'device' | 'subject' | 'value' | 'region' | 'variant' | 'stance'>;

function changedClaims({ id }: Ingestion): Fault {
  const detail = `this report is written down as ${id} with other claims: hand in all of its claims together`;
  return new Fault('conflict', 'changed-claims', `${detail}.`, [
    { pointer: '#/claims', code: 'changed-claims', detail },
  ]);
}

/** Whether somebody must not learn that an article waits: it is under an embargo, and another's. */
const isSecretFrom = (actor: Actor, { status, embargoUntil, createdKeyId }: Ingestion): boolean =>
  status === 'ready' && embargoUntil !== null && !may(actor, 'editor') && createdKeyId !== actor.keyId;

const HINTED = ['name', 'kind', 'grade', 'vetted'] as const;

/** Whether an article that is known was handed in with what is said of it now; what is written down stays as it is. */
function isAsTold(known: Ingestion, act: HandInArticleDto, source: SourceHint): boolean {
  if (known.status === 'committed') return true;
  const isSameSource = act.source === undefined || HINTED.every((member) => known.source[member] === source[member]);
  const isSameDay = (act.published_on ?? known.publishedOn) === known.publishedOn;
  const isSameEmbargo = act.embargo_until === undefined || embargoOf(act) === known.embargoUntil;
  return isSameSource && isSameDay && isSameEmbargo && (act.title ?? known.title) === known.title;
}

/** Epoch milliseconds; null where nothing was said. */
const embargoOf = ({ embargo_until: until }: HandInArticleDto): number | null => (until ? parseInstant(until) : null);

function addressOf(url: string | null): string | null {
  if (url === null) return null;
  const address = canonicalUrl(url);
  if (address !== null) return address;
  const detail = { pointer: '#/url', code: 'invalid-url', detail: 'expected an address that starts with http(s)://' };
  throw new Fault('invalid', 'invalid-url', `"${url}" is no address of a page.`, [detail]);
}

function noClaims(isRumor: boolean): Fault {
  const found = 'It makes no claim about a device that is not out yet';
  return new Fault('invalid', 'no-claims', `${found}${isRumor ? ' that could be followed' : ''}. Nothing was stored.`);
}
