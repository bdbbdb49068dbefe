import { MintKeyDto } from '../src/access/key.dto.js';
import { CiteEvidenceDto } from '../src/evidence/evidence.dto.js';
import { checked } from '../src/platform/validation.js';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';

const NO_INSTANTS = ['2027-01-01', '2027-W01-1', '2027-001', '2027-01-01T08:00', '2027-02-30T08:00:00Z', 'soon', ''];

describe('the end of a key and the time of a publication', () => {
  const key = (expires_at: unknown) => () => checked(MintKeyDto, { name: 'newsroom', role: 'editor', expires_at });
  const report = { rumor: 'rum_1', source: 'The Ledger', title: 'x', stance: 'supports', certainty: 'reported' };

  it.each([...NO_INSTANTS, 1_800_000_000_000, null])('is refused as no instant: %p', (text) => {
    expect(key(text)).toThrow(/RFC 3339/);
    expect(() => checked(CiteEvidenceDto, { ...report, published_at: text })).toThrow(/RFC 3339/);
  });

  it.each(['2027-01-01T00:00:00Z', '2027-01-01T00:00:00.250+05:30'])('is an instant: %s', (text) => {
    expect(key(text)()).toMatchObject({ expires_at: text });
  });
});

describe.each(DATABASES)('keys that end on %s', (database) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(database);
  });
  afterAll(() => server.close());

  const mint = (expires_at: string) =>
    server.call('POST', '/v1/keys', { role: 'admin', body: { name: 'newsroom', role: 'editor', expires_at } });

  it('end at the instant that is named', async () => {
    const { status, body } = await mint('2027-01-01T02:00:00+02:00');
    expect([status, body.expires_at]).toEqual([201, '2027-01-01T00:00:00.000Z']);
  });

  it.each(['2023-01-01', '2027-01-01'])('are not minted to end on %s, which would be never', async (text) => {
    expect(problemIn(await mint(text), 422).errors).toMatchObject([{ pointer: '#/expires_at', code: 'is-instant' }]);
  });
});
