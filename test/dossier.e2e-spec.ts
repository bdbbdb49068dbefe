import { linkTo, plainText } from '../src/outputs/markdown.js';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';
import { STORY, tellStory, type ToldStory } from './support/told-story.js';

describe('a text of somebody else in Markdown', () => {
  it.each([
    ['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['[a](https://evil.example)', '\\[a\\](https\\://evil.example)'],
    ['see www.evil.example', 'see www\\.evil.example'],
    ['# no heading\n- no list', '\\# no heading - no list'],
    ['- no list', '\\- no list'],
    ['1. no list', '1\u200b. no list'],
    ['a \u202eb', 'a b'],
    ['USD 499.00 (PL)', 'USD 499.00 (PL)'],
  ])('%j is told as text', (given, expected) => {
    expect(plainText(given)).toBe(expected);
  });

  it.each([
    ['https://a.example/x_(y)', '[A](https://a.example/x_%28y%29)'],
    ['javascript:alert(1)', 'A'],
    [null, 'A'],
  ])('with the address %s is a link only where that is a page', (address, expected) => {
    expect(linkTo('A', address)).toBe(expected);
  });
});

describe.each(DATABASES)('the dossier of a device on %s', (database) => {
  let server: Server;
  let story: ToldStory;

  beforeAll(async () => {
    server = await startServer(database, { clock: `${STORY.told}T12:00:00Z` });
    story = await tellStory(server, () => Promise.resolve());
  });
  afterAll(() => server.close());

  const get = (query = '', headers = {}) =>
    server.call('GET', `/v1/devices/${story.device}/dossier${query}`, { headers });

  it('tells how likely, when, by whom, what moved, what would change it and who said so', async () => {
    const { status, body } = await get();
    expect(status).toBe(200);
    expect(body.device.slug).toBe(story.device);
    expect(body.launch.said).toBe(true);
    const partner = body.headlines.find((each: any) => each.rumor.id === story.partner); // eslint-disable-line @typescript-eslint/no-explicit-any
    expect(partner).toMatchObject({ sources: ['ledger'], changes_most: { source: 'ledger' } });
    expect(body.official).toMatchObject([{ speaker: 'Ida Orvane', verification: 'verified' }]);
    expect(body.resolved).toEqual([]);
  });

  it('is told as it was known on a day', async () => {
    const { body } = await get(`?as_of=${STORY.told}`);
    expect(body.official).toMatchObject([{ verification: 'relayed' }]);
    expect(body.as_of.slice(0, 10)).toBe(STORY.told);
    expect(body.headlines.flatMap((each: any) => each.sources)).not.toContain('courier'); // eslint-disable-line @typescript-eslint/no-explicit-any
  });

  it('comes in the form that is asked for, by name or by Accept', async () => {
    const markdown = await get('?format=md');
    expect(markdown.headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(markdown.body).toMatch(/^# Orvane One\n/);
    expect(markdown.body).toContain('“We build it with Halden.”');
    expect((await get('', { accept: 'text/markdown' })).body).toBe(markdown.body);
    const reviews = await get('', { accept: 'application/ld+json' });
    expect(reviews.headers['content-type']).toBe('application/ld+json; charset=utf-8');
    expect(reviews.body).toEqual({ '@context': 'https://schema.org', '@graph': [] });
    problemIn(await get('', { accept: 'image/png' }), 406);
    problemIn(await get('?format=pdf'), 400);
    problemIn(await server.call('GET', '/v1/devices/nobody-knows/dossier'), 404);
  });

  it('reviews what was resolved, and nothing else', async () => {
    const statement = (await get()).body.official[0].id as string;
    const body = { outcome: 'true', happened_on: STORY.verified, statement };
    const path = `/v1/rumors/${story.partner}/resolution`;
    const put = await server.call('PUT', path, { role: 'editor', body, headers: { 'if-none-match': '*' } });
    expect(put.status).toBe(201);
    const reviews = await get('?format=claimreview');
    expect(reviews.body['@graph']).toMatchObject([
      {
        '@type': 'ClaimReview',
        url: `/rumors/${story.partner}`,
        claimReviewed: 'Orvane One: Is made in partnership with Halden',
        reviewRating: { ratingValue: 5, alternateName: 'True' },
      },
    ]);
    expect((await get()).body.resolved).toMatchObject([{ rumor: { id: story.partner }, outcome: 'true' }]);
  });
});
