import { isUtf8 } from 'node:buffer';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '../fault.js';
import { objectionTo } from './json-scan.js';

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

/** Sets how bodies are read: JSON in UTF-8, not too deep, each member once, without `__proto__`; forms only where a page needs one. */
export function readBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>(JSON_TYPES, { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const json = textOf(body);
      if (json.trim() === '') return done(null, undefined);
      void parse(request, json, (error, value) => done(error && unreadable(error), value));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addContentTypeParser<string>(
    FORM_TYPE,
    { parseAs: 'string', bodyLimit: FORM_LIMIT },
    (request, body, done) => {
      if (!acceptsForm(request)) return done(Object.assign(new Error('no form is read here'), { statusCode: 415 }));
      done(null, fieldsOf(body));
    },
  );
}

/** The fields of a form; one that comes more than once, such as a group of boxes, is the list of its values. */
function fieldsOf(body: string): Record<string, string | string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(body)) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0]! : values]));
}

const unreadable = (error: Error): Fault =>
  new Fault('malformed', 'malformed-json', 'The body is no JSON that can be read.', [], { cause: error });

/** @throws Fault malformed `not-text`, `too-deep` or `duplicate-member` */
function textOf(body: Buffer): string {
  if (!isUtf8(body)) throw new Fault('malformed', 'not-text', 'The body is no text in UTF-8.');
  const json = body.toString('utf8');
  const objection = objectionTo(json, MAX_DEPTH);
  if (objection?.kind === 'too-deep')
    throw new Fault('malformed', 'too-deep', `JSON is read ${MAX_DEPTH} levels deep.`);
  if (objection === null) return json;
  const { pointer, kind: code } = objection;
  const detail = 'is there more than once';
  throw new Fault('malformed', code, `${pointer} ${detail}: which one is meant?`, [{ pointer, code, detail }]);
}
