import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';
import { handedIn } from './support/stories.js';

interface ShownCandidate {
  readonly id: string;
  readonly device: string;
  readonly subject: string;
  readonly value: string;
}

describe.each(DATABASES)('a candidate that is matched with a rumor, on %s', (database) => {
  let server: Server;
  let address: string;
  let partner: ShownCandidate;

  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-10-01T00:00:00Z' });
    const { id, candidates } = (await post('/v1/ingestions', handedIn('oneplus-nikon'))).body;
    partner = (candidates as ShownCandidate[]).find(({ subject }) => subject.startsWith('partner'))!;
    address = `/v1/ingestions/${id}/candidates/${partner.id}`;
  });
  afterEach(() => server.close());

  const post = (url: string, body: object) => server.call('POST', url, { role: 'editor', body });
  const review = (body: object) => server.call('PATCH', address, { role: 'editor', body });
  const follow = (name: string, company: string) => post('/v1/devices', { name, company });
  const rumor = async (device: string, subject: string, value: string): Promise<string> =>
    (await post('/v1/rumors', { device, subject, value })).body.id as string;

  it('takes one of its own device and subject', async () => {
    const { slug } = (await follow(partner.device, 'OnePlus')).body;
    const id = await rumor(slug, partner.subject, 'Zeiss');
    expect((await review({ match_rumor: id })).body.rumor_id).toBe(id);
  });

  it('takes one of any device while nobody follows its own', async () => {
    const { slug } = (await follow('Meridian Fold', 'Meridian')).body;
    const id = await rumor(slug, partner.subject, 'Zeiss');
    expect((await review({ match_rumor: id })).body.rumor_id).toBe(id);
  });

  it('refuses one of another device once its own is followed', async () => {
    await follow(partner.device, 'OnePlus');
    const { slug } = (await follow('Meridian Fold', 'Meridian')).body;
    const id = await rumor(slug, partner.subject, 'Zeiss');
    const { code, errors } = problemIn(await review({ match_rumor: id }), 422);
    expect([code, errors[0]?.pointer]).toEqual(['other-device', '#/match_rumor']);
  });

  it('refuses one of another subject, be it matched first and corrected afterwards', async () => {
    const { slug } = (await follow(partner.device, 'OnePlus')).body;
    const [own, other] = [await rumor(slug, partner.subject, 'Zeiss'), await rumor(slug, 'price', 'USD 499')];
    expect(problemIn(await review({ match_rumor: other }), 422).code).toBe('other-subject');
    await review({ match_rumor: own });
    const corrected = { subject: 'price', value: 'USD 499' };
    expect(problemIn(await review(corrected), 422).code).toBe('other-subject');
    expect((await review({ ...corrected, match_rumor: null })).body).toMatchObject({ rumor_id: null, ...corrected });
  });

  it('refuses one that does not exist', async () => {
    expect(problemIn(await review({ match_rumor: 'rum_nothing' }), 422).code).toBe('unknown-rumor');
  });
});
