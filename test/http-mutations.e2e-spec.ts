import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';

/** What a member of a body may be replaced with by somebody who means no good. */
const WRONGS: readonly unknown[] = [
  ...[undefined, null, 1e308, '', '…', 'a\u0000b', '\ud800', 'x'.repeat(5000), '2026-02-30', "'; --%_"],
  ...[[], ['x', 'admin'], [null], {}, { toString: 1 }],
];

const ARTICLE = 'The Meridian Fold will cost 999 dollars and comes in March 2027, a source told The Ledger.';

describe.each(DATABASES)('a body of which one member is wrong, on %s', (database) => {
  let server: Server;
  let bodies: Readonly<Record<string, Record<string, unknown>>>;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2026-10-01T12:00:00Z' });
    const post = async (url: string, body: object) => (await server.call('POST', url, { role: 'editor', body })).body;
    const device = (await post('/v1/devices', { name: 'Meridian Fold', company: 'Meridian' })).slug as string;
    const rumor = (await post('/v1/rumors', { device, subject: 'partner', value: 'Zeiss' })).id as string;
    const source = (await post('/v1/sources', { name: 'The Ledger', kind: 'outlet' })).slug as string;
    bodies = {
      '/v1/keys': { name: 'newsroom', role: 'reader', expires_at: '2027-01-01T00:00:00Z' },
      '/v1/companies': { name: 'Orvane', aliases: ['OV'], domains: ['orvane.example'] },
      '/v1/devices': {
        ...{ name: 'Orvane 9', company: 'Orvane', category: 'phone', line: '9', succeeds: device, aliases: ['O9'] },
        external_ids: { model_number: 'O9', wikidata: 'Q42' },
      },
      '/v1/sources': {
        name: 'Wire',
        kind: 'outlet',
        grade: 'B',
        aliases: ['@w'],
        urls: ['https://w.example'],
        parent: source,
      },
      '/v1/rumors': { device, subject: 'price', value: 'USD 999', region: 'US', variant: '12/256' },
      '/v1/evidence': {
        ...{ rumor, source, title: 'It costs 999', url: 'https://ledger.example/1', quote: '999 dollars' },
        ...{ published_at: '2026-09-20T08:00:00Z', kind: 'article', stance: 'supports', certainty: 'reported' },
      },
      '/v1/statements': {
        ...{ speaker: 'Ada Quill', role: 'head', organisation: 'Meridian', quote: 'Yes.', act: 'confirms' },
        ...{ rumors: [{ rumor, stance: 'supports' }], url: 'https://ledger.example/2', source, said_on: '2026-09-25' },
      },
      '/v1/ingestions': {
        ...{ text: ARTICLE, title: 'Fold', url: 'https://ledger.example/3', published_on: '2026-09-20', dry_run: true },
        source: { name: 'The Ledger', kind: 'outlet', vetted: true },
      },
    };
  });
  afterAll(() => server.close());

  it.each([
    '/v1/keys',
    '/v1/companies',
    '/v1/devices',
    '/v1/sources',
    '/v1/rumors',
    '/v1/evidence',
    '/v1/statements',
    '/v1/ingestions',
  ])('is taken or refused in words by %s, and never fails', async (url) => {
    const body = bodies[url]!;
    for (const member of Object.keys(body)) {
      for (const wrong of WRONGS) {
        const answer = await server.call('POST', url, { role: 'admin', body: { ...body, [member]: wrong } });
        expect({ member, wrong, status: answer.status }).toEqual({ member, wrong, status: expect.any(Number) });
        if (answer.status >= 400) problemIn(answer, Math.min(answer.status, 499));
      }
    }
  });
});
