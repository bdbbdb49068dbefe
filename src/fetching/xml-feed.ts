import { addressIn, listen, Unreadable, type Listener } from './markup.js';
import type { FeedKind, RawFeed, RawItem } from './feed.js';

/** The most that is kept of each part of an entry, in UTF-16 units. */
const MOST = { content: 400_000, other: 4_000 } as const;

/** Families of names that mean what they say; a `media:title` is not the title. */
const FAMILIES = new Set(['', 'dc', 'dcterms', 'content', 'atom', 'atom10', 'rss', 'a', 'rdf']);

const ROOTS: ReadonlyMap<string, FeedKind> = new Map([
  ['rss', 'rss'],
  ['rdf', 'rss'],
  ['feed', 'atom'],
]);
const ITEMS = new Set(['item', 'entry']);
const CONTENTS = new Set(['encoded', 'content', 'description', 'summary']);
/** What breaks a line in content that is markup itself (XHTML). */
const LINES = new Set(['p', 'div', 'br', 'li', 'h1', 'h2', 'h3', 'h4', 'tr', 'blockquote']);

/** A name without its family, small; null where the family is none of those that are read. */
function localOf(name: string, family: string): string | null {
  const at = name.indexOf(':');
  const prefix = at < 0 ? '' : name.slice(0, at).toLowerCase();
  return FAMILIES.has(prefix) || prefix === family ? name.slice(at + 1).toLowerCase() : null;
}

/** An entry, or the head of the feed, while its parts come in. */
class Draft {
  readonly parts = new Map<string, string>();
  link: string | null = null;
  contentType = 'html';
  private readonly closed = new Set<string>();

  constructor(readonly about: string | null) {}

  add(part: string, data: string): void {
    if (this.closed.has(part)) return;
    const former = this.parts.get(part) ?? '';
    const room = (CONTENTS.has(part) ? MOST.content : MOST.other) - former.length;
    if (room > 0) this.parts.set(part, former + data.slice(0, room));
  }

  /** Ends a part: of two of a name the first counts, unless it said nothing. */
  end(part: string): void {
    if ((this.parts.get(part) ?? '').trim() !== '') this.closed.add(part);
  }

  /** The first of these parts that says anything. */
  first(...parts: readonly string[]): string {
    for (const part of parts) {
      const text = this.parts.get(part)?.trim();
      if (text) return text;
    }
    return '';
  }
}

/** Reads RSS 0.9 to 2.0, RDF and Atom as they come, one entry after the other. */
class FeedListener implements Listener {
  kind: FeedKind | null = null;
  readonly head = new Draft(null);
  readonly items: Draft[] = [];
  private family = '';
  private item: Draft | null = null;
  /** The names within the entry, or within the head. */
  private readonly path: (string | null)[] = [];
  private readonly bases: string[];

  constructor(private readonly address: string) {
    this.bases = [address];
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.kind === null) this.begin(name);
    this.bases.push(addressIn(attributes['xml:base'] ?? '', this.base) ?? this.base);
    const local = localOf(name, this.family);
    if (local !== null && ITEMS.has(local) && this.item === null) {
      this.item = new Draft(attributes['rdf:about'] ?? null);
      this.items.push(this.item);
      this.path.length = 0;
      return;
    }
    this.path.push(local);
    this.take(local, attributes);
  }

  text(data: string): void {
    const part = this.part();
    if (part !== null) (this.item ?? this.head).add(part, data);
  }

  close(name: string): void {
    this.bases.pop();
    const local = localOf(name, this.family);
    if (this.item !== null && this.path.length === 0) {
      if (local !== null && ITEMS.has(local)) this.item = null;
      return;
    }
    const part = this.part();
    if (part !== null && (this.path.length === 1 || part === 'author')) (this.item ?? this.head).end(part);
    this.path.pop();
  }

  private get base(): string {
    return this.bases.at(-1) ?? this.address;
  }

  private begin(name: string): void {
    const at = name.indexOf(':');
    this.family = at < 0 ? '' : name.slice(0, at).toLowerCase();
    const kind = ROOTS.get(name.slice(at + 1).toLowerCase());
    if (kind === undefined) throw new Unreadable('It is no feed.');
    this.kind = kind;
  }

  /** What the text that comes now is a part of; null for nothing that is read. */
  private part(): string | null {
    // the head of RSS stands in its channel, that of Atom at the root
    const path = this.item === null ? this.path.filter((each) => !isAround(each)) : this.path;
    const [first = null, second] = path;
    if (first === null || path.length === 1) return first;
    if (CONTENTS.has(first)) return first;
    return first === 'author' && second === 'name' ? first : null;
  }

  private take(local: string | null, { href, rel, type }: Readonly<Record<string, string>>): void {
    const draft = this.item ?? this.head;
    const part = this.part();
    if (part === 'link' && href !== undefined && (rel ?? 'alternate') === 'alternate') {
      if (draft.link === null || /html/.test(type ?? '')) draft.link = addressIn(href, this.base) ?? draft.link;
    }
    if (part !== null && CONTENTS.has(part)) {
      if (this.path.length === 1 && type !== undefined) draft.contentType = type.toLowerCase();
      else if (local !== null && LINES.has(local)) draft.add(part, '\n');
    }
    if (part === 'guid' || part === 'id') draft.parts.set('base', this.base);
  }
}

const isAround = (name: string | null): boolean =>
  name === 'channel' || name === 'rss' || name === 'rdf' || name === 'feed';

/** An address, or none: of an entry its link, else an id that is one. */
function addressOf(draft: Draft, address: string): string | null {
  const base = draft.first('base') || address;
  const id = draft.first('guid', 'id');
  const named = draft.first('link') || (draft.about ?? '') || (/^https?:/i.test(id) ? id : '');
  return draft.link ?? addressIn(named, base);
}

function itemOf(draft: Draft, kind: FeedKind, address: string): RawItem {
  const content = draft.first('encoded', 'content', 'description', 'summary');
  const isMarkup = kind === 'rss' || draft.contentType.includes('html');
  return {
    id: draft.first('guid', 'id') || (draft.about ?? ''),
    url: addressOf(draft, address),
    title: draft.first('title'),
    content,
    isHtml: isMarkup && draft.contentType !== 'xhtml',
    date: draft.first('pubdate', 'published', 'date', 'issued', 'created', 'updated', 'modified'),
    author: draft.first('creator', 'author'),
  };
}

/**
 * Reads a feed in XML that was found at an address.
 *
 * @throws Unreadable where it is none, or none that anybody would write
 */
export function readXmlFeed(text: string, address: string): RawFeed {
  const listener = new FeedListener(address);
  listen(text, 'xml', listener);
  const { kind, head, items } = listener;
  if (kind === null) throw new Unreadable('It is no feed.');
  return {
    kind,
    title: head.first('title'),
    home: head.link ?? addressIn(head.first('link'), address),
    items: items.map((draft) => itemOf(draft, kind, address)),
  };
}
