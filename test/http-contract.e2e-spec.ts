import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassConstructor } from 'class-transformer';
import { contractOf, handlersOf } from '../src/openapi.js';
import { answersOf, statusesOf } from '../src/platform/http/answers.js';
import { inputsOf } from '../src/platform/http/inputs.js';
import { routesOf } from '../src/platform/http/routes.js';
import { notesOf } from '../src/platform/http/schema-notes.js';
import { checked } from '../src/platform/validation.js';
import { Contract } from './support/contract.js';
import { startServer, type Server } from './support/server.js';

const COMMITTED = join(__dirname, '..', 'docs', 'openapi.json');

describe('the contract', () => {
  let server: Server;
  let contract: Contract;
  beforeAll(async () => {
    server = await startServer('sqlite');
    contract = new Contract(contractOf(server.app));
  });
  afterAll(() => server.close());

  const handlers = () =>
    handlersOf(server.app).map((each) => ({ ...each, named: `${each.controller.name}.${each.name}` }));
  /** The handlers that stand in the contract. */
  const told = () => handlers().filter(({ name }) => contract.operations.some(({ id }) => id === name));

  it('opens every route on purpose, to a role or to everybody', () => {
    expect(handlers().flatMap(({ needs, named }) => (needs === undefined ? [named] : []))).toEqual([]);
  });

  it('checks every body and every query by a class of its own', () => {
    const unchecked = handlers().filter(({ controller, name }) =>
      inputsOf(controller, name).some(
        ({ place, dto, part }) => place !== 'path' && (part !== undefined || dto === undefined || dto === Object),
      ),
    );
    expect(unchecked.map(({ named }) => named)).toEqual([]);
  });

  it('refuses unknown parameters of every route that reads under /v1', () => {
    const open = handlers().filter(({ controller, name }) => {
      const path = String(Reflect.getMetadata('path', controller));
      const method: unknown = Reflect.getMetadata('method', controller.prototype[name as never]);
      return (
        path.startsWith('v1') && method === 0 && !inputsOf(controller, name).some(({ place }) => place === 'query')
      );
    });
    expect(open.map(({ named }) => named)).toEqual([]);
  });

  it('names every operation once', () => {
    const names = handlers().map(({ name }) => name);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  it('says of every operation what it answers', () => {
    const silent = told().filter(({ controller, name }) => answersOf(controller.prototype[name as never]).length === 0);
    expect(silent.map(({ named }) => named)).toEqual([]);
    const odd = told().flatMap(({ controller, name, named }) => {
      const handler = controller.prototype[name as never] as object;
      return answersOf(handler).flatMap((answer) =>
        statusesOf(handler, answer).flatMap((status) => ((status === 204) === (answer.shape === null) ? [] : [named])),
      );
    });
    expect(odd).toEqual([]);
  });

  it('shows an example of every answer, as it is described', () => {
    const wrong = contract.operations.flatMap(({ id, responses }) =>
      Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Object.entries(content).flatMap(([type, { schema, example }]) => {
          if (example === undefined) return [`${id} ${status} has no example`];
          const error = contract.mistakesIn(example, schema);
          return error === null ? [] : [`${id} ${status} ${type}: ${error}`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('shows an example of every body, which is accepted as it stands', () => {
    const bodies = told().flatMap(({ controller, name, named }) =>
      inputsOf(controller, name).flatMap(({ place, dto }) => (place === 'body' && dto ? [{ dto, named }] : [])),
    );
    expect(bodies.length).toBeGreaterThan(10);
    for (const { dto, named } of bodies) {
      const { example } = notesOf(dto);
      expect([named, typeof example]).toEqual([named, 'object']);
      const schema = { $ref: `#/components/schemas/${dto.name.replace(/Dto$/, 'Input')}` };
      expect([named, contract.mistakesIn(example, schema)]).toEqual([named, null]);
      expect(() => checked(dto as ClassConstructor<object>, example as object)).not.toThrow();
    }
  });

  it('is told as OpenAPI 3.1, with the rules that check bodies and queries', async () => {
    const { status, body, headers } = await server.call('GET', '/v1/openapi.json');
    expect([status, body.openapi]).toEqual([200, '3.1.0']);
    expect(headers['content-type']).toContain('json');
    expect(JSON.stringify(body)).not.toContain('"nullable"');
    expect(body.components.schemas.MintKeyInput).toMatchObject({
      type: 'object',
      required: ['name', 'role'],
      additionalProperties: false,
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 200 },
        role: { type: 'string', enum: ['reader', 'contributor', 'editor', 'admin'] },
      },
    });
    expect(body.components.schemas.CiteEvidenceInput.anyOf).toMatchObject([
      { required: ['report'] },
      { required: ['source', 'title', 'published_on'] },
      { required: ['source', 'title', 'published_at'] },
    ]);
    const parameters = body.paths['/v1/ingestions'].get.parameters as { name: string; schema: object }[];
    expect(parameters.find(({ name }) => name === 'limit')?.schema).toMatchObject({ type: 'integer', maximum: 100 });
  });

  it('tells every route of the interface', async () => {
    const { body } = await server.call('GET', '/v1/openapi.json');
    const paths = Object.entries(body.paths as Record<string, object>).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const there = routesOf(server.app.getHttpAdapter().getInstance())
      .filter(({ method, path }) => path.startsWith('/v1/') && method !== 'HEAD' && path !== '/v1/openapi.json')
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(there)].sort()).toEqual(paths.sort());
  });

  it('says in words what every member and every parameter means', () => {
    const committed = new Contract(JSON.parse(readFileSync(COMMITTED, 'utf8')) as object);
    expect(committed.undescribed()).toEqual([]);
  });

  it('can be tried on a page that asks nobody else for anything', async () => {
    const page = await server.call('GET', '/docs');
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await server.call('GET', '/docs/swagger-ui-bundle.js')).status).toBe(200);
  });
});
