import { copyFileSync, readFileSync } from 'node:fs';
import { OPERATOR } from '../src/access/actor.js';
import { Erase } from '../src/erasing/erase.service.js';
import { Erasures } from '../src/erasing/erasures.service.js';
import { Passages } from '../src/erasing/passages.js';
import { Database } from '../src/platform/database/database.js';
import { SearchIndex } from '../src/search/search-index.service.js';
import type { Dialect } from '../src/platform/database/place.js';
import { DATABASES } from './support/databases.js';
import { cited, editorAt, type Editor } from './support/editor.js';
import { problemIn, startServer, type Server } from './support/server.js';
import { handedIn } from './support/stories.js';

const NAME = 'Zdeněk Wolframsky';

/** What must be nowhere any more, in every case and spelling that a file could hold. */
const CANARIES = ['wolframsky', 'zdenek', 'zdeněk', 'wolfleaks', 'xylocarpic', 'quintessentially'];

/** Everything that a store holds as text: of SQLite the bytes of its files, of PostgreSQL every row of every table. */
async function storedText(server: Server, dialect: Dialect): Promise<string> {
  if (dialect === 'sqlite') {
    const file = server.databaseUrl.slice('sqlite:'.length);
    const parts = ['', '-wal', '-shm'].map((end) => readFileSync(`${file}${end}`).toString('utf8'));
    return parts.join('\n').toLowerCase();
  }
  const tables = "select tablename as name from pg_tables where schemaname = 'public'";
  let all = '';
  for (const { name } of await server.get(Database).read<{ name: string }>(tables)) {
    all += JSON.stringify(
      await server.get(Database).read(`select (t.*)::text as words from "${name}" t`),
    ).toLowerCase();
  }
  return all;
}

