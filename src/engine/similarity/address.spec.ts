import fc from 'fast-check';
import { canonicalUrl } from './address.js';

const PAGE = 'https://news.example/2022/05/leica';

describe('the canonical address', () => {
  it.each([
    ['scheme and host in any case', 'HTTPS://News.Example/2022/05/leica'],
    ['http', 'http://news.example/2022/05/leica'],
    ['a default port', 'http://news.example:80/2022/05/leica'],
    ['the other default port', 'https://news.example:443/2022/05/leica'],
    ['a fragment', `${PAGE}#comments`],
    ['a user', 'https://reader:secret@news.example/2022/05/leica'],
    ['a slash at the end', `${PAGE}/`],
    ['a dot after the host', 'https://news.example./2022/05/leica'],
    ['blanks around it', `  ${PAGE}\n`],
    ['www', 'https://www.news.example/2022/05/leica'],
    ['a mobile host', 'https://m.news.example/2022/05/leica'],
    ['an AMP host', 'https://amp.news.example/2022/05/leica'],
    ['an AMP path in front', 'https://news.example/amp/2022/05/leica'],
    ['an AMP path behind', `${PAGE}/amp/`],
    ['an AMP suffix', `${PAGE}.amp.html`],
    ['an AMP parameter', `${PAGE}?outputType=amp&amp=1`],
    ['an AMP viewer', 'https://www.google.com/amp/s/news.example/2022/05/leica'],
    ['an AMP cache', 'https://news-example.cdn.ampproject.org/c/s/www.news.example/2022/05/leica/amp/'],
    ['tracking parameters', `${PAGE}?utm_source=feed&UTM_Medium=rss&fbclid=x&gclid=y&mc_eid=z`],
    ['an empty query', `${PAGE}?`],
    ['needless escapes', 'https://news.example/2022/05/%6c%65ica'],
    ['dots in the path', 'https://news.example/2022/x/../05/./leica'],
  ])('folds %s', (_name, address) => {
    expect(canonicalUrl(address)).toBe(PAGE);
  });

  it.each([
    [
      'sorts parameters and keeps repeated ones',
      'https://a.example/?b=2&utm_id=1&a=1&b=1',
      'https://a.example/?a=1&b=1&b=2',
    ],
    ['writes one form of a blank', 'https://a.example/s?q=x%20y', 'https://a.example/s?q=x+y'],
    ['writes escapes in capitals', 'https://a.example/caf%c3%a9', 'https://a.example/caf%C3%A9'],
    ['keeps another port', 'https://a.example:8443/x', 'https://a.example:8443/x'],
    ['keeps the path’s letter case', 'https://a.example/Ab', 'https://a.example/Ab'],
    ['keeps the root', 'https://a.example', 'https://a.example/'],
    ['keeps a short host', 'https://m.example/x', 'https://m.example/x'],
    ['keeps the language of a mobile host', 'https://de.m.wiki.example/x', 'https://de.wiki.example/x'],
    ['writes foreign hosts in ASCII', 'https://müller.example/', 'https://xn--mller-kva.example/'],
    ['keeps a word that only begins like AMP', 'https://a.example/amplifier', 'https://a.example/amplifier'],
    [
      'does not take a path for a cached page',
      'https://www.google.com/maps/s/b.example/x',
      'https://google.com/maps/s/b.example/x',
    ],
  ])('%s', (_name, address, expected) => {
    expect(canonicalUrl(address)).toBe(expected);
  });

  it.each([
    '',
    'news.example/x',
    'ftp://news.example/x',
    'javascript:alert(1)',
    'https://',
    'mailto:a@b.example',
    'about:blank',
    `${PAGE}/${'x'.repeat(5_000)}`,
  ])('is none for %p', (text) => {
    expect(canonicalUrl(text)).toBeNull();
  });

  it('is its own canonical address', () => {
    const part = fc.constantFrom('amp', 'm', 'www', 'a', 'x.amp', 'amp.html', '%41', '%2F', 'é', '');
    const address = fc
      .record({
        host: fc.array(fc.constantFrom('www', 'm', 'amp', 'en', 'news', 'co'), { minLength: 1, maxLength: 4 }),
        path: fc.array(part, { maxLength: 5 }),
        query: fc.webQueryParameters(),
      })
      .map(({ host, path, query }) => `http://${host.join('.')}.example/${path.join('/')}?${query}`);
    fc.assert(
      fc.property(fc.oneof(address, fc.webUrl({ withQueryParameters: true, withFragments: true })), (text) => {
        const canonical = canonicalUrl(text);
        expect(canonical).not.toBeNull();
        expect(canonicalUrl(canonical!)).toBe(canonical);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never throws, and never names another scheme', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(canonicalUrl(`http:${text}`) ?? 'https://').toMatch(/^https:\/\//);
      }),
    );
  });
});
