import { contractOf } from '../src/openapi.js';
import { Contract, type Operation, type Schema } from './support/contract.js';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Answer, type Server } from './support/server.js';

/** Texts that one database reads as a number or stops at, and the other does not. */
const NO_IDS = ['1e5', '2147483648', '-1', '0x10', 'NaN', '1180591620717411303424', 'a%00b', '%ED%A0%80', '[]', '{}'];
const NO_NUMBERS = ['1e5', '2147483648', '-1', 'NaN', 'Infinity', '1180591620717411303424', '1%00', '', '1,2', '[]'];
const NO_WORDS = ['=no_such_column', '=id;--', '=%00', '=%ED%A0%80', '[a]=1', '[]=1'];
const NO_TEXTS = ['"a\\u0000b"', '"a\\ud800b"', '{"a":1}', '["a"]', '1e400'];

/** A request that is not to be followed. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  /** The member of its body that is wrong. */
  readonly member?: string;
}

const HEADERS = { 'if-match': '*', 'content-type': 'application/json' };
const typesOf = ({ type }: Schema): readonly unknown[] => [type].flat();
const placed = (path: string, value = 'nobody') => path.replaceAll(/\{\w+\}/g, value);

describe.each(DATABASES)('what %s cannot keep', (dialect) => {
  let server: Server;
  let contract: Contract;
  beforeAll(async () => {
    server = await startServer(dialect);
    contract = new Contract(contractOf(server.app));
  });
  afterAll(() => server.close());

  const ask = ({ method, path, body }: Asked) => server.call(method, path, { role: 'admin', body, headers: HEADERS });

  /** Of the requests those that were answered otherwise than they have to be. */
  async function wronglyAnswered(all: readonly Asked[], isRight: (answer: Answer, asked: Asked) => boolean) {
    expect(all.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    for (const asked of all) {
      const answer = await ask(asked);
      const said = `${asked.method} ${asked.path} ${asked.body ?? ''}: ${answer.status}`;
      if (!isRight(answer, asked)) wrong.push(said);
    }
    return wrong;
  }

  /** Every operation with each of its parameters in the query, and what is said of it. */
  const queriesOf = (isMeant: (schema: Schema) => boolean, texts: readonly string[]): Asked[] =>
    contract.operations.flatMap(({ method, path, body, parameters }) =>
      parameters
        .filter((parameter) => parameter.in === 'query' && isMeant(contract.followed(parameter.schema)))
        .flatMap(({ name }) => texts.map((text) => `${placed(path)}?${name}${text}`))
        .map((address) => ({ method, path: address, ...(body && { body: '{}' }) })),
    );

  it('is nobody’s id: it makes a problem of who asked, at every address', async () => {
    const all = contract.operations
      .filter(({ path }) => path.includes('{'))
      .flatMap(({ method, path, body }) =>
        NO_IDS.map((id) => ({ method, path: placed(path, id), ...(body && { body: '{}' }) })),
      );
    expect(await wronglyAnswered(all, ({ status }) => status >= 400 && status < 500)).toEqual([]);
  });

  it('is no number in a query, and above all not the number that stands for no limit', async () => {
    const isNumber = (schema: Schema) => typesOf(schema).some((type) => type === 'integer' || type === 'number');
    const all = queriesOf(
      isNumber,
      NO_NUMBERS.map((text) => `=${text}`),
    );
    expect(await wronglyAnswered(all, ({ status }) => status === 400)).toEqual([]);
  });

  it('makes no failure of the program in any query, and is nothing to sort by', async () => {
    const all = queriesOf(() => true, NO_WORDS);
    const isSort = ({ path }: Asked) => /[?]sort(?:=|\[)/.test(path);
    expect(all.filter(isSort).length).toBeGreaterThan(20);
    const isRight = ({ status }: Answer, asked: Asked) => (isSort(asked) ? status === 400 : status < 500);
    expect(await wronglyAnswered(all, isRight)).toEqual([]);
  });

  const textsOf = ({ body }: Operation): string[] =>
    Object.entries((body && (contract.followed(body)['properties'] as Record<string, Schema>)) ?? {}).flatMap(
      ([name, schema]) => (typesOf(contract.followed(schema)).includes('string') ? [name] : []),
    );

  it('is no text in a body, and is pointed at', async () => {
    const all = contract.operations.flatMap((operation) =>
      textsOf(operation).flatMap((member) =>
        NO_TEXTS.map((value) => ({
          ...{ method: operation.method, path: placed(operation.path) },
          ...{ body: `{"${member}":${value}}`, member },
        })),
      ),
    );
    const isPointedAt = ({ status, body }: Answer, { member }: Asked) =>
      status === 422 && body.errors.some(({ pointer }: { pointer?: string }) => pointer === `#/${member}`);
    expect(await wronglyAnswered(all, isPointedAt)).toEqual([]);
  });
});

describe.each(DATABASES)('rumors on %s', (dialect) => {
  let server: Server;
  const add = (path: string, body: object | string) =>
    server.call('POST', path, { role: 'editor', body, headers: HEADERS });
  beforeAll(async () => {
    server = await startServer(dialect);
    await add('/v1/companies', { name: 'Orvane' });
    await add('/v1/devices', { name: 'Glow', company: 'orvane' });
  });
  afterAll(() => server.close());

  const claimed = (number: string) =>
    add(
      '/v1/rumors',
      `{"device":"orvane-glow","subject":"camera.main.megapixels","value":{"min":${number},"max":null,"unit":"MP"}}`,
    );

  it('claim a number that is one', async () => {
    expect((await claimed('50')).status).toBe(201);
  });

  it.each(['1e400', '-1e400', '"1e5"', '{}', '[1]', 'true', '"50\\u0000"', '1180591620717411303424'])(
    'claim no number that is none: %s',
    async (number) => {
      const [error] = problemIn(await claimed(number), 422).errors;
      expect(error?.pointer).toMatch(/^#\/value/);
    },
  );

  it.each<[string, string, object]>([
    ['company', '/v1/companies', { name: 'Tessara' }],
    ['source', '/v1/sources', { name: 'The Ledger', kind: 'outlet' }],
    ['device', '/v1/devices', { name: 'Halo', company: 'orvane' }],
    ['rumor', '/v1/rumors', { device: 'orvane-glow', subject: 'partner', value: 'Zeiss' }],
  ])('and all else are added once, by whoever comes first of eight at once: a %s', async (_thing, path, body) => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => add(path, body)));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(7);
    for (const answer of refused) problemIn(answer, 409);
  });
});
