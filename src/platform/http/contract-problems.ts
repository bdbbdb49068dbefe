import { STATUS_CODES } from 'node:http';
import { Type } from 'typebox';
import { list, named, text, whole, type JsonSchema } from './answer-shapes.js';
import { headersOf } from './contract-headers.js';

const Detail = named('ProblemDetail', 'One thing that is wrong, and where it stands.', {
  pointer: Type.Optional(text('Where in the body: a JSON pointer.', '#/external_ids/gtin')),
  parameter: Type.Optional(text('The parameter of the query.', 'limit')),
  header: Type.Optional(text('The header.', 'Idempotency-Key')),
  line: Type.Optional(whole('The line of the text.', 3, 1)),
  code: text('What is wrong with it, to switch on.', 'matches'),
  detail: text('What is wrong with it, in words.', 'gtin must be 8, 12, 13 or 14 digits', { maxLength: 65_536 }),
});

/** What went wrong (RFC 9457), as it is shown. */
export const ProblemAnswer = named('Problem', 'What went wrong (RFC 9457). Clients switch on `code`.', {
  type: text('Where the code is explained.', 'https://hearsay.example/problems#invalid-input'),
  title: text('The status in words.', 'Unprocessable Entity'),
  status: whole('The HTTP status.', 422, 400),
  detail: text('What went wrong, in words.', 'gtin must be 8, 12, 13 or 14 digits', { maxLength: 65_536 }),
  instance: text('The path that was asked for.', '/v1/devices', { maxLength: 16_384 }),
  code: text('What kind of problem it is; docs/problems.md lists all.', 'invalid-input', {
    pattern: '^[a-z]+(?:-[a-z]+)*$',
  }),
  request_id: text('The id of the request, as in `X-Request-Id`.', 'req_0b6f9e7c-5a52-4c5e-8f4e-2f6f3a0a9a10'),
  errors: list(Detail, 'Each thing that is wrong; empty where there is nothing to point at.'),
  'violated-policies': Type.Optional(list(text('The name of a limit.', 'default'), 'The limits that were passed.')),
});

interface KnownProblem {
  readonly name: string;
  readonly meaning: string;
  readonly code: string;
  readonly detail: string;
  readonly headers?: readonly string[];
}

/** What each status of a problem means here, with one code that it may have. */
const PROBLEMS: Readonly<Record<number, KnownProblem>> = {
  400: {
    name: 'Malformed',
    meaning: 'The address, a parameter, a header or the JSON cannot be read, or a parameter names what is not there.',
    code: 'invalid-parameter',
    detail: 'The query cannot be used. limit: must not be greater than 100.',
  },
  401: {
    name: 'Unauthorized',
    meaning: 'A key is needed, or the one that was sent is not good.',
    code: 'key-required',
    detail: 'This needs a key with the role editor: send it as "Authorization: Bearer hs_…", or sign in.',
    headers: ['WWW-Authenticate'],
  },
  403: {
    name: 'Forbidden',
    meaning: 'The key does not open this.',
    code: 'role-required',
    detail: 'This needs the role editor; desk has the role reader.',
  },
  404: {
    name: 'NotFound',
    meaning: 'What the address names is not there.',
    code: 'unknown-device',
    detail: 'There is no device orchard-vision-air.',
  },
  406: {
    name: 'NotAcceptable',
    meaning: 'There is no answer in a form that the `Accept` header allows.',
    code: 'not-acceptable',
    detail: 'There is no answer in a form that the Accept header allows.',
  },
  409: {
    name: 'Conflict',
    meaning: 'What is there already does not allow it.',
    code: 'duplicate-name',
    detail: 'There is a device of this name already.',
    headers: ['Retry-After'],
  },
  410: {
    name: 'Gone',
    meaning: 'It was there, and is shown no more.',
    code: 'removed-device',
    detail: 'orchard-vision-air was taken down and is shown no more.',
  },
  412: {
    name: 'Stale',
    meaning: 'It was changed since the version that `If-Match` names; `ETag` tells the present one.',
    code: 'stale',
    detail: 'This was changed in between: read it again, then change it.',
    headers: ['ETag'],
  },
  413: {
    name: 'TooLarge',
    meaning: 'The body has more than 256 KiB.',
    code: 'too-large',
    detail: 'The request has more than 256 KiB.',
  },
  415: {
    name: 'UnsupportedMediaType',
    meaning: 'The body is no JSON by its `Content-Type`.',
    code: 'unsupported-media-type',
    detail: 'A body is sent as application/json.',
  },
  422: {
    name: 'Invalid',
    meaning: 'The body can be read, but not be accepted, or names what is not there; `errors` points at what is wrong.',
    code: 'invalid-input',
    detail: 'gtin must be 8, 12, 13 or 14 digits',
  },
  428: {
    name: 'Unconditional',
    meaning: '`If-Match` must say which version is meant.',
    code: 'precondition-required',
    detail: 'If-Match is needed: read this first, and send the ETag that it had.',
  },
  429: {
    name: 'TooOften',
    meaning: 'A limit was passed; `Retry-After` tells in how many seconds it begins anew.',
    code: 'quota-exceeded',
    detail: 'That was too often: try again in 42 s.',
    headers: ['Retry-After'],
  },
  500: {
    name: 'Internal',
    meaning: 'Something went wrong in the program; nothing was changed.',
    code: 'internal',
    detail: 'Something went wrong in the program; nothing was changed.',
  },
  503: {
    name: 'Unavailable',
    meaning: 'The database cannot be reached now, or is older than the program.',
    code: 'unavailable',
    detail: 'The database does not answer; try again.',
    headers: ['Retry-After'],
  },
};

/** The answers that say what went wrong, by name, as components of the contract. */
export const problemResponses = (): Record<string, JsonSchema> =>
  Object.fromEntries(
    Object.entries(PROBLEMS).map(([status, known]) => [known.name, responseOf(Number(status), known)]),
  );

/** Refers to the problem of a status. */
export function problemOf(status: number): JsonSchema {
  const name = PROBLEMS[status]?.name;
  if (name === undefined) throw new Error(`the contract does not say what ${status} means`);
  return { $ref: `#/components/responses/${name}` };
}

function responseOf(status: number, { meaning, code, detail, headers = [] }: KnownProblem): JsonSchema {
  const title = STATUS_CODES[status] ?? '';
  const type = `https://hearsay.example/problems#${code}`;
  const request_id = 'req_0b6f9e7c-5a52-4c5e-8f4e-2f6f3a0a9a10';
  const example = { type, title, status, detail, instance: '/v1/devices', code, request_id, errors: [] };
  return {
    description: meaning,
    headers: headersOf(headers),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } },
  };
}
