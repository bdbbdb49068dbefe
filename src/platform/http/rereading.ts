import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { Revision } from '../database/revision.js';
import { audienceOf, type Audience } from './audience.js';
import { digestOf, fullTag, isNamedIn, stateOf } from './entity-tags.js';
import type { FinishedAnswer, KeptAnswer, KeptAnswers } from './kept-answers.js';
import { modifiedAt, sayDate, stoodFrom } from './modified.js';
import { isPlain } from './plain-requests.js';
import { isOfInterface, isOutput } from './routes.js';
import { alsoVaryBy } from './varying.js';

/** What is needed to answer again what was answered before. */
export interface Rereading {
  readonly database: Database;
  readonly clock: Clock;
  readonly kept: KeptAnswers;
  /** Tells programs apart that may write the same rows as other bytes. */
  readonly program: string;
}

/** Is shown each answer that is about to be given by a route, and that the same address gets again. */
export type Seeing = (request: FastifyRequest, reply: FastifyReply) => void;

/** The headers that belong to an answer itself, and come again with it. */
const OF_THE_ANSWER = ['content-type', 'link'];

/** The revision at which the answer to a request was begun. */
const begun = new WeakMap<FastifyRequest, Revision>();

const isRead = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && (isOfInterface(request) || isOutput(request));

/**
 * Puts on every answer of the interface what it can be asked for again by (RFC 9110): a strong entity tag and the
 * instant of the last change. An answer that the client has already is not sent again. To be added before what counts
 * requests, which sees by the status 304 that nothing was sent.
 */
export function tagAnswers(server: FastifyInstance, parts: Rereading, see: Seeing): void {
  server.addHook('onSend', async (request, reply, payload) => {
    if (reply.hasHeader('last-modified')) return payload; // it comes from what is kept
    const isAnswer = typeof payload === 'string' || Buffer.isBuffer(payload);
    if (isAnswer && reply.statusCode === 200 && isRead(request)) {
      const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
      return tagRead(body, request, reply, { ...parts, see });
    }
    if (reply.hasHeader('etag')) await tagWrite(reply, parts);
    return payload;
  });
}

/** Answers reads from what is kept, before any route is run. To be added after what counts requests. */
export function answerAgain(server: FastifyInstance, { database, clock, kept }: Rereading): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!isRead(request)) return;
    const revision = await database.revision();
    if (revision === null) return;
    begun.set(request, revision);
    const answer = kept.find(request.url, revision.number);
    if (answer === undefined) return;
    await answer.audience.admit(request);
    reply.headers(answer.headers).headers({ etag: answer.etag, 'last-modified': modifiedAt(revision, clock) });
    if (!answer.audience.isEverybody) variesByWho(reply);
    else if (isPlain(request.raw) && clock.now() >= stoodFrom(revision))
      answer.finished ??= finished(request, reply, answer);
    return reply.send(
      isKnown(request, answer.etag, revision, clock) ? withoutBody(request, reply, answer.body) : answer.body,
    );
  });
}

/** What differs between requests for the same. */
const OF_THE_REQUEST = ['x-request-id', 'ratelimit', 'ratelimit-policy'];

/** The whole answer as it is about to be given to somebody who asks plainly, so that the next one gets it at the door. */
function finished({ routeOptions }: FastifyRequest, reply: FastifyReply, { body }: KeptAnswer): FinishedAnswer {
  const all = Object.entries(reply.getHeaders()).filter(([name]) => !OF_THE_REQUEST.includes(name));
  const headers = [...all, ['content-length', Buffer.byteLength(body)] as const];
  return { route: routeOptions.url ?? '', headers: headers.flatMap(([name, value]) => [name, String(value)]) };
}

/** Completes the tag of what a write leaves, or of what stands in its way: as a read would give it now. */
async function tagWrite(reply: FastifyReply, { database, program }: Rereading): Promise<void> {
  const revision = await database.revision();
  if (revision) reply.header('ETag', fullTag(String(reply.getHeader('etag')), stateOf(revision, program)));
}

type Telling = Rereading & { readonly see: Seeing };

async function tagRead(body: Buffer, request: FastifyRequest, reply: FastifyReply, parts: Telling) {
  const audience = audienceOf(request);
  const revision = audience && (await stableSince(request, parts.database));
  const etag = fullTag(
    reply.getHeader('etag') as string | undefined,
    revision ? stateOf(revision, parts.program) : digestOf(body),
  );
  const modified = revision ? modifiedAt(revision, parts.clock) : sayDate(parts.clock.now());
  reply.headers({ 'Cache-Control': storing(audience), ETag: etag, 'Last-Modified': modified });
  if (!audience?.isEverybody) variesByWho(reply);
  if (audience && revision) {
    keep(parts.kept, { request, reply, revision, answer: { body, etag, audience } });
    parts.see(request, reply);
  }
  return isKnown(request, etag, revision, parts.clock) ? (withoutBody(request, reply, body) ?? null) : body;
}

/** The revision of the store, if it is still the one at which the answer was begun; null where it changed meanwhile. */
async function stableSince(request: FastifyRequest, database: Database): Promise<Revision | null> {
  const [before, now] = [begun.get(request), await database.revision()];
  return before !== undefined && now?.number === before.number ? now : null;
}

/** What others on the way may keep: everything that everybody may read, if they ask each time whether it still stands. */
const storing = (audience: Audience | null): string =>
  audience?.isEverybody === true ? 'no-cache' : 'private, no-cache';

/** Whoever keeps the answer on the way must not give it to somebody else. */
const variesByWho = (reply: FastifyReply): void => alsoVaryBy(reply, 'Authorization', 'Cookie');

interface Given {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly revision: Revision;
  readonly answer: Omit<KeptAnswer, 'headers'>;
}

function keep(kept: KeptAnswers, { request, reply, revision, answer }: Given): void {
  const own = OF_THE_ANSWER.filter((name) => reply.hasHeader(name)).map((name) => [name, reply.getHeader(name)]);
  const headers = { ...(Object.fromEntries(own) as Record<string, string>), 'cache-control': storing(answer.audience) };
  kept.keep(request.url, revision.number, { ...answer, headers });
}

/**
 * Whether the client has said that it holds this very answer. Without a tag it may name an instant; where the answer
 * does not follow from the revision, nobody knows when it last changed.
 */
function isKnown({ headers }: FastifyRequest, etag: string, revision: Revision | null, clock: Clock): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers;
  if (tags !== undefined) return isNamedIn(tags, etag);
  if (revision === null || since === undefined) return false;
  const instant = Date.parse(since);
  return instant >= stoodFrom(revision) && instant <= clock.now();
}

/** Sends 304 instead. To HEAD the framework still says how long the body is, and sends none anyway. */
function withoutBody<Body>(request: FastifyRequest, reply: FastifyReply, body: Body): Body | undefined {
  reply.code(304).removeHeader('content-type');
  return request.method === 'HEAD' ? body : undefined;
}
