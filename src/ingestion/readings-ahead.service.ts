import { availableParallelism } from 'node:os';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { mayName, type Article, type Reading } from '../engine/extraction/index.js';
import { AheadThread } from './ahead-thread.js';
import { Knowledge, type FollowedNames } from './knowledge.service.js';

/** What was read of an article, and with which names. */
interface Ahead extends FollowedNames {
  readonly article: Article;
  readonly reading: Reading;
}

const MEMBERS = ['text', 'title', 'url', 'publishedOn'] as const;

/**
 * Has articles read in a thread of its own before they are taken in, so that a machine with two cores reads and writes at
 * once. What was read counts only where it would be read just so with the names of the moment in which it is asked for.
 */
@Injectable()
export class ReadingsAhead implements OnApplicationShutdown {
  private thread: AheadThread | null = null;
  private readonly found = new Map<string, Ahead>();

  constructor(private readonly knowledge: Knowledge) {}

  /** Whether anything is won by it here. */
  get isUseful(): boolean {
    return availableParallelism() > 1;
  }

  /**
   * Has articles read from now on, with the names that are followed now. To be called outside of any act.
   *
   * @returns what resolves once they are read
   */
  async begin(articles: readonly Article[]): Promise<{ readonly done: Promise<void> }> {
    const { base, added } = await this.knowledge.present();
    this.thread ??= new AheadThread();
    const readings = this.thread.read(articles, { base, added });
    return { done: readings.then((found) => this.keep(articles, found ?? [], { base, added })) };
  }

  /** What was read of an article; null where it was not read, or may be read otherwise with the present names. */
  take(article: Article, { base, added }: FollowedNames): Reading | null {
    const known = this.found.get(article.text);
    if (!known || MEMBERS.some((member) => (known.article[member] ?? null) !== (article[member] ?? null))) return null;
    if (known.base !== base || known.added.length > added.length) return null;
    const text = `${article.title ?? ''}\n${article.text}`;
    return mayName(added.slice(known.added.length), text) ? null : known.reading;
  }

  /** Forgets what was read of articles that are done. */
  forget(articles: readonly Article[]): void {
    for (const { text } of articles) this.found.delete(text);
  }

  /** Forgets all that was read, and lets the thread end. */
  async end(): Promise<void> {
    const { thread } = this;
    this.thread = null;
    this.found.clear();
    await thread?.end();
  }

  onApplicationShutdown(): Promise<void> {
    return this.end();
  }

  private keep(articles: readonly Article[], readings: readonly (Reading | null)[], names: FollowedNames): void {
    articles.forEach((article, place) => {
      const reading = readings[place];
      if (reading) this.found.set(article.text, { article, reading, ...names });
    });
  }
}
