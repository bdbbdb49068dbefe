import type { Server } from './server.js';

/** The days on which the story of `tellStory` goes on. */
export const STORY = {
  told: '2029-05-22',
  retold: '2029-05-25',
  verified: '2029-06-02',
  withdrawn: '2029-06-04',
} as const;

/** What the story is about. */
export interface ToldStory {
  readonly device: string;
  /** The ids of the rumors. */
  readonly partner: string;
  readonly july: string;
  readonly summer: string;
}

/**
 * Tells a server about one device, by hand: an outlet reports a partner and a launch in July (22 May), another one the
 * same and a launch in the third quarter (25 May), the word of the maker is verified (2 June), and what the second one
 * says about the partner is withdrawn (4 June). `after` runs at the end of each day.
 */
export async function tellStory(
  server: Server,
  after: (day: string, story: ToldStory) => Promise<void>,
): Promise<ToldStory> {
  const write = async (method: string, url: string, body: object): Promise<Record<string, string>> => {
    const answer = await server.call(method, url, { role: 'editor', body });
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${JSON.stringify(answer.body)}`);
    return answer.body as Record<string, string>;
  };
  const until = (day: string) => server.clock.hold(Date.parse(`${day}T12:00:00Z`));
  const open = async (subject: string, value: string) =>
    (await write('POST', '/v1/rumors', { device: 'orvane-one', subject, value }))['id']!;
  const report = (source: string, rumor: string, day: string, certainty = 'official') =>
    write('POST', '/v1/evidence', {
      ...{ rumor, source, title: `${source} on the Orvane One`, url: `https://${source}.example/orvane-one` },
      ...{ published_at: `${day}T00:00:00Z`, stance: 'supports', certainty },
    });

  until(STORY.told);
  await write('POST', '/v1/devices', { name: 'Orvane One', company: 'Orvane' });
  await write('POST', '/v1/sources', { name: 'ledger', kind: 'outlet' });
  const [partner, july, summer] = [
    await open('partner', 'Halden'),
    await open('launch.date', '2029-07'),
    await open('launch.date', '2029-07-01/2029-09-30'),
  ];
  const story = { device: 'orvane-one', partner, july, summer };
  for (const rumor of [partner, july]) await report('ledger', rumor, '2029-05-21');
  const said = { speaker: 'Ida Orvane', role: 'CEO', organisation: 'Orvane', act: 'announces', source: 'ledger' };
  const words = { quote: 'We build it with Halden.', said_on: '2029-05-21', url: 'https://ledger.example/orvane-one' };
  const rumors = [{ rumor: partner, stance: 'supports' }];
  const statement = await write('POST', '/v1/statements', { ...said, ...words, rumors });
  await after(STORY.told, story);

  until(STORY.retold);
  await write('POST', '/v1/sources', { name: 'courier', kind: 'outlet' });
  const second = await report('courier', partner, '2029-05-20', 'reported');
  await report('courier', summer, '2029-05-20', 'reported');
  await after(STORY.retold, story);

  until(STORY.verified);
  await write('PATCH', `/v1/statements/${statement['id']}`, { verified: true, reason: "in the maker's newsroom" });
  await after(STORY.verified, story);

  until(STORY.withdrawn);
  await write('PATCH', `/v1/evidence/${second['id']}`, { status: 'withdrawn', reason: 'another device' });
  await after(STORY.withdrawn, story);
  return story;
}
