import type { JsonSchema } from './answer-shapes.js';

/** What every answer of the interface carries. */
const ALWAYS = ['X-Request-Id', 'RateLimit', 'RateLimit-Policy', 'Access-Control-Allow-Origin'];

const header = (description: string, example: string): JsonSchema => ({
  description,
  schema: { type: 'string', maxLength: 2000, examples: [example] },
});

const HEADERS: Readonly<Record<string, JsonSchema>> = {
  'X-Request-Id': header('The id of the request, for questions about it.', 'req_0b6f9e7c-5a52-4c5e-8f4e-2f6f3a0a9a10'),
  RateLimit: header('What is left of each limit, and for how many seconds it lasts.', '"default";r=598;t=42'),
  'RateLimit-Policy': header('The limits: how many in how many seconds.', '"default";q=600;w=60'),
  'Access-Control-Allow-Origin': header('Whose pages may read it: all of them, or one that the settings name.', '*'),
  ETag: header('The version of what is shown, for `If-Match` and `If-None-Match`.', '"3-r1f.0.1.0"'),
  'Last-Modified': header('When anything was last changed.', 'Sun, 22 Nov 2026 04:00:00 GMT'),
  Location: header('Where what was made stands, or where it stands now.', '/v1/devices/orchard-vision-air'),
  Link: header('The next page and the first (RFC 8288).', '</v1/devices?cursor=WyJk>; rel="next"'),
  'Retry-After': header('In how many seconds to try again.', '42'),
  'WWW-Authenticate': header('How a key is sent.', 'Bearer realm="hearsay"'),
  'Idempotency-Replayed': header('`true`: the act was done before, and this is what was answered then.', 'true'),
};

/** The headers that answers carry, as components of the contract. */
export const headerComponents = (): Record<string, JsonSchema> => ({ ...HEADERS });

/** Refers to what every answer carries, and to these headers. */
export const headersOf = (names: readonly string[]): JsonSchema =>
  Object.fromEntries([...ALWAYS, ...names].map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const parameter = (name: string, description: string, schema: JsonSchema): JsonSchema => ({
  ...{ name, in: 'header', required: false, description, schema: { type: 'string', ...schema } },
});

const TAGS = { maxLength: 2000, examples: ['"3-r1f.0.1.0"'] };

/** What requests may carry beside their body, as components of the contract. */
export const headerParameters = (): Record<string, JsonSchema> => ({
  IfMatch: parameter('If-Match', 'The `ETag` that was seen; another version is not changed (412).', TAGS),
  IfMatchRequired: {
    ...parameter('If-Match', 'The `ETag` that was seen, or `*`; another version is not changed (412).', TAGS),
    required: true,
  },
  IfNoneMatch: parameter('If-None-Match', 'The `ETag` that is known; the same is not sent again (304).', TAGS),
  IfNothingThere: parameter('If-None-Match', '`*`: only if there is nothing yet; in place of `If-Match`.', {
    const: '*',
  }),
  IdempotencyKey: parameter(
    'Idempotency-Key',
    'Any text of your own, in quotes: the same request under the same key is done once, for 24 hours.',
    { minLength: 1, maxLength: 257, examples: ['"8e03978e-40d5-43dd-bc93-6894a57f9324"'] },
  ),
});

/** Refers to one of these. */
export const headerParameter = (name: string): JsonSchema => ({ $ref: `#/components/parameters/${name}` });
