import type { Listener } from './markup.js';

/** How much of what machines are told of a page is looked through, in UTF-16 units. */
const MOST_DATA = 100_000;
const MOST_VALUE = 2_000;

/** What a page says about itself, as it stands there. */
export interface SaidOfPage {
  /** By the names of its `meta` and `link` tags, small; the first of each. */
  readonly facts: ReadonlyMap<string, string>;
  readonly title: string;
  /** Its first heading of the first rank. */
  readonly heading: string;
  /** What it tells machines (JSON-LD), unread. */
  readonly data: string;
}

/** Gathers what a page says about itself: its tags for machines, its title and its heading. */
export class PageFacts implements Listener, SaidOfPage {
  readonly facts = new Map<string, string>();
  title = '';
  heading = '';
  data = '';
  private within: 'title' | 'heading' | 'data' | null = null;
  private isHeadingRead = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const { lang, content, rel, href, itemprop, datetime } = attributes;
    if (name === 'html') this.note('lang', lang);
    if (name === 'meta') {
      const of = attributes['property'] ?? attributes['name'] ?? itemprop ?? attributes['http-equiv'];
      this.note(of?.toLowerCase() ?? '', content);
    } else if (name === 'link' || name === 'a') {
      for (const each of (rel ?? '').slice(0, 100).toLowerCase().split(/\s+/)) this.note(`rel:${each}`, href);
    } else if (name === 'time') this.note(itemprop === undefined ? 'time' : itemprop.toLowerCase(), datetime);
    this.enter(name, attributes);
  }

  text(data: string): void {
    if (this.within === 'data' && this.data.length < MOST_DATA) this.data += data.slice(0, MOST_DATA);
    else if (this.within === 'title' && this.title.length < MOST_VALUE) this.title += data.slice(0, MOST_VALUE);
    else if (this.within === 'heading' && this.heading.length < MOST_VALUE) this.heading += data.slice(0, MOST_VALUE);
  }

  close(name: string): void {
    if (name === 'h1' && this.within === 'heading') this.isHeadingRead = this.heading.trim() !== '';
    if (name === 'title' || name === 'h1' || name === 'script') this.within = null;
  }

  private enter(name: string, { type }: Readonly<Record<string, string>>): void {
    if (name === 'title' && this.title === '') this.within = 'title';
    if (name === 'h1' && !this.isHeadingRead) this.within = 'heading';
    if (name === 'script' && /^application\/ld\+json/i.test(type ?? '')) this.within = 'data';
  }

  private note(name: string, value: string | undefined): void {
    if (name === '' || name === 'rel:' || value === undefined || this.facts.has(name)) return;
    this.facts.set(name.slice(0, 100), value.slice(0, MOST_VALUE));
  }
}
