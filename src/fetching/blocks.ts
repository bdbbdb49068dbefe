import type { Listener } from './markup.js';

/** A piece of text that stands by itself: a paragraph, a heading, an item of a list. */
export interface Block {
  readonly text: string;
  /** How many of its letters lead elsewhere. */
  readonly linked: number;
  /** The element in which it stands. */
  readonly parent: number;
  readonly isHeading: boolean;
}

/** What ends a piece of text. */
const BREAKS = new Set(
  (
    'address article aside blockquote body br caption dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 head header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** What holds no text that is read. */
const SILENT = new Set(
  (
    'script style noscript template svg math iframe object embed applet canvas audio video map select option datalist ' +
    'button textarea input nav footer aside form dialog menu title head figcaption'
  ).split(' '),
);
/** Names of parts that stand around an article, and are none of it. */
const AROUND =
  /(?:^|[\s_-])(?:ad|ads|advert\w{0,12}|promo\w{0,8}|comments?|disqus|sidebar|related|recommend\w{0,8}|share|sharing|social|newsletter|subscribe|cookie\w{0,8}|consent|breadcrumbs?|pagination|nav|navbar|menu|footer|masthead|skip|tags?|byline|author-bio|popular|trending)(?:$|[\s_-])/i;
/** What is never such a part, whatever it is called. */
const WHOLE = new Set(['html', 'body', 'main', 'article']);

/** An element that is open: what it is, and whether anything in it is read. */
interface Open {
  readonly at: number;
  readonly name: string;
  readonly isSilent: boolean;
  readonly isLink: boolean;
}

/** The pieces of text of a page, in order, each with the element in which it stands. One pass, nothing looked at twice. */
export class Blocks implements Listener {
  readonly blocks: Block[] = [];
  /** The element around each element; -1 for none. */
  readonly parents: number[] = [];
  readonly names: string[] = [];
  private readonly stack: Open[] = [];
  private pieces: string[] = [];
  private linked = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (BREAKS.has(name)) this.end();
    const around = this.stack.at(-1);
    const at = this.parents.push(around?.at ?? -1) - 1;
    this.names.push(name);
    const isSilent = (around?.isSilent ?? false) || isSilentItself(name, attributes);
    this.stack.push({ at, name, isSilent, isLink: name === 'a' || (around?.isLink ?? false) });
  }

  text(data: string): void {
    const open = this.stack.at(-1);
    if (open?.isSilent) return;
    this.pieces.push(data);
    if (open?.isLink) this.linked += data.length;
  }

  close(name: string): void {
    if (BREAKS.has(name)) this.end();
    this.stack.pop();
  }

  /** Ends the last piece. */
  end(): void {
    if (this.pieces.length === 0) return;
    const text = this.pieces
      .join('')
      .replaceAll(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]+/g, ' ')
      .trim();
    const parent = this.stack.findLast(({ name }) => BREAKS.has(name));
    if (text !== '') {
      const isHeading = /^h[1-6]$/.test(parent?.name ?? '');
      this.blocks.push({ text, linked: Math.min(this.linked, text.length), parent: parent?.at ?? -1, isHeading });
    }
    this.pieces = [];
    this.linked = 0;
  }
}

function isSilentItself(
  name: string,
  { class: names = '', id = '', hidden, role, ...more }: Readonly<Record<string, string>>,
) {
  if (SILENT.has(name) || hidden !== undefined || more['aria-hidden'] === 'true') return true;
  if (WHOLE.has(name)) return false;
  if (role === 'navigation' || role === 'complementary' || role === 'contentinfo') return true;
  return AROUND.test(names.slice(0, 300)) || AROUND.test(id.slice(0, 100));
}
