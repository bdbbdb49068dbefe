import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { admit } from '../access/admission.js';
import { actorOf } from '../access/roles.js';
import { Fetching } from '../fetching/fetching.service.js';
import { Clock } from '../platform/clock.js';
import { Fault } from '../platform/fault.js';
import type { Preparation } from '../platform/http/preparing.js';
import { checked } from '../platform/validation.js';
import type { ArticleFactsDto, HandInArticleDto } from './article.dto.js';
import { ProposeArticleDto } from './ingestion.dto.js';

/** Articles that are handed in by their address: fetched before the act in which they are read. */
@Injectable()
export class FetchedArticles implements Preparation<HandInArticleDto | null> {
  constructor(
    private readonly fetching: Fetching,
    private readonly clock: Clock,
  ) {}

  /**
   * The article that a request is about, fetched where it is named by its address; null for a body that is none, which
   * is refused as any other.
   *
   * @throws Fault invalid `missing-text`, `missing-url` or `unexpected-text`; whatever `fetched` throws
   */
  async prepare(request: FastifyRequest): Promise<HandInArticleDto | null> {
    const body = request.body ?? {};
    if (typeof body !== 'object' || Array.isArray(body)) return null; // refused where bodies are checked
    const { kind = 'text', text, ...told } = checked(ProposeArticleDto, body);
    const facts = factsOf(told);
    if (kind === 'url' && text !== undefined)
      throw wrong('text', 'unexpected-text', 'Of kind=url the text is fetched.');
    if (kind === 'url') return this.fetched(facts, actorOf(request));
    if (text === undefined) throw wrong('text', 'missing-text', 'Send the text, or kind=url with an address.');
    return { ...facts, text };
  }

  /**
   * An article with the words that stand at its address now. What is said of it goes before what it says itself.
   *
   * @throws Fault unauthorized or forbidden: nobody fetches through this program without being a contributor; invalid
   *   `missing-url`, `blocked-url`, `unreachable-url`, `page-too-large`, `unreadable-page`, `robots-disallowed`,
   *   `text-reserved`
   */
  async fetched(facts: ArticleFactsDto, actor: Actor | null): Promise<HandInArticleDto> {
    admit(actor, 'contributor');
    if (!facts.url) throw wrong('url', 'missing-url', 'Of kind=url the address is needed.');
    const page = await this.fetching.page(facts.url, this.clock.now());
    const [title, publishedOn] = [facts.title ?? page.title, facts.published_on ?? page.publishedOn];
    return { ...facts, text: page.text, url: page.url, title, published_on: publishedOn };
  }
}

function factsOf({ title, url, source, published_on, embargo_until }: ArticleFactsDto): ArticleFactsDto {
  const facts = { title, url, source, published_on, embargo_until };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

const wrong = (member: string, code: string, detail: string): Fault =>
  new Fault('invalid', code, detail, [{ pointer: `#/${member}`, code, detail }]);