describe.each(DATABASES)('the erasing of a person on %s', (dialect) => {
  let server: Server;
  let editor: Editor;
  let rumor: string;

  const erase = (name: string, isDryRun = false) => server.get(Erase).person(name, OPERATOR, isDryRun);
  const found = async (words: string) =>
    (await editor.read(`/v1/search?q=${encodeURIComponent(words)}`)).data as unknown[];

  const bytes = () => storedText(server, dialect);
  const compact = async () => {
    await server.get(SearchIndex).compact();
    expect(await server.get(Database).compact()).toBe(true);
  };
  const canaries = (text: string) => CANARIES.filter((word) => text.includes(word));

  beforeEach(async () => {
    server = await startServer(dialect, { clock: '2026-10-01T12:00:00Z' });
    editor = await editorAt(server);
    const source = { name: NAME, kind: 'leaker', aliases: ['@wolfleaks'], urls: ['https://wolfleaks.example/'] };
    await editor.post('/v1/sources', source);
    await editor.source();
    rumor = await editor.rumor('Zeiss');
    const own = {
      source: NAME,
      url: 'https://wolfleaks.example/p/1',
      title: 'My xylocarpic scoop',
      quote: 'It is quintessentially Zeiss.',
    };
    await server.call('POST', '/v1/evidence', {
      role: 'editor',
      body: cited(rumor, own),
      headers: { 'idempotency-key': 'one' },
    });
    const said = {
      quote: 'We wait for the quintessentially good lens',
      act: 'teases',
      rumors: [{ rumor, stance: 'supports' }],
    };
    await editor.post('/v1/statements', {
      ...said,
      ...{ speaker: 'ZDENEK WOLFRAMSKY', role: 'leaker', organisation: 'Meridian', said_on: '2026-09-21' },
      ...{ url: 'https://ledger.example/zdenek-wolframsky', source: 'The Ledger' },
    });
    await editor.post(
      '/v1/evidence',
      cited(await editor.rumor('Leica'), { url: 'https://ledger.example/2', title: 'What Zdenek   WOLFRAMSKY says' }),
    );
  });
  afterEach(() => server.close());

  it('leaves no byte of the name, the handle, the works or the words, and every number as it was', async () => {
    const before = (await editor.read('/v1/rumors')).data as { id: string; confidence: unknown }[];
    expect(canaries(await bytes()).length).toBeGreaterThan(4);
    await erase(NAME);
    await compact();
    const text = await bytes();
    expect(canaries(text)).toEqual([]);
    for (const words of [...CANARIES, NAME]) expect([words, await found(words)]).toEqual([words, []]);
    const after = (await editor.read('/v1/rumors')).data as { id: string; confidence: unknown }[];
    expect(after.map(({ id, confidence }) => [id, confidence])).toEqual(
      before.map(({ id, confidence }) => [id, confidence]),
    );
    expect((await editor.read('/v1/sources?kind=leaker')).data).toMatchObject([{ name: 'Erased source', reports: 1 }]);
    const { data } = await editor.read(`/v1/evidence?rumor=${rumor}`);
    expect(data.map((each: { report: { title: string } }) => each.report.title)).toContain('[erased]');
  });

  it('gives no answer again in which the words stood, and does nothing twice for it', async () => {
    const send = () =>
      server.call('POST', '/v1/evidence', {
        role: 'editor',
        body: cited(rumor, { source: NAME, url: 'https://wolfleaks.example/p/2', title: 'Xylocarpic news' }),
        headers: { 'idempotency-key': 'two' },
      });
    expect((await send()).status).toBe(201);
    expect((await send()).headers['idempotency-replayed']).toBe('true');
    await erase(NAME);
    expect(problemIn(await send(), 422).code).toBe('idempotency-key-reused');
  });

  it('shows first what it would take, and changes nothing', async () => {
    const before = await bytes();
    const shown = await erase('zdenek wolframsky', true);
    expect(shown).toMatchObject({ isDone: false, counts: { sources: 1, reports: expect.any(Number) } });
    if (dialect === 'postgres') expect(await bytes()).toBe(before);
    expect((await editor.read('/v1/sources?kind=leaker')).data).toMatchObject([{ name: NAME }]);
    const done = await erase('zdenek wolframsky');
    expect(done.counts).toEqual(shown.counts);
  });

  it('is refused for half a name, and for nobody', async () => {
    await expect(erase('Wolfram')).rejects.toMatchObject({ code: 'half-name' });
    await expect(erase('Zdenek')).rejects.toMatchObject({ code: 'half-name', message: expect.stringContaining(NAME) });
    await expect(erase('Ada Nobody')).rejects.toMatchObject({ code: 'unknown-person' });
    await expect(erase('!')).rejects.toMatchObject({ code: 'half-name' });
  });

  it('leaves an entry in the audit trail without the name, and knows the person again', async () => {
    await erase(NAME);
    const entries = await server
      .get(Database)
      .read<{ after: string }>("select n.after from audit_entries n where n.action = 'erase'");
    expect(entries).toHaveLength(1);
    expect(JSON.parse(entries[0]!.after)).toMatchObject({ digests: expect.any(Array), rows: { sources: 1 } });
    expect(canaries(entries[0]!.after)).toEqual([]);
    expect(await server.get(Erase).backAgain([])).toEqual({ persons: [], reports: [] });
    await editor.post('/v1/sources', { name: 'Zdenek Wolframsky', kind: 'leaker' });
    expect((await server.get(Erase).backAgain([])).persons).toEqual(['Zdenek Wolframsky']);
    expect((await server.get(Erasures).digests()).length).toBeGreaterThan(1);
  });

  it('is done again on a backup from before it', async () => {
    if (dialect !== 'sqlite') return;
    const [file, backup] = [
      server.databaseUrl.slice('sqlite:'.length),
      `${server.databaseUrl.slice('sqlite:'.length)}.bak`,
    ];
    await compact();
    copyFileSync(file, backup);
    await erase(NAME);
    const digests = await server.get(Erasures).digests();
    const restored = await startServer(dialect, { clock: '2026-10-02T12:00:00Z', databaseUrl: `sqlite:${backup}` });
    const { persons, reports } = await restored.get(Erase).backAgain(digests);
    expect([persons.length > 0, reports]).toEqual([true, []]);
    await restored.get(Erase).person(persons[0]!, OPERATOR, false);
    await restored.get(SearchIndex).compact();
    await restored.get(Database).compact();
    expect(canaries(await storedText(restored, dialect))).toEqual([]);
    await restored.close();
  });

  it('spares somebody else whose longer name contains it', async () => {
    await editor.post('/v1/sources', { name: `${NAME} Junior`, kind: 'leaker' });
    expect((await erase(NAME)).spared).toEqual([`${NAME} Junior`]);
    expect(await found('wolframsky junior')).toHaveLength(1);
  });

  it('takes down the words of one report alone', async () => {
    const { data } = await editor.read('/v1/reports?q=xylocarpic');
    const outcome = await server.get(Erase).report(data[0].id as string, OPERATOR, false);
    expect(outcome.counts).toMatchObject({ reports: 1 });
    await compact();
    const text = await bytes();
    expect(['xylocarpic', 'is quintessentially', 'p/1'].filter((word) => text.includes(word))).toEqual([]);
    expect(await found('wolfleaks')).toHaveLength(1);
    const entry = await server
      .get(Database)
      .readOne<{ thing: string }>("select n.thing from audit_entries n where n.action = 'erase'");
    expect(entry).toEqual({ thing: data[0].id });
    expect((await server.get(Erase).backAgain([])).reports).toEqual([]);
  });
});

