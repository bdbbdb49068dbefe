import { readPage } from '../../src/fetching/page.js';

const NOW = Date.UTC(2026, 10, 24);
const AT = 'https://www.wire.example/2026/11/halo?ref=front';
const LONG = [
  'Orvane is going to launch the Halo in the first half of next year, people at a supplier of its lenses say.',
  'The headset is said to weigh less than three hundred grams, and to bring two cameras that were made with Leica.',
  'A spokesperson of the company declined to comment on what they called a rumor about products that are not out.',
];
const paragraphs = LONG.map((each) => `<p>${each}</p>`).join('\n');
const LINKS =
  '<ul>' +
  '<li><a href="/x">Another story that is linked from here, with a long headline</a></li>'.repeat(12) +
  '</ul>';
const page = (body: string, head = '<title>Halo to come next year | The Wire</title>', lang = 'lang="en-GB"') =>
  `<!doctype html><html ${lang}><head>${head}</head><body>${body}</body></html>`;
const read = (html: string, at = AT) => readPage(html, at, NOW);

describe('the words of an article', () => {
  it.each<[string, string]>([
    ['in what is called an article', `<nav>Home</nav><article><h1>Halo</h1>${paragraphs}</article>${LINKS}`],
    [
      'in a division of no name',
      `<div>${LINKS}</div><div><div>${paragraphs}</div></div><div class="sidebar">${LINKS}</div>`,
    ],
    ['beside another article', `<article><p>${LONG[0]!.slice(0, 50)}</p></article><article>${paragraphs}</article>`],
    ['between tables', `<table><tr><td>${LINKS}</td><td>${paragraphs}</td></tr></table>`],
    [
      'with parts that are none',
      `<main>${paragraphs}<div class="newsletter-box"><p>Subscribe to us and read all of it.</p></div></main>`,
    ],
    [
      'with forms and scripts',
      `<main><form><p>Search</p></form><script>let a = 1;</script>${paragraphs}<style>p{}</style></main>`,
    ],
    ['without tags that end', `<body><div>${LONG.map((each) => `<p>${each}`).join('')}</div>`],
    [
      'beside comments',
      `<div id="story">${paragraphs}</div><div id="comments"><p>${'I do not believe a word. '.repeat(40)}</p></div>`,
    ],
  ])('are found %s', (_name, body) => {
    const { text } = read(page(body));
    expect(text.split('\n\n').filter((each) => each !== 'Halo')).toEqual(LONG);
  });

  it('are all of a page that has nothing else', () => expect(read('Just a line.').text).toBe('Just a line.'));
  it('are none where there are none', () => expect(read(page('<nav>Home</nav>')).text).toBe(''));
  it('keep apart what stands apart, and together what stands together', () => {
    expect(read('<article><p>One <b>bold</b> w<i>or</i>d.<br>And&nbsp;two.</p></article>').text).toBe(
      'One bold word.\n\nAnd two.',
    );
  });
  it('leave a list and headings in their places', () => {
    const body = `<article>${paragraphs}<h2>What is known</h2><ul><li>It has <a href="/a">a screen</a></li></ul></article>`;
    expect(read(page(body)).text.split('\n\n').slice(3)).toEqual(['What is known', 'It has a screen']);
  });
});

const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

describe('what a page says of itself', () => {
  const data = (json: string) => `<script type="application/ld+json">${json}</script>`;
  it.each<[string, string, object]>([
    ['its title', '<title>Halo to come | The Wire</title>', { title: 'Halo to come' }],
    ['its title for others', `<title>A | B</title>${meta('og:title', 'Halo &amp; more')}`, { title: 'Halo & more' }],
    [
      'its day to machines',
      data('{"@type":"NewsArticle","datePublished":"2026-11-02T09:00:00+01:00"}'),
      { publishedOn: '2026-11-02' },
    ],
    ['its day', `<meta property="article:published_time" content="2026-11-02">`, { publishedOn: '2026-11-02' }],
    ['a day that cannot be', meta('date', '2099-01-01') + meta('pubdate', '2026-11-03'), { publishedOn: '2026-11-03' }],
    ['its author', meta('author', 'Ada Example'), { author: 'Ada Example' }],
    ['its author to machines', data('{"author":[{"@type":"Person","name":"Ada Example"}]}'), { author: 'Ada Example' }],
    [
      'an author that is an address',
      '<meta property="article:author" content="https://a.example/ada">',
      { author: null },
    ],
    [
      'where it belongs',
      '<link rel="canonical" href="/2026/11/halo">',
      { url: 'https://www.wire.example/2026/11/halo' },
    ],
    [
      'where it belongs, on its other host',
      '<link rel="canonical" href="https://wire.example/h">',
      { url: 'https://wire.example/h' },
    ],
    ['that it is somebody else’s', '<link rel="canonical" href="https://orvane.example/halo">', { url: AT }],
    ['that it is the front page', '<link rel="canonical" href="https://www.wire.example/">', { url: AT }],
    ['that it is nothing', '<link rel="canonical" href="javascript:alert(1)">', { url: AT }],
    ['who it is', '<meta property="og:site_name" content="The Wire">', { siteName: 'The Wire' }],
    ['that it is not to be mined', meta('tdm-reservation', '1'), { isReserved: true }],
    ['that it may be mined', meta('tdm-reservation', '0'), { isReserved: false }],
    ['names of prototypes', meta('__proto__', 'a') + meta('constructor', 'b'), { title: null, isReserved: null }],
  ])('is %s', (_name, head, expected) => expect(read(page('', head))).toMatchObject(expected));

  it.each([
    ['lang="en-GB"', 'en'],
    ['lang="de"', 'de'],
    ['lang="tlh"', null],
    ['', null],
  ])('is its language: %s', (lang, language) => expect(read(page('', '', lang)).language).toBe(language));

  it('is its heading where its title is none', () => {
    expect(read(page('<h1>Halo <i>to</i> come</h1><h1>Other</h1>', '')).title).toBe('Halo to come');
  });
  it('is its day in a text', () => {
    expect(read(page('<article><time datetime="2026-11-02T08:00">2 Nov</time></article>')).publishedOn).toBe(
      '2026-11-02',
    );
  });
});
