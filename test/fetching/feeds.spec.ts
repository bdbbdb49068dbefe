import { parseFeed } from 'feedsmith';
import { readFeed } from '../../src/fetching/read-feed.js';
import { textOf } from '../../src/fetching/charset.js';

const NOW = Date.UTC(2026, 10, 24);
const AT = 'https://wire.example/feeds/all.xml';
const rss = (inside: string, head = '<title>The Wire</title><link>https://wire.example/</link>') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel>${head}${inside}</channel></rss>`;
const read = (text: string, at = AT) => readFeed(text, at, NOW);
const first = (text: string, at = AT) => read(text, at).items[0];

const RSS = rss(`<item><title>Orvane &amp; the Halo</title><media:title>not this</media:title>
  <link>https://wire.example/1</link><guid isPermaLink="false">n-1</guid><pubDate>Mon, 02 Nov 2026 10:00:00 +0100</pubDate>
  <dc:creator>Ada Example</dc:creator><description>Short.</description>
  <content:encoded><![CDATA[<p>The whole of it.</p><p>In two parts.</p>]]></content:encoded></item>`);
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://wire.example/"><title type="text">The Wire</title>
  <link rel="self" href="feeds/atom"/><link href="home"/><entry><title type="html">Orvane &amp;amp; the Halo</title>
  <link rel="enclosure" href="a.mp3"/><link rel="alternate" type="text/html" href="1"/><id>tag:wire.example,2026:1</id>
  <updated>2026-11-02T09:00:00Z</updated><author><name>Ada Example</name><email>a@wire.example</email></author>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The whole of it.</p><p>In two parts.</p></div></content></entry></feed>`;
