/** A feed as some program writes it: its bytes, and what its server says they are. */
export interface SeedFeed {
  readonly name: string;
  readonly bytes: Buffer;
  readonly contentType: string;
}

interface Dress {
  readonly name: string;
  /** How its words are wrapped. */
  readonly words: (text: string) => string;
  /** How its days are written. */
  readonly date: (day: number) => string;
  readonly title: (number: number) => string;
}

const day = (number: number): Date => new Date(Date.UTC(2026, 8, 1 + number, 9, 30));
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const html = (text: string): string =>
  `<p><b>${text}</b></p><figure><img src="/i.jpg" alt="a & b"/></figure><p>And <a href="/more?a=1&amp;b=2">more</a> …</p>`;

const DRESSES: readonly Dress[] = [
  { name: 'plain', words: escaped, date: (n) => day(n).toUTCString(), title: (n) => `Orvane readies story ${n}` },
  {
    name: 'cdata',
    words: (t) => `<![CDATA[${html(t)}]]>`,
    date: (n) => day(n).toUTCString().replace('GMT', '+0000'),
    title: (n) => `<![CDATA[Halo & co., part ${n}]]>`,
  },
  {
    name: 'escaped html',
    words: (t) => escaped(html(t)),
    date: (n) => day(n).toISOString(),
    title: (n) => `Halo &#8211; “part ${n}” &#x2026;`,
  },
  {
    name: 'other scripts',
    words: (t) => `奥瓦尼将于2028年推出新机 ${n18(t)}`,
    date: (n) => day(n).toISOString().slice(0, 10),
    title: (n) => `Орване и Halo, ${n} — größer`,
  },
  {
    name: 'odd days',
    words: (t) => `${escaped(t)}\n\n\t `,
    date: (n) => ['', 'yesterday', '2099-01-01', 'Thu, 1 Jan 1970 00:00 EST', '1/2/26', day(0).toUTCString()][n % 6]!,
    title: () => '',
  },
  { name: 'bare', words: () => '', date: () => '', title: (n) => `${n}` },
];

const n18 = (text: string): string => text.slice(0, 18);
const wordsOf = (number: number): string => `Two people say that the Halo ${number} comes with <zoom> & more.`;
const NUMBERS = [1, 2, 3, 4, 5, 6];

const rss = ({ words, date, title }: Dress): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Wire</title><link>https://a.example/</link><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://a.example/feed"/>` +
  NUMBERS.map(
    (n) =>
      `<item><title>${title(n)}</title><link>https://a.example/${n}?utm_source=rss&amp;x=1</link><guid isPermaLink="false">id-${n}</guid><pubDate>${date(n)}</pubDate><dc:creator>Ada</dc:creator><category>phones</category><description>${words(wordsOf(n))}</description><content:encoded>${words(wordsOf(n))}</content:encoded><media:content url="https://a.example/${n}.jpg" medium="image"/></item>`,
  ).join('\n') +
  '</channel></rss>';

const oldRss = ({ words, title }: Dress): string =>
  `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Old</title><link>https://a.example</link>` +
  NUMBERS.map(
    (n) =>
      `<item><title>${title(n) || n}</title><link>/${n}</link><description>${words(wordsOf(n))}</description></item>`,
  ).join('') +
  '</channel></rss>';

const rdf = ({ words, date, title }: Dress): string =>
  `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example/"><title>RDF</title><link>https://a.example/</link></channel>` +
  NUMBERS.map(
    (n) =>
      `<item rdf:about="https://a.example/${n}"><title>${title(n)}</title><link>https://a.example/${n}</link><dc:date>${date(n)}</dc:date><description>${words(wordsOf(n))}</description></item>`,
  ).join('') +
  '</rdf:RDF>';

const atom = ({ words, date, title }: Dress): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://a.example/blog/"><title type="text">Atom</title><id>tag:a.example,2026:1</id><link href="./"/>` +
  NUMBERS.map(
    (n) =>
      `<entry><id>tag:a.example,2026:${n}</id><title type="html">${title(n)}</title><link rel="alternate" href="${n}.html"/><link rel="enclosure" href="${n}.mp3"/><updated>${date(n)}</updated><published>${date(n)}</published><author><name>Ada</name></author><content type="html">${words(wordsOf(n))}</content></entry>`,
  ).join('\n') +
  '</feed>';

const jsonFeed = ({ date, title }: Dress): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'JSON',
    home_page_url: 'https://a.example/',
    items: NUMBERS.map((n) => ({
      id: n % 2 === 0 ? n : `id-${n}`,
      url: `/${n}`,
      title: title(n),
      content_html: html(wordsOf(n)),
      date_published: date(n) || null,
      authors: [{ name: 'Ada' }],
    })),
  });

const WRITERS = { rss, 'old rss': oldRss, rdf, atom, 'json feed': jsonFeed } as const;

/** Thirty feeds: each of five ways to write one in each of six dresses, some of them in other letters than their server says. */
export function seedFeeds(): SeedFeed[] {
  return Object.entries(WRITERS).flatMap(([writer, write], row) =>
    DRESSES.map((dress, column) => {
      const text = write(dress);
      const isWide = row < 4 && (row + column) % 7 === 3;
      const type = writer === 'json feed' ? 'application/feed+json' : 'application/xml';
      const bytes = isWide ? Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le') : Buffer.from(text);
      return { name: `${writer}, ${dress.name}`, bytes, contentType: isWide ? type : `${type}; charset=utf-8` };
    }),
  );
}
