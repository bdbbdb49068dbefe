const times = (text: string, count: number): string => text.repeat(count);
const many = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const rss = (inside: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<rss version="2.0"><channel><title>A</title>${inside}</channel></rss>`;
const item = (inside: string): string =>
  rss(`<item><title>One</title><link>https://a.example/1</link>${inside}</item>`);
const laughs = many(9, (at) => `<!ENTITY l${at + 1} "${times(`&l${at};`, 10)}">`);

/** Feeds that are built to be costly. */
export const XML_BOMBS: readonly (readonly [name: string, xml: string])[] = [
  ['a billion laughs', rss('<item><title>&l9;</title></item>', `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>`)],
  [
    'a quadratic blow-up',
    rss(`<item><title>${times('&a;', 50_000)}</title></item>`, `<!DOCTYPE rss [<!ENTITY a "${times('a', 50_000)}">]>`),
  ],
  [
    'an entity from a file',
    rss('<item><title>&a;</title></item>', '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  ],
  ['an entity of parameters', rss('', '<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1/a.dtd"> %a;]>')],
  ['a document type from elsewhere', rss('', '<!DOCTYPE rss SYSTEM "http://127.0.0.1/a.dtd">')],
  ['a document type of a hundred thousand elements', rss('', `<!DOCTYPE rss [${times('<!ELEMENT a ANY>', 100_000)}]>`)],
  ['a document type without an end', `<!DOCTYPE rss [${times('<!ELEMENT a ANY>', 10_000)}`],
  ['a million numeric references', item(`<description>${times('&#65;', 400_000)}</description>`)],
  ['a hundred thousand levels', rss(`${times('<a>', 100_000)}${times('</a>', 100_000)}`)],
  ['a million levels without an end', rss(times('<a>', 600_000))],
  ['a hundred thousand attributes', rss(`<item ${many(100_000, (at) => `a${at}="b" `)}/>`)],
  ['an attribute of five megabytes', rss(`<item a="${times('b', 5_000_000)}"/>`)],
  ['a hundred thousand entries', rss(times('<item><title>A</title><link>https://a.example/</link></item>', 100_000))],
  ['CDATA of five megabytes', item(`<description><![CDATA[${times('a', 5_000_000)}]]></description>`)],
  ['CDATA without an end', rss(`<item><title><![CDATA[${times('a', 1_000_000)}`)],
  ['a comment without an end', rss(`<!-- ${times('a', 1_000_000)}`)],
  ['an instruction without an end', rss(`<?a ${times('a', 1_000_000)}`)],
  ['half a million <', rss(times('<', 500_000))],
  ['a million &', item(`<description>${times('&', 1_000_000)}</description>`)],
  ['fifty thousand namespaces', rss(many(50_000, (at) => `<n${at}:a xmlns:n${at}="u:${at}"/>`))],
  ['three thousand namespaces in each other', rss(many(3_000, (at) => `<n${at}:a xmlns:n${at}="u:${at}">`))],
  ['names of prototypes', item('<__proto__><a>b</a></__proto__><constructor>a</constructor><prototype/>')],
  ['names of methods', item('<toString>a</toString><valueOf/><hasOwnProperty __proto__="a" constructor="b"/>')],
  [
    'ten thousand hostile dates',
    rss(times(`<item><pubDate>${times('1 ', 40)}jan${times('a', 60)}</pubDate></item>`, 10_000)),
  ],
  ['two megabytes of blanks', rss(times(' ', 2_000_000))],
  ['control characters', item('<title>A\u0000\u0001\u0008\u001f</title><description>\u0000</description>')],
  ['a page in place of a feed', '<!doctype html><html><head><title>A</title></head><body><p>b</p></body></html>'],
  ['nothing', ''],
  ['a title of a megabyte', rss(`<item><title>${times('a ', 500_000)}</title></item>`)],
];

const page = (inside: string): string =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body><article><p>The words of an article that stand before it.</p>${inside}</article></body></html>`;

/** Pages that are built to be costly. */
export const HTML_BOMBS: readonly (readonly [name: string, html: string])[] = [
  ['twenty thousand levels', page(times('<div>', 20_000))],
  ['two hundred thousand levels', page(times('<div>', 200_000))],
  ['bold and paragraphs in turns', page(times('<b><p>', 100_000))],
  ['links in each other', page(times('<a href="#">a', 100_000))],
  ['formatting in each other', page(times('<i><b><u><s>', 50_000))],
  ['tables that push their rows out', page(times('<table><tr><p>a', 50_000))],
  ['a hundred thousand attributes', page(`<p ${many(100_000, (at) => `a${at}=b `)}>a</p>`)],
  ['an attribute of five megabytes', page(`<p a="${times('b', 5_000_000)}">a</p>`)],
  ['two hundred thousand paragraphs', page(times('<p>', 200_000))],
  ['two hundred thousand breaks', page(times('a<br>', 200_000))],
  ['five megabytes of text', page(times('word ', 1_000_000))],
  ['two megabytes of blanks', page(times(' ', 2_000_000))],
  ['a million <', page(times('<', 1_000_000))],
  ['comments', page(times('<!-- a -->', 200_000))],
  ['a comment without an end', page(`<!--${times('-', 1_000_000)}`)],
  ['scripts', page(times('<script>a</script>', 100_000))],
  ['a million entities', page(times('&amp;', 400_000))],
  ['choices', page(`<select>${times('<option>a', 200_000)}`)],
  ['data nested deeply', page(`<script type="application/ld+json">${times('[', 1_000_000)}</script>`)],
  [
    'data that almost names an author',
    page(`<script type="application/ld+json">${times('"author": {', 90_000)}</script>`),
  ],
  ['noscript', page(times('<noscript><p>a', 100_000))],
  ['drawings', page(times('<svg><g><path>', 60_000))],
  ['templates', page(times('<template>', 100_000))],
  ['a long style', page(`<style>${times('a{}', 600_000)}</style>`)],
  ['a long class', page(`<p class="${times('ad share- ', 150_000)}">a</p>`)],
  ['many styles', page(times('<p style="color:red" class="ad-ad-ad-ad-ad-ad">a</p>', 40_000))],
  ['a title of a megabyte', `<title>${times('a – ', 300_000)}</title>`],
];