describe.each(DATABASES)('the words of somebody who spoke to others on %s', (dialect) => {
  it('go from the articles, read or waiting, and the statement stays', async () => {
    const server = await startServer(dialect, { clock: '2029-09-01T00:00:00Z' });
    const propose = (story: string) => server.call('POST', '/v1/ingestions', { role: 'editor', body: handedIn(story) });
    const { id } = (await propose('oneplus-nikon')).body as { id: string };
    await server.call('POST', `/v1/ingestions/${id}/commit`, { role: 'editor' });
    await propose('oneplus-nikon-copy');
    const said = (await server.call('GET', '/v1/statements')).body.data as {
      speaker: string;
      quote: string;
      act: string;
    }[];
    const [{ speaker, quote, act }] = said as [(typeof said)[0]];
    const all = () => storedText(server, dialect);
    const passage = quote.slice(10, 60).toLowerCase();
    expect([(await all()).includes(passage), (await all()).includes(speaker.toLowerCase())]).toEqual([true, true]);
    await server.get(Erase).person(speaker, OPERATOR, false);
    await server.get(SearchIndex).compact();
    await server.get(Database).compact();
    expect([(await all()).includes(passage), (await all()).includes(speaker.toLowerCase())]).toEqual([false, false]);
    const left = (await server.call('GET', '/v1/statements')).body.data as { speaker: string; act: string }[];
    expect(left.length).toBe(said.length);
    expect(left).toContainEqual(expect.objectContaining({ speaker: '[erased]', quote: '[erased]', act }));
    await server.close();
  });
});

describe('passages', () => {
  it.each([
    ['Jane Doe said', '[erased] said'],
    ['JÁNE  dóe’s words', '[erased]’s words'],
    ['jane-doe, @janedoe', '[erased], @[erased]'],
    ['https://x.example/janedoe/1', 'https://x.example/[erased]/1'],
    ['Mary Jane Doe Smith and Jane Doe', 'Mary Jane Doe Smith and [erased]'],
    ['Jane and Doe', 'Jane and Doe'],
    ['郭明錤表示', '[erased]表示'],
    [
      '{"a":["Jane Doe",{"Jane Doe":1}],"b":"{\\"c\\":\\"Jane\\\\nDoe\\"}"}',
      '{"a":["[erased]",{"[erased]":1}],"b":"{\\"c\\":\\"[erased]\\"}"}',
    ],
  ])('erased from %s', (text, expected) => {
    const passages = new Passages({ names: ['Jane Doe', '郭明錤'], spared: ['Mary Jane Doe Smith'] });
    expect(passages.erasedFrom(text)).toBe(expected);
  });
});
