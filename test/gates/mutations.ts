import fc from 'fast-check';

/** A body after something was done to it. */
export interface Mutated {
  readonly body: string | Buffer;
  readonly type: string | null;
  readonly how: string;
  /** What is to become of it: `refused`; `free`, where either is right; or as the schema says of the value. */
  readonly fate: 'refused' | 'free' | { readonly value: unknown };
}

const HUGE = 'x'.repeat(100_000);

/** What is put in the place of any value: other types, borders of numbers, texts that a machine stumbles over. */
const INSTEAD: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 2 ** 31, 2 ** 53 + 2, -0, 1e308, [], {}, [[]], ['x', 'admin'], { a: 1 }, { toString: 1 }],
  ...[
    '',
    ' ',
    '1e3',
    '0x10',
    '2025-02-30',
    '9999-12-31T23:59:60Z',
    'a\u0000b',
    'a\ud800b',
    '\u202e\u200b',
    'x'.repeat(201),
  ],
  ...[HUGE, { length: 3 }, { __proto__: null, constructor: { prototype: { polluted: 1 } } }, Array(1000).fill('x')],
];

type Place = readonly [holder: Record<string, unknown> | unknown[], key: string];

/** Every place within a value where another value may be put. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesIn(holder[key])]);
}

const text = (value: unknown): string => JSON.stringify(value);
const JSON_TYPE = 'application/json';

/** Bodies that are almost as they should be. */
export const mutated = (value: unknown): fc.Arbitrary<Mutated> =>
  fc.oneof({ weight: 4, arbitrary: changed(value) }, { weight: 1, arbitrary: fc.constantFrom(...spoiled(value)) });

function changed(value: unknown): fc.Arbitrary<Mutated> {
  return fc
    .tuple(fc.nat(), fc.constantFrom(...INSTEAD), fc.integer({ min: 0, max: 9 }))
    .map(([number, other, what]) => {
      const copy = structuredClone(value);
      const places = placesIn(copy);
      const [holder, key] = places[number % Math.max(1, places.length)] ?? [
        Object(copy) as Record<string, unknown>,
        'extra',
      ];
      const slots = holder as Record<string, unknown>;
      if (what === 0) delete slots[key];
      else if (what === 1 && !Array.isArray(holder)) slots['unheard_of'] = 1;
      else slots[key] = other;
      return {
        body: text(copy),
        type: JSON_TYPE,
        how: `${key} of the body`,
        fate: { value: JSON.parse(text(copy)) as unknown },
      };
    });
}

/** Bodies that are no such JSON, or are not called so. */
function spoiled(value: unknown): Mutated[] {
  const good = text(value);
  const nested = (depth: number): string => `{"name":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  const json = (how: string, body: string | Buffer): Mutated => ({ how, body, type: JSON_TYPE, fate: 'refused' });
  const typed = (how: string, body: string, type: string | null): Mutated => ({ how, body, type, fate: 'refused' });
  return [
    json('cut off', good.slice(0, -1)),
    json('with more behind it', `${good} x`),
    { ...json('with a mark before it', `\ufeff${good}`), fate: 'free' },
    json('as a list', `[${good}]`),
    json('as a text', text(good)),
    json('with __proto__', good.replace(/^\{/, '{"__proto__":{"polluted":1},')),
    json('with a constructor', good.replace(/^\{/, '{"constructor":{"prototype":{"polluted":1}},')),
    json('31 deep', nested(31)),
    json('33 deep', nested(33)),
    json('5000 deep', nested(5000)),
    json('too large', `{"name":"${'x'.repeat(270_000)}"}`),
    { ...json('with a member twice', good.replace(/^\{/, '{"name":1e400,')), fate: 'free' },
    json('in bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
    typed('as a form', 'name=x&role=admin', 'application/x-www-form-urlencoded'),
    typed('as plain text', good, 'text/plain'),
    typed('as XML', '<a/>', 'application/xml'),
    { ...typed('with a tab in its type', good, 'application/json\ta'), fate: 'free' },
    { ...typed('without a type', good, null), fate: 'free' },
  ];
}

/** Parts of a query that no parameter takes as they stand. */
export const QUERY_PARTS = [
  ...[
    'limit=0',
    'limit=101',
    'limit=1e1',
    'limit=0x10',
    'limit=',
    'limit=-0',
    'limit=9007199254740993',
    'limit=10&limit=10',
  ],
  ...[
    'unheard_of=1',
    'q[a]=1',
    'q=',
    'q=%00',
    'q=%ff',
    'q=%ed%a0%80',
    `q=${'x'.repeat(201)}`,
    '__proto__=1',
    'sort=name;drop',
  ],
  ...[
    'cursor=abc',
    'cursor=a.b',
    'as_of=2025-02-30',
    'as_of=9999-12-31',
    'as_of=now',
    'expand=nothing',
    '%',
    '&&&',
    '=x',
    'a=%zz',
  ],
];

/** Other spellings of a path; nobody gets in by one that the right spelling keeps out. */
export const SPELLINGS: readonly ((path: string) => string)[] = [
  (path) => path.replace('/v1/', '//v1/'),
  (path) => path.replace('/v1/', '/V1/'),
  (path) => path.replace('/v1/', '/%761/'),
  (path) => path.replace('/v1/', '/v1/./'),
  (path) => path.replace('/v1/', '/x/../v1/'),
  (path) => path.replace('/v1/', '/v1;x=1/'),
  (path) => `${path}/`,
  (path) => `${path}%2f`,
  (path) => `${path};.json`,
  (path) => `${path}%00`,
  (path) => `${path}%ff`,
  (path) => `${path}/${'x'.repeat(5000)}`,
  (path) => path.replace(/[^/]+$/, '..%2f..%2fetc'),
];
