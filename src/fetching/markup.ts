import { Parser } from 'htmlparser2';
import { Fault } from '../platform/fault.js';
import { Effort } from './effort.js';

/** How much of a page or a feed is read at most, in UTF-16 units. */
const MOST_LETTERS = 2_000_000;
const SLICE = 16 * 1024;
const MOST_MS = 1_500;
const MOST_TAGS = 50_000;
const MOST_ATTRIBUTES = 256;
const DEPTH = { html: 256, xml: 64 } as const;

/** Markup that is built to be costly, not to be read. */
export class Unreadable extends Fault {
  constructor(message: string) {
    super('invalid', 'unreadable-page', message, [{ pointer: '#/url', code: 'unreadable-page', detail: message }]);
  }
}

/** Thrown to end the reading where enough was read. */
class Enough extends Error {}

/** What is told of markup while it is read. Names are small in HTML, and as they stand in XML. */
export interface Listener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(data: string): void;
  close(name: string): void;
}

/** What a document type may not bring along: rules of its own, by which a few letters become many. */
const OWN_RULES = /\[|ENTITY|SYSTEM/;

/** Keeps count of what a parser meets, and stops it where that is no page that anybody would write. */
class Counters {
  private readonly effort = new Effort();
  private tags = 0;
  private attributes = 0;
  private depth = 0;

  constructor(private readonly kind: keyof typeof DEPTH) {}

  tag(): void {
    this.attributes = 0;
    if ((this.tags += 1) > MOST_TAGS) throw new Enough();
  }

  attribute(): void {
    if ((this.attributes += 1) > MOST_ATTRIBUTES) throw new Unreadable('A tag has more attributes than are read.');
  }

  deeper(): void {
    if ((this.depth += 1) > DEPTH[this.kind]) throw new Unreadable('It is nested more deeply than is read.');
  }

  shallower(): void {
    this.depth -= 1;
  }

  instruction(data: string): void {
    if (this.kind === 'xml' && /^!doctype/i.test(data) && OWN_RULES.test(data))
      throw new Unreadable('It brings a document type with rules of its own.');
  }

  time(): void {
    if (this.effort.isOver(MOST_MS)) throw new Unreadable('It takes too long to read.');
  }
}

/**
 * Reads markup from its beginning, as far as it is read: two million letters and 50,000 tags. Nothing is built but what
 * the listener builds.
 *
 * @throws Unreadable for more depth or attributes than a page has, for a document type of its own in XML, and for more
 *   than one and a half seconds; what the listener throws
 */
export function listen(text: string, kind: keyof typeof DEPTH, listener: Listener): void {
  const counters = new Counters(kind);
  const parser = new Parser(
    {
      onopentagname: () => counters.tag(),
      onattribute: () => counters.attribute(),
      onopentag(name, attributes) {
        counters.deeper();
        listener.open(name, attributes);
      },
      ontext: (data) => listener.text(data),
      onclosetag(name) {
        counters.shallower();
        listener.close(name);
      },
      onprocessinginstruction: (_name, data) => counters.instruction(data),
    },
    { xmlMode: kind === 'xml', decodeEntities: true },
  );
  try {
    for (let start = 0; start < Math.min(text.length, MOST_LETTERS); start += SLICE) {
      parser.write(text.slice(start, Math.min(start + SLICE, MOST_LETTERS)));
      counters.time();
    }
    parser.end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
}

/** A text in which blanks of all kinds are one, cut to a length; null where nothing is left. */
export function plain(text: string, mostLetters: number): string | null {
  const cut = text
    .slice(0, 4 * mostLetters)
    .replaceAll(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff\ufffd]+/g, ' ')
    .trim()
    .slice(0, mostLetters)
    .replaceAll(/\p{Cs}/gu, '')
    .trim();
  return cut === '' ? null : cut;
}

/** Blanks, and what is an address on the web; null for anything else. */
export function addressIn(text: string, base: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || !URL.canParse(trimmed, base)) return null;
  const url = new URL(trimmed, base);
  const { href } = url;
  return /^https?:$/.test(url.protocol) && url.username === '' && href.length <= 2_000 ? href : null;
}
