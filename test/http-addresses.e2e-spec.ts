import fc from 'fast-check';
import { cutSlug, slugOf } from '../src/engine/subjects/index.js';
import { freeSlug, MAX_SLUG } from '../src/platform/slugs.js';
import { DATABASES } from './support/databases.js';
import { startServer, type Server } from './support/server.js';

describe.each(DATABASES)('addresses on %s', (database) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(database);
  });
  afterAll(() => server.close());

  const add = async (path: string, body: object) => (await server.call('POST', path, { role: 'editor', body })).body;

  it('of devices are found, however long the names are', async () => {
    const company = 'o'.repeat(150);
    await add('/v1/companies', { name: company });
    for (const name of ['h'.repeat(120), `${'h'.repeat(119)}i`]) {
      const { slug } = await add('/v1/devices', { name, company });
      const { status, body } = await server.call('GET', `/v1/devices/${slug}`);
      expect([status, body.name]).toEqual([200, name]);
    }
  });

  it('of the next page keep all of the query, whatever stands in it', async () => {
    for (const name of ['Who? One', 'Who? Two']) await add('/v1/companies', { name });
    const { headers, body } = await server.call('GET', '/v1/companies?q=who?&limit=1');
    expect(body.data).toHaveLength(1);
    const links = [...String(headers['link']).matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, url, rel]) => {
      const { pathname, searchParams } = new URL(url!, 'http://here');
      return [rel, pathname, searchParams.get('q'), searchParams.get('limit')];
    });
    const [, next] = /<([^>]+)>; rel="next"/.exec(String(headers['link'])) ?? [];
    const rest = await server.call('GET', next!);
    expect(links).toEqual([
      ['next', '/v1/companies', 'who?', '1'],
      ['first', '/v1/companies', 'who?', '1'],
    ]);
    expect([body.data[0].name, rest.body.data[0].name]).toEqual(['Who? One', 'Who? Two']);
  });
});

describe('slugs', () => {
  it('are whole text of a bounded length, whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(250), (name, length) => {
        const slug = cutSlug(slugOf(name), length);
        expect(slug.length).toBeLessThanOrEqual(Math.min(length, 120));
        expect(slug).not.toMatch(/\p{Cs}/u);
        expect(slug.endsWith('-')).toBe(false);
      }),
    );
    expect(slugOf(`${'a'.repeat(119)}𠮷𠮷`)).toBe('a'.repeat(119));
  });

  it('have room for a number, and each is taken once', async () => {
    const taken = new Set<string>();
    for (let count = 0; count < 12; count += 1) {
      taken.add(await freeSlug('a'.repeat(300), (slug) => Promise.resolve(taken.has(slug))));
    }
    expect(taken.size).toBe(12);
    expect(Math.max(...[...taken].map(({ length }) => length))).toBeLessThanOrEqual(MAX_SLUG);
  });
});
