import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import { handlersOf } from '../src/openapi.js';
import { inputsOf } from '../src/platform/http/inputs.js';
import { startServer, type Server } from './support/server.js';

interface Rule {
  readonly propertyName: string;
  readonly type: string;
}

const rulesOf = (dto: Type<object>): readonly Rule[] =>
  getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);

/** The class that a member is read as; `Object` where nothing says which, and then nothing in it is checked. */
function classOf(dto: Type<object>, member: string): Type<object> {
  const read = plainToInstance(dto, { [member]: [{}] }) as Record<string, object | object[]>;
  return [read[member]].flat()[0]?.constructor as Type<object>;
}

/** Every class that bodies and queries are checked by, those of their parts too. */
function everyClass(server: Server): Type<object>[] {
  const found = new Set(
    handlersOf(server.app).flatMap(({ controller, name }) =>
      inputsOf(controller, name).flatMap(({ place, dto }) => (dto && place !== 'path' ? [dto] : [])),
    ),
  );
  for (const dto of found) {
    for (const { propertyName } of nestedIn(dto)) found.add(classOf(dto, propertyName));
  }
  return [...found];
}

const nestedIn = (dto: Type<object>) => rulesOf(dto).filter(({ type }) => type === 'nestedValidation');

describe('what is handed in', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer('sqlite');
  });
  afterAll(() => server.close());

  it('is checked part by part, each by a class of its own', () => {
    const classes = everyClass(server);
    expect(classes.filter((dto) => nestedIn(dto).length > 0).length).toBeGreaterThan(2);
    const unread = classes.flatMap((dto) =>
      nestedIn(dto)
        .filter(({ propertyName }) =>
          [Object, Array, undefined].includes(classOf(dto, propertyName) as ObjectConstructor),
        )
        .map(({ propertyName }) => `${dto.name}.${propertyName}`),
    );
    expect(unread).toEqual([]);
  });

  it('has no part that nobody looks at', () => {
    const loose = everyClass(server).flatMap((dto) => {
      const known = new Set(rulesOf(dto).map(({ propertyName }) => propertyName));
      return Object.keys(new dto())
        .filter((member) => !known.has(member))
        .map((member) => `${dto.name}.${member}`);
    });
    expect(loose).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['yes or no as a text', { text: 'x', dry_run: 'false' }],
    ['a number for a text', { text: 5 }],
    ['an object that becomes a text', { text: { toString: 1 } }],
    ['a list for a text', { text: ['x', 'admin'] }],
    ['an unknown part of a part', { text: 'x', source: { name: 'The Ledger', role: 'admin' } }],
    ['a list for a part', { text: 'x', source: [{ name: 'The Ledger' }] }],
  ])('is never read as something else: %s', async (_name, body) => {
    expect((await server.call('POST', '/v1/ingestions', { role: 'admin', body })).status).toBe(422);
  });

  it.each([
    'limit=1e1',
    'limit=0x10',
    'limit=99999999999999999999',
    'limit=-1',
    'limit=1&limit=2',
    'limit[]=1',
    'limit=',
  ])('is no number where it says %s', async (query) => {
    expect((await server.call('GET', `/v1/devices?${query}`)).status).toBe(400);
  });
});
