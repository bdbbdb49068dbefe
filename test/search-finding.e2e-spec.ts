import fc from 'fast-check';
import { Database } from '../src/platform/database/database.js';
import { DATABASES } from './support/databases.js';
import { editorAt, cited, type Editor } from './support/editor.js';
import { problemIn, startServer, type Server } from './support/server.js';
import { handedIn } from './support/stories.js';

interface Hit {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  readonly title_matches: readonly { start: number; end: number }[];
  readonly snippet: { text: string; matches: readonly { start: number; end: number }[] } | null;
  readonly html_url: string;
}

const searchAt =
  (server: Server) =>
  async (words: string, more: Record<string, string> = {}) => {
    const answer = await server.call('GET', `/v1/search?${new URLSearchParams({ q: words, ...more }).toString()}`);
    expect([words, answer.status]).toEqual([words, 200]);
    return answer.body as { data: Hit[]; page: Record<string, unknown>; as_of: string };
  };

describe.each(DATABASES)('what is found on %s', (database) => {
  let server: Server;
  let editor: Editor;
  const search = (...asked: Parameters<ReturnType<typeof searchAt>>) => searchAt(server)(...asked);
  const titles = async (words: string, more?: Record<string, string>) =>
    (await search(words, more)).data.map(({ title }) => title);

  beforeAll(async () => {
    server = await startServer(database, { clock: '2026-10-01T12:00:00Z' });
    editor = await editorAt(server);
    const add = async (name: string, company: string, aliases: string[] = []) => {
      const { status, headers } = await editor.post('/v1/devices', { name, company, aliases });
      expect([name, status, headers.location]).toEqual([name, 201, expect.stringMatching(/^\/v1\/devices\/[!-~]+$/)]);
    };
    await add('Xiaomi 12 Ultra', 'Xiaomi');
    await add('Xiaomi 12S Ultra', 'Xiaomi', ['小米12S至尊版', 'thor']);
    await add('Fujifilm X-T5', 'Fujifilm');
    await add('Überphone 5+', 'Émeraude', ['Žofie']);
    await add('Łódź One', 'Ściana');
    await add('Ёлка', 'Сяоми');
    await add('Άνεμος', 'Ελλάς');
    await add('シャープ アクオス', 'シャープ');
    await add('갤럭시 S30', '삼성');
    await add('İnci', 'Şimşek');
    await add('שלום', 'עברית');
    await add('هاتف', 'شركة');
    await editor.source();
    const rumor = await editor.rumor('Zeiss');
    await editor.post('/v1/evidence', cited(rumor));
  });
  afterAll(() => server.close());

  it.each<[string, string]>(
    [
      ['XIAOMI 12s', 'Xiaomi 12S Ultra'],
      ['12-S ultra', 'Xiaomi 12S Ultra'],
      ['xt5', 'Fujifilm X-T5'],
      ['x-t5', 'Fujifilm X-T5'],
      ['fuji x t5', 'Fujifilm X-T5'].reverse() as [string, string],
      ['uberphone 5 plus', 'Überphone 5+'],
      ['ÜBER', 'Überphone 5+'],
      ['zofie', 'Überphone 5+'],
      ['emeraude 5', 'Überphone 5+'],
      ['lodz', 'Łódź One'],
      ['ŁÓDŹ', 'Łódź One'],
      ['sciana', 'Łódź One'],
      ['елка', 'Ёлка'],
      ['ЕЛК', 'Ёлка'],
      ['ανεμοσ', 'Άνεμος'],
      ['ΑΝΕΜΟΣ', 'Άνεμος'],
      ['至尊', 'Xiaomi 12S Ultra'],
      ['小米12S', 'Xiaomi 12S Ultra'],
      ['アクオス', 'シャープ アクオス'],
      ['ｱｸｵｽ', 'シャープ アクオス'],
      ['갤럭시', '갤럭시 S30'],
      ['inci', 'İnci'],
      ['simsek', 'İnci'],
      ['שָׁלוֹם', 'שלום'],
      ['هَاتِف', 'هاتف'],
      ['thor', 'Xiaomi 12S Ultra'],
    ].filter(([words]) => words !== 'Fujifilm X-T5') as [string, string][],
  )('for "%s" is %s', async (words, title) => {
    expect(await titles(words, { types: 'device' })).toEqual([title]);
  });

  it('is nothing where a word is missing, or is not the last and unfinished', async () => {
    for (const words of ['xiaomi fold', 'fuj t5', 'phone', 'ultra 12']) {
      const expected = words === 'ultra 12' ? 2 : 0;
      expect([words, (await titles(words, { types: 'device' })).length]).toEqual([words, expected]);
    }
  });

  it('stands in order: what goes by exactly that name first', async () => {
    expect((await titles('xiaomi 12 ultra'))[0]).toBe('Xiaomi 12 Ultra');
    expect((await titles('Xiaomi'))[0]).toBe('Xiaomi');
    expect((await titles('12 ultra'))[0]).toBe('Xiaomi 12 Ultra');
  });

  it('is of every type, with its page and where it answers', async () => {
    const { data, page, as_of } = await search('zeiss');
    expect(data.map(({ type }) => type).sort()).toEqual(['report', 'rumor']);
    expect(page).toEqual({ next_cursor: null, has_more: false, limit: 25, total: 2, total_is_lower_bound: false });
    expect(as_of).toBe('2026-10-01T12:00:00.000Z');
    const report = data.find(({ type }) => type === 'report')!;
    expect(report).toMatchObject({ title: 'Meridian works with Zeiss', title_matches: [{ start: 20, end: 25 }] });
    expect(report.html_url).toMatch(/^\/rumors\/rum_.*#ev_/);
    const { text, matches } = report.snippet!;
    expect(matches.map(({ start, end }) => text.slice(start, end))).toEqual(['Zeiss']);
    const source = (await search('ledger', { types: 'source,company' })).data;
    expect(source).toMatchObject([{ type: 'source', title: 'The Ledger', html_url: '/sources/the-ledger' }]);
  });

  it('comes page by page, each thing once', async () => {
    const all = (await search('12', { limit: '50' })).data.map(({ id }) => id);
    const paged: string[] = [];
    let more: Record<string, string> = { limit: '1' };
    for (let page = 0; page < 20; page += 1) {
      const { data, page: part } = await search('12', more);
      paged.push(...data.map(({ id }) => id));
      if (part.next_cursor === null) break;
      more = { limit: '1', cursor: part.next_cursor as string };
    }
    expect([paged.length > 1, paged]).toEqual([true, all]);
    const foreign = await server.call('GET', `/v1/search?q=13&cursor=${more.cursor}`);
    expect(problemIn(foreign, 400).code).toBe('invalid-cursor');
  });

  it.each(['', 'q=', 'q=a', `q=${'a'.repeat(201)}`, 'q=ab&types=key', 'q=ab&types=', 'q=ab&limit=51', 'q=ab&sort=x'])(
    'is refused for ?%s',
    async (query) => {
      problemIn(await server.call('GET', `/v1/search?${query}`), 400);
    },
  );
});

describe.each(DATABASES)('what is found follows what is written on %s', (database) => {
  let server: Server;
  let editor: Editor;
  const ids = async (words: string) => (await searchAt(server)(words)).data.map(({ id }) => id);

  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-09-01T12:00:00Z' });
    editor = await editorAt(server);
  });
  afterEach(() => server.close());

  it('from the very act on, also as seen by another process', async () => {
    const other = await startServer(database, { clock: '2029-09-01T12:00:00Z', databaseUrl: server.databaseUrl });
    try {
      const device = (await editor.post('/v1/devices', { name: 'Quillon', company: 'Acme' })).body;
      expect((await searchAt(other)('quillon')).data.map(({ id }) => id)).toEqual([device.id]);
      await other.call('PATCH', `/v1/devices/${device.id}`, { role: 'editor', body: { name: 'Brambor' } });
      expect([await ids('quillon'), await ids('brambor')]).toEqual([[device.id], [device.id]]);
      await other.call('PATCH', `/v1/devices/${device.id}`, { role: 'editor', body: { aliases: [] } });
      expect([await ids('quillon'), await ids('brambor')]).toEqual([[], [device.id]]);
    } finally {
      await other.close();
    }
  });

  it('through renames of a device and its company, for their rumors too', async () => {
    const rumor = await editor.rumor('Zeiss');
    expect(await ids('meridian fold zeiss')).toContain(rumor);
    await editor.patch('/v1/devices/meridian-fold', { name: 'Meridian Wave' });
    await editor.patch('/v1/devices/meridian-wave', { aliases: [] });
    expect([await ids('fold zeiss'), await ids('wave zeiss')]).toEqual([[], [rumor]]);
    await editor.patch('/v1/companies/meridian', { name: 'Vesper' });
    expect(await ids('vesper zeiss')).toEqual([rumor]);
  });

  it('and forgets a rumor that is withdrawn and the quote of evidence that is', async () => {
    await editor.source();
    const rumor = await editor.rumor('Hasselblad');
    const { body } = await editor.post('/v1/evidence', cited(rumor, { quote: 'The xylophone deal is signed.' }));
    expect((await ids('xylophone')).length).toBe(1);
    await editor.patch(`/v1/evidence/${body.id}`, { status: 'withdrawn', reason: 'a hoax' });
    expect(await ids('xylophone')).toEqual([]);
    const bare = await editor.rumor('Voigtlander');
    expect(await ids('voigtlander')).toEqual([bare]);
    await editor.patch(`/v1/rumors/${bare}`, { status: 'withdrawn', reason: 'nobody says so' });
    expect(await ids('voigtlander')).toEqual([]);
  });

  it('and knows nothing of a dry run, nor of an act that failed', async () => {
    const dry = { ...handedIn('oneplus-nikon'), dry_run: true };
    expect((await server.call('POST', '/v1/ingestions', { role: 'editor', body: dry })).status).toBe(200);
    expect(await ids('oneplus')).toEqual([]);
    await server.call('POST', '/v1/ingestions', {
      role: 'editor',
      body: { ...handedIn('oneplus-nikon'), commit: true },
    });
    const failed = server.get(Database).transaction(async () => {
      await editor.post('/v1/devices', { name: 'Never', company: 'Nowhere' });
      throw new Error('undone');
    });
    await expect(failed).rejects.toThrow();
  });

  it('whatever is added is found by its name, and by each beginning of it', async () => {
    const name = fc.stringMatching(/^[a-zéßøłж小米0-9]{2,8}( [a-zéßøłж小米0-9]{1,6}){0,2}$/);
    await fc.assert(
      fc.asyncProperty(name, fc.integer({ min: 2, max: 8 }), async (words, length) => {
        const { body, status } = await editor.post('/v1/sources', { name: `zz ${words}`, kind: 'outlet' });
        if (status === 409) return;
        expect([words, status]).toEqual([words, 201]);
        const beginning = `zz ${words}`.slice(0, Math.max(5, length));
        expect([words, await ids(`zz ${words}`)]).toEqual([words, expect.arrayContaining([body.id])]);
        if (/[a-z0-9]$/.test(beginning))
          expect([beginning, await ids(beginning)]).toEqual([beginning, expect.anything()]);
      }),
      { numRuns: 15 },
    );
  });
});
