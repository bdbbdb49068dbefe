import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SERVER_OPTIONS, setUp } from '../../src/app.setup.js';
import { OPERATOR, type Role } from '../../src/access/actor.js';
import { Keys } from '../../src/access/keys.service.js';
import type { Problem } from '../../src/platform/http/problem.js';
import { createAdapter } from '../../src/platform/http/server.js';
import type { Dialect } from '../../src/platform/database/place.js';
import { compileProgram, programOf, type Program, type ProgramOptions } from './program.js';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body as JSON where it is JSON, else its text. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test names the members it expects
  readonly body: any;
}

/** A request as a test writes it. */
export interface Call {
  readonly role?: Role;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The whole program with its server, on a database of its own. It is asked without a socket. */
export interface Server extends Program {
  readonly app: NestFastifyApplication;
  /** `call('POST', '/v1/companies', { role: 'editor', body })`: a key of that role is minted where one is needed. */
  call(method: string, url: string, call?: Call): Promise<Answer>;
  /** A key of that role. */
  key(role: Role): Promise<string>;
}

/** Starts the whole program with its server: nothing is replaced, and nothing is read from the environment. */
export async function startServer(database: Dialect, options: ProgramOptions = {}): Promise<Server> {
  const { compiled, databaseUrl } = await compileProgram(database, options);
  const app = compiled.createNestApplication<NestFastifyApplication>(createAdapter(), SERVER_OPTIONS);
  setUp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const keys = new Map<Role, string>();
  const key = async (role: Role): Promise<string> => {
    const kept = keys.get(role) ?? (await app.get(Keys, { strict: false }).mint({ name: role, role }, OPERATOR)).secret;
    keys.set(role, kept);
    return kept;
  };
  return { ...programOf(app, databaseUrl), app, key, call: (...asked) => ask(app, key, ...asked) };
}

async function ask(
  app: NestFastifyApplication,
  key: (role: Role) => Promise<string>,
  method: string,
  url: string,
  { role, body, headers = {} }: Call = {},
): Promise<Answer> {
  const json = body !== undefined && typeof body !== 'string';
  if (method === 'GET' && url.startsWith('/v1/stream'))
    return begun(app, url, { ...(role && { authorization: `Bearer ${await key(role)}` }), ...headers });
  const answer = await app.inject({
    method: method as 'GET',
    url,
    headers: {
      ...(role && { authorization: `Bearer ${await key(role)}` }),
      ...(json && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { payload: json ? JSON.stringify(body) : body }),
  });
  const isJson = /json(?!l)/.test(String(answer.headers['content-type']));
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: isJson && answer.payload !== '' ? answer.json() : answer.payload,
  };
}

/** How a stream begins, which is then left at once; what it refuses is answered as everything is. */
async function begun(app: NestFastifyApplication, url: string, headers: Record<string, string>): Promise<Answer> {
  const answer = await app.inject({ method: 'GET', url, headers, payloadAsStream: true });
  const stream = answer.stream();
  const isStream = String(answer.headers['content-type']).startsWith('text/event-stream');
  let text = '';
  if (isStream) stream.destroy();
  else for await (const part of stream) text += String(part);
  return { status: answer.statusCode, headers: answer.headers, body: text === '' ? '' : JSON.parse(text) };
}

/** The problem document of an answer, which must be a whole one and of that status. */
export function problemIn({ status, headers, body }: Answer, expected: number): Problem {
  expect({ status, body }).toEqual({ status: expected, body: expect.anything() });
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(body).toEqual({
    type: `https://hearsay.example/problems#${body.code}`,
    title: expect.stringMatching(/./),
    status: expected,
    detail: expect.stringMatching(/./),
    instance: expect.any(String),
    code: expect.stringMatching(/^[a-z]+(?:-[a-z]+)*$/),
    request_id: headers['x-request-id'],
    errors: expect.any(Array),
  });
  return body as Problem;
}
