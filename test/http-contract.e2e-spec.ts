import { handlersOf } from '../src/openapi.js';
import { inputsOf } from '../src/platform/http/schemas.js';
import { routesOf } from '../src/platform/http/routes.js';
import { startServer, type Server } from './support/server.js';

describe('the contract', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer('sqlite');
  });
  afterAll(() => server.close());

  it('opens every route on purpose, to a role or to everybody', () => {
    const shut = handlersOf(server.app).filter(({ needs }) => needs === undefined);
    expect(shut.map(({ controller, name }) => `${controller.name}.${name}`)).toEqual([]);
  });

  it('checks every body and every query by a class of its own', () => {
    const unchecked = handlersOf(server.app).filter(({ controller, name }) =>
      inputsOf(controller, name).some(({ dto, part }) => part !== undefined || dto === undefined || dto === Object),
    );
    expect(unchecked.map(({ controller, name }) => `${controller.name}.${name}`)).toEqual([]);
  });

  it('refuses unknown parameters of every route that reads under /v1', () => {
    const open = handlersOf(server.app).filter(({ controller, name }) => {
      const path = String(Reflect.getMetadata('path', controller));
      const method: unknown = Reflect.getMetadata('method', controller.prototype[name as never]);
      return (
        path.startsWith('v1/') && method === 0 && !inputsOf(controller, name).some(({ place }) => place === 'query')
      );
    });
    expect(open.map(({ controller, name }) => `${controller.name}.${name}`)).toEqual([]);
  });

  it('names every operation once', () => {
    const names = handlersOf(server.app).map(({ name }) => name);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  it('is told as OpenAPI 3.1, with the rules that check bodies and queries', async () => {
    const { status, body, headers } = await server.call('GET', '/v1/openapi.json');
    expect([status, body.openapi]).toEqual([200, '3.1.0']);
    expect(headers['content-type']).toContain('json');
    expect(JSON.stringify(body)).not.toContain('"nullable"');
    expect(body.components.schemas.MintKeyDto).toMatchObject({
      type: 'object',
      required: ['name', 'role'],
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 200 },
        role: { type: 'string', enum: ['reader', 'contributor', 'editor', 'admin'] },
      },
    });
    expect(body.components.schemas.HandInArticleDto ?? body.components.schemas.ProposeArticleDto).toBeDefined();
    const parameters = body.paths['/v1/ingestions'].get.parameters as { name: string; schema: object }[];
    expect(parameters.find(({ name }) => name === 'limit')?.schema).toMatchObject({ type: 'integer', maximum: 100 });
  });

  it('tells every route of the interface', async () => {
    const { body } = await server.call('GET', '/v1/openapi.json');
    const told = Object.entries(body.paths as Record<string, object>).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const there = routesOf(server.app.getHttpAdapter().getInstance())
      .filter(({ method, path }) => path.startsWith('/v1/') && method !== 'HEAD' && path !== '/v1/openapi.json')
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(there)].sort()).toEqual(told.sort());
  });

  it('can be tried on a page that asks nobody else for anything', async () => {
    const page = await server.call('GET', '/docs');
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await server.call('GET', '/docs/swagger-ui-bundle.js')).status).toBe(200);
  });
});
