import { DATABASES } from './support/databases.js';
import { cited, editorAt } from './support/editor.js';
import { startServer, type Server } from './support/server.js';

const NAMES = [
  'Leica AND Zeiss',
  'NOT a phone',
  'NEAR miss',
  'names column',
  'OR else',
  'leica',
  'zeiss or leica',
  'rowid',
];

const WORDS = ['leica', 'AND', 'OR', 'NOT', 'NEAR', 'names', 'wholes', 'rowid', 'zeiss', 'column', 'a', 'mis', 'lei'];
const SIGNS = [
  ...[
    '"',
    "'",
    '""',
    "''",
    '(',
    ')',
    '*',
    '^',
    ':',
    '{',
    '}',
    '[',
    ']',
    ';',
    '--',
    '/*',
    '*/',
    '%',
    '|',
    '&',
    '!',
    '\\',
  ],
  ...[
    '<->',
    '@@',
    ':*',
    '&&',
    '||',
    '?',
    '$1',
    '${',
    '`',
    '~',
    '#',
    '=',
    '<',
    '>',
    '·',
    '\u202e',
    '\u200b',
    '\ufeff',
    '😀',
  ],
];

/** Three hundred texts that somebody's query language would obey, without chance: the same at every run. */
const HOSTILE = [
  ...SIGNS.map((sign) => `${sign}${sign}`),
  ...SIGNS.map((sign) => `leica ${sign} zeiss`),
  ...SIGNS.map((sign) => `${sign}leica${sign}`),
  ...SIGNS.map((sign) => `names ${sign}`),
  ...WORDS.flatMap((one) => WORDS.slice(0, 8).map((other, at) => `${one}${SIGNS[at * 3]} ${other}`)),
  ...['leica" OR 1=1 --', 'NEAR(leica zeiss, 5)', 'names : leica', '{names words} : leica', '- names : leica'],
  ...["'; drop table devices; --", 'leica* OR *', '^leica', '"leica', 'leica"', 'leica AND', 'AND leica', 'NOT NOT'],
  ...[
    'leica & !zeiss',
    'leica <-> zeiss',
    "'leica':*A",
    'leica\u0000zeiss',
    '\u0000\u0000',
    '\ud800\ud800',
    'a\ud800b',
  ],
  ...[
    '%%',
    '__',
    '!!',
    'leica\\',
    '\\\\',
    'search_index',
    "search_index('x')",
    'rank',
    'e\u0301'.repeat(60),
    'x'.repeat(200),
  ],
  ...['('.repeat(100), '"'.repeat(101), 'a '.repeat(100), '1.2,3.4', '-- --', '++', 'ﷺﷺ', '\n\t\r ', '   ', 'ab\u0300'],
].filter((text) => text.length >= 2 && text.length <= 200);

/** A text as it can be sent: half a letter becomes the sign for what cannot be read. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');

const LISTS = [
  '/v1/devices',
  '/v1/sources',
  '/v1/companies',
  '/v1/reports',
  '/v1/rumors',
  '/v1/search',
  '/search',
  '/',
];

/** What the words of a text are, as anybody would say who knows no query language. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** Whether a name has all of the words, the last of them perhaps unfinished unless it is a letter. */
function holdsAll(name: string, asked: string): boolean {
  const [own, wanted] = [wordsOf(name), wordsOf(asked)];
  const last = wanted.length - 1;
  return (
    last >= 0 &&
    wanted.every((word, at) =>
      own.some((each) => (at === last && word.length > 1 ? each.startsWith(word) : each === word)),
    )
  );
}

describe.each(DATABASES)('words that look like a query on %s', (database) => {
  let server: Server;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2026-10-01T12:00:00Z' });
    const editor = await editorAt(server);
    for (const name of NAMES) {
      expect((await editor.post('/v1/sources', { name, kind: 'outlet' })).status).toBe(201);
    }
    await editor.source();
    expect((await editor.post('/v1/evidence', cited(await editor.rumor('Zeiss')))).status).toBe(201);
  });
  afterAll(() => server.close());

  const ask = (list: string, words: string, more = '') =>
    server.call('GET', `${list}?q=${encodeURIComponent(wellFormed(words))}${more}`);

  it('are three hundred', () => {
    expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(300);
  });

  it.each(LISTS)('never break %s', async (list) => {
    const statuses = new Map<number, string[]>();
    for (const words of HOSTILE) {
      const { status } = await ask(list, words);
      statuses.set(status, [...(statuses.get(status) ?? []), words]);
    }
    expect([...statuses.keys()].filter((status) => ![200, 400].includes(status))).toEqual([]);
    expect(
      statuses.get(400)?.filter((words) => words.length <= 100 && !/[\0\ufffd]/.test(wellFormed(words))) ?? [],
    ).toEqual([]);
  });

  it('find what has these words, and nothing else', async () => {
    const plain = HOSTILE.filter((text) => /^[ -~😀·]*$/u.test(text) && !/[-_'+.,\\]|\w\W?[·]\W?\w/u.test(text));
    expect(plain.length).toBeGreaterThan(150);
    for (const words of plain) {
      const expected = NAMES.filter((name) => holdsAll(name, words)).sort();
      const searched = (await ask('/v1/search', words, '&types=source')).body.data as { title: string }[];
      const listed = (await ask('/v1/sources', words)).body.data as { name: string }[];
      expect([words, searched.map(({ title }) => title).sort()]).toEqual([words, expected]);
      expect([words, listed.map(({ name }) => name).sort()]).toEqual([words, expected]);
    }
  });
});
