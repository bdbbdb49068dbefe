import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/database.js';
import { addressOf } from './client-address.js';
import { isNamedIn } from './entity-tags.js';
import type { KeptAnswer, KeptAnswers } from './kept-answers.js';
import type { Limits } from './limits.service.js';
import { isPlain, type BareRequest, type BareResponse } from './plain-requests.js';
import { quotaFields, type Usage } from './quota.js';

/** How a request was answered, as it is noted of every one. */
export interface Answered {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  /** The pattern of the route. */
  readonly route: string;
  readonly status: number;
  /** Milliseconds. */
  readonly took: number;
}

/** What is needed to answer at the door. */
export interface Door {
  readonly database: Database;
  readonly kept: KeptAnswers;
  readonly limits: Limits;
  readonly note: (answered: Answered) => void;
}

/** Hands a request on to the server. */
type Passing = (request: BareRequest, response: BareResponse) => void;

/**
 * Answers whoever asks plainly for what was given before, and still stands, from the bytes that were sent then: before the
 * router, which takes longer than everything that is left to do. It does what the long way does: the store is asked
 * whether it has changed, the request is counted, and how it was answered is noted. Everything else goes the long way
 * (docs/decisions/0021).
 */
export function answerAtDoor(server: FastifyInstance, door: Door): void {
  let isClosing = false;
  server.addHook('preClose', (done) => {
    isClosing = true; // what comes now is refused by the long way
    done();
  });
  const [pass] = server.server.listeners('request') as Passing[];
  if (pass === undefined) return;
  server.server.removeListener('request', pass);
  server.server.on('request', (request, response) => {
    if (isClosing || !isPlain(request) || !door.kept.hasFinished(request.url ?? '')) return pass(request, response);
    const begun = performance.now();
    void isAnswered(request, response, door, begun).then((is) => is || pass(request, response));
  });
}

/** Answers a request, if what was kept for it still stands and it stays within its quota; tells whether it did. */
async function isAnswered(
  request: BareRequest,
  response: BareResponse,
  { database, kept, limits, note }: Door,
  begun: number,
): Promise<boolean> {
  const { url = '', method = '' } = request;
  const revision = await database.revision().catch(() => null);
  const answer = revision ? kept.find(url, revision.number) : undefined;
  if (answer?.finished === undefined) return false;
  const who = `address:${addressOf({ ip: request.socket.remoteAddress ?? '' })}` as const;
  const next = limits.ask('default', who);
  if (next.used > next.quota) return false;
  const known = request.headers['if-none-match'];
  const isUnchanged = known !== undefined && isNamedIn(known, answer.etag);
  const usage = isUnchanged ? { ...next, used: next.used - 1 } : limits.take('default', who); // 304 costs nothing
  const id = `req_${randomUUID()}`;
  send(response, { answer, isUnchanged, usage, id });
  note({ id, method, url, route: answer.finished.route, status: response.statusCode, took: performance.now() - begun });
  return true;
}

interface Sent {
  readonly answer: KeptAnswer;
  readonly isUnchanged: boolean;
  readonly usage: Usage;
  readonly id: string;
}

function send(response: BareResponse, { answer, isUnchanged, usage, id }: Sent): void {
  const { headers = [], headersOfUnchanged = [] } = answer.finished ?? {};
  const own = ['x-request-id', id, ...Object.entries(quotaFields([usage])).flat()];
  if (isUnchanged) response.writeHead(304, [...own, ...headersOfUnchanged]).end();
  else response.writeHead(200, [...own, ...headers]).end(answer.body);
}
