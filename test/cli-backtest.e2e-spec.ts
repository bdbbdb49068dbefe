import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASES } from './support/databases.js';
import { hearsay } from './support/hearsay.js';
import { publish } from './support/newsroom.js';
import { startServer } from './support/server.js';
import { Replays } from '../src/calibration/replays.service.js';
import { Moments } from '../src/events/moments.service.js';

const claim = (subject: string, value: string, stance = 'supports') => ({
  subject,
  value,
  stance,
  certainty: 'reported',
});
const article = (id: string, publisher: string, published: string, claims: object[], text = id) => ({
  ...{ id, story: 'halo', publisher, published, text, claims },
  devices: [{ name: 'Orvane Halo', primary: true }],
});
const ARTICLES = [
  article('a', 'Ledger', '2029-05-01', [claim('partner', 'Halden')]),
  article('b', 'Courier', '2029-05-01', [claim('price', 'USD 499'), claim('partner', 'Halden')]),
];
const asked = (id: string, subject: string, value: string, outcome: string) => ({
  ...{ id, device: 'Orvane Halo', subject, value, outcome },
});
const ASKED = {
  stories: [
    {
      id: 'halo',
      claims: [
        asked('c1', 'partner', 'Halden', 'true'),
        asked('c2', 'price', 'USD 499', 'false'),
        asked('c3', 'partner', 'Zeiss', 'false'),
      ],
    },
  ],
};

describe('hearsay backtest of stories in files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-backtest-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const articles = (told: readonly object[]): string =>
    file('a.jsonl', told.map((each) => JSON.stringify(each)).join('\n'));
  const told = async (told: readonly object[]): Promise<Map<string, number>> => {
    const ended = await hearsay(
      ['backtest', '--claims', articles(told), '--asks', file('asks.json', JSON.stringify(ASKED)), '--json'],
      {},
    );
    expect(ended.code).toBe(0);
    const lines = ended.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { claim: string; confidence: number });
    return new Map(lines.map((line) => [line.claim, line.confidence]));
  };

  it('believes what two tell more than one, and of what nobody tells the base rate', async () => {
    const both = await told(ARTICLES);
    const one = await told([ARTICLES[0]!]);
    expect(one.get('c1')).toBeCloseTo(0.602, 2); // odds .45 ÷ .55 × 3^(.7 × .8)
    expect(both.get('c1')).toBeGreaterThan(one.get('c1')!);
    expect(one.get('c3')).toBeCloseTo(0.45, 2);
    expect(one.get('c2')).toBeLessThan(both.get('c2')!);
  });

  it('counts the same words once, whoever prints them', async () => {
    const copy = { ...ARTICLES[0], id: 'c', publisher: 'Gazette' };
    expect((await told([ARTICLES[0]!, copy])).get('c1')).toBe((await told([ARTICLES[0]!])).get('c1'));
  });

  it.each<[string, string[], string]>([
    ['no file of what is asked', ['--claims', 'a.jsonl'], '--asks'],
    ['a file that is not there', ['--claims', 'nowhere.jsonl', '--asks', 'nowhere.json'], 'nowhere.jsonl'],
  ])('refuses %s', async (_name, args, said) => {
    const ended = await hearsay(['backtest', ...args], {});
    expect(ended.code).toBeGreaterThan(0);
    expect(ended.stderr).toContain(said);
  });
});

describe.each(DATABASES)('looking back at what is stored on %s', (database) => {
  it('says what would have been said before the decision, whatever was learned since', async () => {
    const server = await startServer(database, { clock: '2029-05-20T12:00:00Z' });
    const news = { source: 'Ledger', on: '2029-05-18', subject: 'partner', value: 'Halden' };
    const { rumor, evidenceId } = await publish(server, news);
    server.clock.hold(Date.parse('2029-05-21T12:00:00Z'));
    const decided = await server.call('PUT', `/v1/rumors/${rumor.id}/resolution`, {
      ...{ role: 'editor', headers: { 'if-none-match': '*' } },
      body: { outcome: 'true', happened_on: '2029-05-21', evidence: evidenceId },
    });
    expect(decided.status).toBe(201);
    const forecasts = async () => server.get(Replays).forecasts('any', await server.get(Moments).now());
    const [forecast, ...others] = await forecasts();
    expect(others).toEqual([]);
    expect(forecast!.probability).toBeCloseTo(0.602, 2);
    await publish(server, { ...news, source: 'Courier', on: '2029-05-21' });
    expect(await forecasts()).toEqual([forecast]);
    expect(await server.get(Replays).forecasts('7d', await server.get(Moments).now())).toEqual([]);
    await server.close();
  });
});
