import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '../fault.js';

/** The largest body that is read, in bytes. */
export const BODY_LIMIT = 256 * 1024;

/** The largest form, in bytes: a page sends the text of an article percent-encoded. */
const FORM_LIMIT = 1024 * 1024;

/** How deep arrays and objects may stand in one another. */
export const MAX_DEPTH = 32;

const JSON_TYPES = ['application/json', 'application/merge-patch+json'];
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Lets a page send a form to a route; everywhere else a form is refused, as other sites can make a browser send one. */
export const AcceptsForm = (): MethodDecorator => RouteConfig({ acceptsForm: true });

const acceptsForm = (request: FastifyRequest): boolean =>
  (request.routeOptions.config as { acceptsForm?: boolean }).acceptsForm === true;

/** Sets how bodies are read: JSON, not too deep, without `__proto__`; forms only where a page needs one. */
export function readBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<string>(JSON_TYPES, { parseAs: 'string' }, (request, body, done) => {
    if (body.trim() === '') return done(null, undefined);
    if (isTooDeep(body)) return done(new Fault('malformed', 'too-deep', `JSON is read ${MAX_DEPTH} levels deep.`));
    void parse(request, body, (error, value) => done(error && unreadable(error), value));
  });
  server.addContentTypeParser<string>(
    FORM_TYPE,
    { parseAs: 'string', bodyLimit: FORM_LIMIT },
    (request, body, done) => {
      if (!acceptsForm(request)) return done(Object.assign(new Error('no form is read here'), { statusCode: 415 }));
      done(null, Object.fromEntries(new URLSearchParams(body)));
    },
  );
}

const unreadable = (error: Error): Fault =>
  new Fault('malformed', 'malformed-json', 'The body is no JSON that can be read.', [], { cause: error });

/** Whether brackets outside of strings stand deeper in one another than is read; looked at before any parser runs. */
export function isTooDeep(json: string, limit = MAX_DEPTH): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index];
    if (isQuoted) {
      if (character === '\\') index += 1;
      else isQuoted = character !== '"';
    } else if (character === '"') isQuoted = true;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}
