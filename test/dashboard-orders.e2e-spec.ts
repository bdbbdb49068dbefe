import { DATABASES } from './support/databases.js';
import { publish, type Told } from './support/newsroom.js';
import { startServer, type Server } from './support/server.js';

describe.each(DATABASES)('the calendar of the timeline on %s', (database) => {
  let server: Server;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2029-05-01T12:00:00Z' });
    const launches: readonly (readonly [string, string, string?])[] = [
      ['Orvane Reed', '2029-10'],
      ['Orvane Reed', '2029-12'],
      ['Orvane Reed', '2030-02', 'PL'],
      ['Halden Air', '2029-08'],
      ['Meridian Fold', '2029-11', 'PL'],
    ];
    for (const [device, value, region] of launches) {
      await publish(server, { device, value, region, subject: 'launch.date', on: '2029-04-20', source: 'Ledger' });
    }
    await publish(server, {
      ...{ device: 'Castell Slate', value: 'Leica', subject: 'partner' },
      on: '2029-04-20',
      source: 'Ledger',
    });
  });
  afterAll(() => server.close());

  it.each([
    ['', 3],
    ['?region=PL', 2],
  ])('has an entry for each launch that the page shows: %s', async (query, launches) => {
    const page = String((await server.call('GET', `/timeline${query}`)).body);
    const devices = new Set(
      [...page.matchAll(/<th scope="row">.*?href="\/devices\/([^"?]+)/gs)].map(([, slug]) => slug),
    );
    expect(devices.size).toBe(launches);
    const [, link = ''] = /href="(\/calendar\.ics[^"]*)"/.exec(page) ?? [];
    const { body, headers } = await server.call('GET', link.replaceAll('&amp;', '&'));
    expect(headers['content-type']).toContain('text/calendar');
    expect(String(body).match(/^BEGIN:VEVENT/gm)).toHaveLength(launches);
    for (const name of query === ''
      ? ['Orvane Reed', 'Halden Air', 'Meridian Fold']
      : ['Orvane Reed', 'Meridian Fold']) {
      expect(body).toContain(`SUMMARY:${name}: launch`);
    }
  });
});

describe.each(DATABASES)('the orders of the board on %s', (database) => {
  let server: Server;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2029-05-01T12:00:00Z' });
    const stories: readonly (readonly [string, Told['certainty'], string, readonly string[]])[] = [
      ['Orvane Reed', 'speculative', '2029-04-02', ['Ledger']],
      ['Halden Air', 'official', '2029-04-11', ['Ledger', 'Courier', 'Gazette']],
      ['Meridian Fold', 'reported', '2029-04-05', ['Ledger', 'Courier']],
      ['Castell Slate', 'reported', '2029-04-20', ['Gazette']],
    ];
    for (const [device, certainty, on, sources] of stories) {
      for (const source of sources) {
        await publish(server, { device, certainty, on, source, subject: 'partner', value: 'Leica' });
      }
    }
  });
  afterAll(() => server.close());

  const board = async (query: string): Promise<string[]> => {
    const { body } = await server.call('GET', `/?${query}`);
    return [...String(body).matchAll(/<a href="\/devices\/([^"]+)">/g)].map(([, slug]) => slug!);
  };

  it.each([
    ['name', 'name'],
    ['recent', '-last_report_at'],
    ['likely', '-confidence'],
  ])('stands by %s as the interface lists by %s', async (order, sort) => {
    const { body } = await server.call('GET', `/v1/devices?sort=${sort}`);
    const slugs = (body.data as { slug: string }[]).map(({ slug }) => slug);
    expect(slugs).toHaveLength(4);
    expect(await board(`sort=${order}`)).toEqual(slugs);
  });
});
