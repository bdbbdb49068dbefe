import { DATABASES } from './support/databases.js';
import { editorAt, type Editor } from './support/editor.js';
import { startServer, type Server } from './support/server.js';

const DAY_MS = 86_400_000;

describe.each(DATABASES)('the search on %s', (database) => {
  let server: Server;
  let editor: Editor;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2026-10-01T12:00:00Z' });
    editor = await editorAt(server);
    await editor.post('/v1/devices', { name: 'Überphone 5+', company: 'Émeraude', aliases: ['Žofie'] });
    await editor.source('Öl & Gas');
    await editor.source('gsm-news.example');
    await editor.rumor('Škoda');
    await editor.post('/v1/rumors', { device: editor.device, subject: 'battery.capacity', value: '5000 mAh' });
  });
  afterAll(() => server.close());

  const found = async (list: string, words: string) => {
    const { data } = await editor.read(`/v1/${list}?q=${encodeURIComponent(words)}`);
    return (data as { name?: string; text?: string }[]).map(({ name, text }) => name ?? text);
  };

  it.each<[string, string, number]>([
    ['devices', 'über', 1],
    ['devices', 'ÜBERPHONE 5 plus', 1],
    ['devices', 'émeraude überphone', 1],
    ['devices', 'žof', 1],
    ['devices', 'meridian fold', 1],
    ['devices', '%', 0],
    ['devices', '_', 0],
    ['companies', 'éMER', 1],
    ['companies', 'merid', 1],
    ['sources', 'öl', 1],
    ['sources', 'GSM-news.example', 1],
    ['rumors', 'ŠKODA', 1],
    ['rumors', 'škoda', 1],
    ['rumors', '5000 MAH', 1],
    ['rumors', 'FOLD', 2],
  ])('finds in %s for "%s" as many: %d', async (list, words, count) => {
    expect(await found(list, words)).toHaveLength(count);
  });
});

describe.each(DATABASES)('filters as of a past day on %s', (database) => {
  let server: Server;
  let editor: Editor;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2026-10-01T12:00:00Z' });
    editor = await editorAt(server);
    await editor.patch(`/v1/devices/${editor.device}`, { category: 'phone' });
    await editor.post('/v1/sources', { name: 'The Ledger', kind: 'outlet' });
    await editor.post('/v1/rumors', { device: editor.device, subject: 'price', value: 'EUR 999', region: 'DE' });
    server.clock.advance(DAY_MS);
    await editor.patch(`/v1/devices/${editor.device}`, { category: 'tablet', status: 'announced' });
    await editor.patch('/v1/sources/the-ledger', { kind: 'leaker', grade: 'A' });
    const [rumor] = (await editor.read('/v1/rumors?subject=price')).data;
    await editor.patch(`/v1/rumors/${rumor.id}`, { region: 'FR' });
    server.clock.advance(DAY_MS);
    await editor.patch(`/v1/devices/${editor.device}`, { category: null, status: 'released' });
  });
  afterAll(() => server.close());

  it.each<[string, string, number[]]>([
    ['/v1/devices', 'status=rumored', [1, 0, 0]],
    ['/v1/devices', 'status=announced', [0, 1, 0]],
    ['/v1/devices', 'status=released', [0, 0, 1]],
    ['/v1/devices', 'category=phone', [1, 0, 0]],
    ['/v1/devices', 'category=tablet', [0, 1, 0]],
    ['/v1/sources', 'kind=outlet', [1, 0, 0]],
    ['/v1/sources', 'kind=leaker', [0, 1, 1]],
    ['/v1/sources', 'grade=A', [0, 1, 1]],
    ['/v1/rumors', 'region=DE', [1, 0, 0]],
    ['/v1/rumors', 'region=FR', [0, 1, 1]],
  ])('agree in %s?%s with what is shown', async (list, filter, counts) => {
    for (const [index, day] of ['2026-10-01', '2026-10-02', '2026-10-03'].entries()) {
      const { data } = await editor.read(`${list}?${filter}&as_of=${day}`);
      expect([day, data.length]).toEqual([day, counts[index]]);
    }
  });
});
