import { Blocks } from './blocks.js';
import { dayOf, momentOf } from './dates.js';
import { mainTextOf, wholeTextOf } from './main-text.js';
import { addressIn, listen, plain } from './markup.js';
import { PageFacts, type SaidOfPage } from './page-facts.js';

/** An article as it was read from a page. */
export interface Page {
  /** Its words, paragraphs apart; empty where there are none. */
  readonly text: string;
  readonly title: string | null;
  /** Where the page itself says that it belongs, on the same host; else where it was found. */
  readonly url: string;
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
  readonly author: string | null;
  /** How the place calls itself. */
  readonly siteName: string | null;
  /** Whether the page reserves the mining of its text (TDM Reservation Protocol); null where it does not say. */
  readonly isReserved: boolean | null;
}

const DATES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date.issued',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'pubdate',
  'publishdate',
  'date',
  'time',
];
const AUTHORS = ['author', 'article:author', 'dc.creator', 'parsely-author'];
const DATA_DATE = /"datePublished"\s{0,9}:\s{0,9}"([^"]{8,40})"/;
const DATA_AUTHOR =
  /"author"\s{0,9}:\s{0,9}[[{\s]{0,9}(?:"@type"\s{0,9}:\s{0,9}"\w{1,40}"\s{0,9},\s{0,9})?"name"\s{0,9}:\s{0,9}"([^"\\]{2,100})"/;

/** Reads an article from a page that was found at an address. `now` is the present. @throws Unreadable */
export function readPage(html: string, address: string, now: number): Page {
  const [said, found] = [new PageFacts(), new Blocks()];
  const listeners = [said, found];
  listen(html, 'html', {
    open: (name, attributes) => listeners.forEach((each) => each.open(name, attributes)),
    text: (data) => listeners.forEach((each) => each.text(data)),
    close: (name) => listeners.forEach((each) => each.close(name)),
  });
  found.end();
  const { facts, data } = said;
  const dates = [DATA_DATE.exec(data)?.[1], ...DATES.map((name) => facts.get(name))];
  const published = dates.map((date) => (date === undefined ? null : momentOf(date, now))).find((at) => at !== null);
  return {
    text: mainTextOf(found),
    title: titleOf(said),
    url: canonicalOf(facts, address),
    publishedOn: dayOf(published ?? null),
    language: languageOf(facts),
    author: authorOf(said),
    siteName: plain(facts.get('og:site_name') ?? '', 100),
    isReserved: reservationIn(facts.get('tdm-reservation')),
  };
}

/** What a field says of the mining of a text: 1 that it is reserved; null where there is no such field. */
export const reservationIn = (field: string | undefined): boolean | null =>
  field === undefined ? null : field.trim() === '1';

/** The words of a fragment of HTML, such as an entry of a feed. @throws Unreadable */
export function readFragment(html: string): string {
  const found = new Blocks();
  listen(html, 'html', found);
  found.end();
  return wholeTextOf(found);
}

/** What the page calls itself to others, else its heading, else its title without the name of the place. */
function titleOf({ facts, heading, title }: SaidOfPage): string | null {
  const told = facts.get('og:title') ?? facts.get('twitter:title') ?? '';
  const short = title.replace(/\s+[|–—·»]\s+[^|–—·»]{1,60}$/, '');
  return plain(told, 300) ?? plain(heading, 300) ?? plain(short, 300);
}

const bare = (url: string): string => new URL(url).hostname.replace(/^(?:www|m|amp|mobile)\./, '');

/** A page may say under which address of its own host it is filed, and not that it is somebody else's. */
function canonicalOf(facts: SaidOfPage['facts'], address: string): string {
  const said = facts.get('rel:canonical') ?? facts.get('og:url') ?? '';
  const canonical = addressIn(said, address);
  if (canonical === null || bare(canonical) !== bare(address)) return address;
  return new URL(canonical).pathname === '/' && new URL(address).pathname !== '/' ? address : canonical;
}

function languageOf(facts: SaidOfPage['facts']): string | null {
  const said = facts.get('lang') ?? facts.get('og:locale') ?? facts.get('content-language') ?? '';
  return /^([a-z]{2})(?:[-_]|$)/i.exec(said.trim())?.[1]?.toLowerCase() ?? null;
}

function authorOf({ facts, data }: SaidOfPage): string | null {
  const told = [DATA_AUTHOR.exec(data)?.[1], ...AUTHORS.map((name) => facts.get(name))];
  for (const each of told) {
    const author = plain(each ?? '', 100);
    if (author !== null && !/^https?:/i.test(author)) return author;
  }
  return null;
}
