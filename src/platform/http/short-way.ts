import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Revision } from '../database/revision.js';
import { audienceOf, type Audience } from './audience.js';
import { fullTag, stateOf } from './entity-tags.js';
import type { KeptAnswer } from './kept-answers.js';
import { modifiedAt } from './modified.js';
import { PlainAddresses, type PlainAddress } from './plain-addresses.js';
import { isPlain } from './plain-requests.js';
import type { Rereading } from './rereading.js';
import { routesOf } from './routes.js';
import { shortReadsOf, type ShortRead } from './short-reads.js';

/** What every answer of a route to whoever asks plainly has in common. */
interface Lasting {
  readonly audience: Audience;
  readonly contentType: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

/** A read that is asked for, and how it is answered. */
export interface Errand {
  readonly address: PlainAddress;
  readonly read: ShortRead;
  readonly lasting: Lasting;
}

/** The headers that differ between two answers of a route. */
const OF_THE_ANSWER = [
  ...['etag', 'last-modified', 'link', 'content-length'],
  ...['x-request-id', 'ratelimit', 'ratelimit-policy'],
];
/** Those of them that a handler says. */
const SAID_BY_HANDLERS = ['etag', 'link'];
const JSON_TYPE = /^application\/json\b/;

/**
 * The way from an address to an answer that was not given before, without the framework. What stands on the answers of a
 * route is learned from the first one that went the long way: who may have it, and its headers. Whatever goes wrong,
 * and whatever is unusual, is left to the long way, which begins anew: reads have no effects.
 */
export class ShortWay {
  private readonly lasting = new Map<string, Lasting>();
  private readonly reads: ReadonlyMap<string, ShortRead>;
  private addresses: PlainAddresses | undefined;

  constructor(
    private readonly server: FastifyInstance,
    app: INestApplication,
  ) {
    this.reads = shortReadsOf(app);
  }

  /** Learns from an answer that is about to be given by the long way what every one of its route has in common. */
  learn(request: FastifyRequest, reply: FastifyReply): void {
    const route = request.routeOptions.url ?? '';
    const [audience, contentType] = [audienceOf(request), String(reply.getHeader('content-type'))];
    if (this.lasting.has(route) || !this.reads.has(route) || !isPlain(request.raw)) return;
    if (!audience?.isEverybody || !JSON_TYPE.test(contentType)) return;
    const headers = Object.entries(reply.getHeaders()).filter(([name]) => !OF_THE_ANSWER.includes(name));
    this.lasting.set(route, {
      audience,
      contentType,
      headers: headers.flatMap(([name, value]) => [name, String(value)]),
    });
  }

  /** What an address asks for; null where it goes the long way. */
  find(address: string): Errand | null {
    this.addresses ??= new PlainAddresses(routesOf(this.server));
    const asked = this.addresses.read(address);
    const [read, lasting] = asked === null ? [] : [this.reads.get(asked.route), this.lasting.get(asked.route)];
    return asked && read && lasting ? { address: asked, read, lasting } : null;
  }
}

/**
 * The answer to an errand, with all of its headers, if it is one of a single state of the store; null where it is left to
 * the long way.
 */
export async function answered(
  { address, read, lasting }: Errand,
  url: string,
  before: Revision,
  { database, clock, program }: Rereading,
): Promise<KeptAnswer | null> {
  const said = new SaidHeaders(url);
  const found = await read(address, said as unknown as FastifyReply);
  const revision = await database.revision();
  if (revision?.number !== before.number || !isTold(found) || !said.isUsual) return null;
  const body = JSON.stringify(found);
  const { etag: version, link } = said.headers;
  const etag = fullTag(version, stateOf(revision, program));
  const own = [
    ...['etag', etag, 'last-modified', modifiedAt(revision, clock)],
    ...(link === undefined ? [] : ['link', link]),
    ...['content-length', String(Buffer.byteLength(body))],
  ];
  const headers = {
    'content-type': lasting.contentType,
    ...(link !== undefined && { link }),
    'cache-control': 'no-cache',
  };
  const finished = { route: address.route, headers: [...lasting.headers, ...own] };
  return { body, etag, headers, audience: lasting.audience, finished };
}

/** Whether something is told as JSON, and not in a form of its own. */
const isTold = (found: unknown): boolean =>
  typeof found === 'object' && found !== null && [Object, Array].some((each) => found.constructor === each);

/** Stands for the answer while a handler is asked: it may say headers, and nothing else. */
class SaidHeaders {
  readonly headers: { etag?: string; link?: string } = {};
  readonly request: { readonly url: string };
  isUsual = true;

  constructor(url: string) {
    this.request = { url };
  }

  header(name: string, value: string): this {
    const key = name.toLowerCase();
    this.isUsual &&= SAID_BY_HANDLERS.includes(key);
    this.headers[key as 'etag' | 'link'] = value;
    return this;
  }
}