const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://wire.example/"><title>The Wire</title><link>https://wire.example/</link></channel>
  <item rdf:about="https://wire.example/1"><title>Orvane &amp; the Halo</title><link>https://wire.example/1</link>
  <description>The whole of it.</description><dc:date>2026-11-02T10:00+01:00</dc:date><dc:creator>Ada Example</dc:creator></item></rdf:RDF>`;
const OLD = `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"><rss version="0.91"><channel><title>The Wire</title>
  <link>https://wire.example/</link><item><title>Orvane &amp; the Halo</title><link>https://wire.example/1</link>
  <description>The whole of it.</description></item></channel></rss>`;
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Wire',
  home_page_url: 'https://wire.example/',
  items: [
    null,
    {
      id: 1,
      url: '/1',
      title: 'Orvane & the Halo',
      content_html: '<p>The whole of it.</p><p>In two parts.</p>',
      date_published: '2026-11-02T09:00:00Z',
      authors: [{ name: 'Ada Example' }],
    },
  ],
});

describe('a feed', () => {
  it.each([
    ['RSS', RSS, 'rss'],
    ['Atom', ATOM, 'atom'],
    ['JSON Feed', JSON_FEED, 'jsonfeed'],
  ])('is read as %s', (_name, text, kind) => {
    const feed = read(text);
    expect({ kind: feed.kind, title: feed.title }).toEqual({ kind, title: 'The Wire' });
    expect(feed.items).toEqual([
      {
        key: 'https://wire.example/1',
        url: 'https://wire.example/1',
        title: 'Orvane & the Halo',
        text: expect.stringMatching(/^The whole of it\.\s+In two parts\.$/),
        publishedAt: Date.UTC(2026, 10, 2, 9),
        author: 'Ada Example',
      },
    ]);
  });

  it.each([
    ['RDF', RDF, Date.UTC(2026, 10, 2, 9)],
    ['RSS 0.91, with the type that it names', OLD, null],
  ])('is read as %s', (_name, text, publishedAt) => {
    expect(read(text).kind).toBe('rss');
    expect(first(text)).toMatchObject({ title: 'Orvane & the Halo', text: 'The whole of it.', publishedAt });
  });

  it.each([
    ['RSS', RSS],
    ['Atom', ATOM],
    ['RDF', RDF],
  ])('says what another reader of feeds says: %s', (_name, text) => {
    const other = parseFeed(text) as { feed: { items?: { title?: unknown }[]; entries?: { title?: unknown }[] } };
    const theirs = (other.feed.items ?? other.feed.entries ?? []).map(({ title }) =>
      (typeof title === 'object' ? (title as { value: string }).value : (title as string)).replaceAll('&amp;', '&'),
    );
    expect(read(text).items.map(({ title }) => title)).toEqual(theirs);
  });

  it.each<[string, string, number | null]>([
    ['before the web', '<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>', null],
    ['far ahead', '<pubDate>Thu, 01 Jan 2099 00:00:00 GMT</pubDate>', null],
    ['tomorrow', '<pubDate>Tue, 24 Nov 2026 20:00:00 GMT</pubDate>', Date.UTC(2026, 10, 24, 20)],
    ['none', '', null],
    ['no date', '<pubDate>yesterday</pubDate>', null],
    ['without a weekday', '<pubDate>2 Nov 2026 10:00</pubDate>', Date.UTC(2026, 10, 2, 10)],
    ['without a time', '<pubDate>2 Nov 2026</pubDate>', Date.UTC(2026, 10, 2)],
    ['in a zone of America', '<pubDate>Mon, 02 Nov 2026 10:00:00 EST</pubDate>', Date.UTC(2026, 10, 2, 15)],
    ['in a zone that nobody knows', '<pubDate>Mon, 02 Nov 2026 10:00:00 XYZ</pubDate>', Date.UTC(2026, 10, 2, 10)],
    ['ISO without a zone', '<dc:date>2026-11-02T10:00:00</dc:date>', Date.UTC(2026, 10, 2, 10)],
    ['ISO with a blank', '<dc:date>2026-11-02 10:00:00 +0100</dc:date>', Date.UTC(2026, 10, 2, 9)],
    ['a day', '<dc:date>2026-11-02</dc:date>', Date.UTC(2026, 10, 2)],
  ])('dates an entry: %s', (_name, date, expected) => {
    expect(first(rss(`<item><title>A</title>${date}</item>`))?.publishedAt).toBe(expected);
  });

  const entry = (guid: string, link: string, title = 'A') =>
    `<item><title>${title}</title>${guid && `<guid isPermaLink="false">${guid}</guid>`}<link>${link}</link></item>`;
  const keysOf = (...items: string[]) => read(rss(items.join(''))).items.map(({ key }) => key);

  it.each<[string, string[], string[]]>([
    ['one that stands there twice', [entry('1', '/a'), entry('1', '/a')], ['https://wire.example/a']],
    ['two of a number', [entry('1', '/a'), entry('1', '/b')], ['https://wire.example/a', 'https://wire.example/b']],
    ['two of an address', [entry('1', '/a'), entry('2', '/a')], ['1', '2']],
    ['the address of the home page', [entry('1', '/'), entry('2', '/c')], ['1', 'https://wire.example/c']],
    ['no number', [entry('', '/a'), entry('', '/a?utm_source=feed')], ['https://wire.example/a']],
    ['no address', ['<item><title>A</title></item>', '<item><title>B</title></item>'], ['A', 'B']],
    ['nothing', ['<item/>', '<item></item>'], []],
  ])('tells entries apart: %s', (_name, items, keys) => expect(keysOf(...items)).toEqual(keys));

  it('knows an entry again that was renumbered, moved and edited', () => {
    const [before] = keysOf(entry('1', '/a', 'A'), entry('2', '/b'));
    expect(keysOf(entry('9', '/b'), entry('8', '/a', 'B'))).toContain(before);
  });

  it('brings two hundred entries at most, the newest, in whatever order they stand', () => {
    const day = (at: number) => new Date(Date.UTC(2000, 0, 1) + at * 3_600_000).toUTCString();
    const items = Array.from(
      { length: 10_000 },
      (_, at) => `<item><guid>${at}</guid><pubDate>${day(at)}</pubDate></item>`,
    );
    const newest = Array.from({ length: 200 }, (_, at) => String(9_999 - at));
    expect(keysOf(...items.toReversed())).toEqual(newest);
    expect(keysOf(...items)).toEqual(newest);
  });

  it.each([
    ['a relative one', '<link>../1</link>', 'https://wire.example/1'],
    ['one without its scheme', '<link>//other.example/1</link>', 'https://other.example/1'],
    ['the number, where it is an address', '<guid>https://wire.example/n</guid>', 'https://wire.example/n'],
    ['no web page', '<link>javascript:alert(1)</link>', null],
    ['nothing', '', null],
  ])('links to %s', (_name, link, url) => {
    expect(first(rss(`<item><title>A</title>${link}</item>`))?.url).toBe(url);
  });

  it.each([
    ['CDATA in CDATA', '<![CDATA[a <![CDATA[ b ]]> c ]]>', 'a b c'],
    ['markup', '&lt;b&gt;Orvane&lt;/b&gt; Halo', 'Orvane Halo'],
    ['markup in CDATA', '<![CDATA[<i>Orvane</i> Halo]]>', 'Orvane Halo'],
    ['two encodings', 'A &amp;amp; B', 'A & B'],
    ['less than', 'a &lt; b', 'a < b'],
  ])('has titles with %s', (_name, title, expected) => {
    expect(first(rss(`<item><title>${title}</title></item>`))?.title).toBe(expected);
  });

  it.each(['null', '[]', '{}', '{"items":null}', '{"items":{}}', '[null]', '"a"', '{"items":[', '1'])(
    'is none where it is %s',
    (text) => expect(() => read(text)).toThrow(/no JSON|no feed/),
  );
  it('may be empty', () => expect(read('{"items":[null,1,"a",[]]}').items).toEqual([]));
});

describe('the encoding of what was fetched', () => {
  const XML = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>Müßig – “ja”</a>`;
  const UTF16 = Buffer.from(XML('utf-16'), 'utf16le');
  const WINDOWS = Buffer.from(XML('ISO-8859-1').replace('–', '\x96').replaceAll(/[“”]/g, '\x94'), 'latin1');
  it.each<[string, Buffer, string, string]>([
    ['the header says it', Buffer.from('Müßig', 'latin1'), 'text/html; charset=ISO-8859-1', 'Müßig'],
    ['the header is wrong', Buffer.from(XML('utf-8')), 'text/xml; charset=us-ascii-nothing', XML('utf-8')],
    ['the header says UTF-8, and it is none', Buffer.from('Müßig', 'latin1'), 'text/html; charset=utf-8', 'Müßig'],
    [
      'the text says it',
      Buffer.from('<meta charset="iso-8859-15">\xa4', 'latin1'),
      '',
      '<meta charset="iso-8859-15">€',
    ],
    ['a mark says it', Buffer.concat([Buffer.from([0xff, 0xfe]), UTF16]), 'text/xml; charset=utf-8', XML('utf-16')],
    ['UTF-16 without a mark', UTF16, 'application/xml', XML('utf-16')],
    ['UTF-16 the other way round', Buffer.from(UTF16).swap16(), '', XML('utf-16')],
    ['UTF-16 is said, and it is none', Buffer.from(XML('utf-16')), '', XML('utf-16')],
    ['Windows-1252 calls itself ISO-8859-1', WINDOWS, '', XML('ISO-8859-1').replaceAll(/[“”]/g, '”')],
    ['nobody says it', Buffer.from('Müßig'), '', 'Müßig'],
    ['nothing', Buffer.alloc(0), '', ''],
  ])('is found: %s', (_name, bytes, type, text) => expect(textOf(bytes, type)).toBe(text));
});
