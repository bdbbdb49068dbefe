import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { addressOf } from './client-address.js';
import { isNamedIn } from './entity-tags.js';
import type { KeptAnswer } from './kept-answers.js';
import type { Limits } from './limits.service.js';
import { stoodFrom } from './modified.js';
import { isPlain, type BareRequest, type BareResponse } from './plain-requests.js';
import { quotaFields, type Usage } from './quota.js';
import type { Rereading } from './rereading.js';
import { answered, type Errand, type ShortWay } from './short-way.js';

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
export interface Door extends Rereading {
  readonly short: ShortWay;
  readonly limits: Limits;
  readonly note: (answered: Answered) => void;
}

/** Hands a request on to the server. */
type Passing = (request: BareRequest, response: BareResponse) => void;

/**
 * Answers whoever asks plainly before the router, which takes longer than most of what is left to do: from the bytes that
 * were sent before, where they still stand, else by the short way. It does what the long way does: the store is asked
 * whether it has changed, the request is counted, and how it was answered is noted. Everything else goes the long way
 * (docs/decisions/0021, 0028).
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
    if (isClosing || !isPlain(request)) return pass(request, response);
    const { url = '' } = request;
    const errand = door.kept.hasFinished(url) ? undefined : door.short.find(url);
    if (errand === null) return pass(request, response);
    const begun = performance.now();
    void isAnswered(request, response, { ...door, errand }, begun).then((is) => is || pass(request, response));
  });
}

/** Answers a request, if that can be done here and it stays within its quota; tells whether it did. */
async function isAnswered(
  request: BareRequest,
  response: BareResponse,
  door: Door & { readonly errand: Errand | undefined },
  begun: number,
): Promise<boolean> {
  const { url = '', method = '' } = request;
  const { limits, note } = door;
  const who = `address:${addressOf({ ip: request.socket.remoteAddress ?? '' })}` as const;
  if (isOver(limits.ask('default', who))) return false;
  const answer = await found(url, door).catch(() => null); // what is wrong is told by the long way
  if (answer?.finished === undefined) return false;
  const known = request.headers['if-none-match'];
  const isUnchanged = known !== undefined && isNamedIn(known, answer.etag);
  const usage = isUnchanged ? free(limits.ask('default', who)) : limits.take('default', who); // 304 costs nothing
  if (isOver(usage)) {
    limits.giveBack('default', who); // others came meanwhile
    return false;
  }
  const id = `req_${randomUUID()}`;
  send(response, { answer, isUnchanged, usage, id });
  note({ id, method, url, route: answer.finished.route, status: response.statusCode, took: performance.now() - begun });
  return true;
}

const isOver = ({ used, quota }: Usage): boolean => used > quota;

const free = (next: Usage): Usage => ({ ...next, used: next.used - 1 });

/** What an address is answered: what is kept, else what is found out, which is kept for the next one. */
async function found(url: string, door: Door & { readonly errand: Errand | undefined }): Promise<KeptAnswer | null> {
  const { database, clock, kept, short } = door;
  const revision = await database.revision();
  if (revision === null) return null;
  const known = kept.find(url, revision.number);
  if (known !== undefined) return known;
  const errand = door.errand ?? short.find(url);
  const answer = errand && (await answered(errand, url, revision, door));
  if (answer === null) return null;
  const isLasting = clock.now() >= stoodFrom(revision); // until then it says another instant each time
  kept.keep(url, revision.number, isLasting ? answer : { ...answer, finished: undefined });
  return answer;
}

interface Sent {
  readonly answer: KeptAnswer;
  readonly isUnchanged: boolean;
  readonly usage: Usage;
  readonly id: string;
}

/** The headers that only an answer with a body has. */
const OF_THE_BODY = ['content-type', 'content-length'];

function send(response: BareResponse, { answer, isUnchanged, usage, id }: Sent): void {
  const { headers = [] } = answer.finished ?? {};
  const own = ['x-request-id', id, ...Object.entries(quotaFields([usage])).flat()];
  if (!isUnchanged) return void response.writeHead(200, [...own, ...headers]).end(answer.body);
  const isOfBody = (place: number): boolean => OF_THE_BODY.includes(headers[place - (place % 2)] ?? '');
  response.writeHead(304, [...own, ...headers.filter((_each, place) => !isOfBody(place))]).end();
}
