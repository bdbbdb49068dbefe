import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Fault } from '../fault.js';
import { addressOf } from './client-address.js';
import type { Counted, Limits } from './limits.service.js';
import { assertWithin, quotaFields, type PolicyName, type Usage } from './quota.js';
import { isOfInterface, isOutput } from './routes.js';

/** Counts what a route does under another policy as well: `@CountsAs('ingestion')`. */
export const CountsAs = (policy: PolicyName): MethodDecorator => RouteConfig({ countsAs: policy });

/** Who makes a request, as far as it can be told before any route has looked. */
export interface Caller {
  /** The id of the key; null for nobody who is known. */
  readonly key: string | null;
  /** Whether a key was sent that is not good. */
  readonly isWrong: boolean;
}

/** Finds out who makes a request, and never refuses it. */
export type Identify = (request: FastifyRequest) => Promise<Caller>;

/** Somebody who shows nothing by which they could be known. */
const NOBODY: Caller = { key: null, isWrong: false };

const counted = new WeakMap<FastifyRequest, Counted>();

type Count = (request: FastifyRequest, reply: FastifyReply) => Promise<void> | void;

const counting = new WeakMap<object, Count>();

/**
 * Limits how often the interface is asked: by key, else by address, and by address how many wrong keys are looked up.
 * It stands before everything that answers, so that what comes from a cache counts as well; 304 costs nothing.
 */
export function limitRequests(server: FastifyInstance, limits: Limits, identify: Identify): void {
  const counts: Count = (request, reply) => {
    if (!isOfInterface(request) && !isOutput(request)) return;
    const { authorization, cookie } = request.headers;
    if (authorization === undefined && cookie === undefined) return take(request, reply, limits, NOBODY);
    return count(request, reply, limits, identify);
  };
  counting.set(server.server, counts);
  server.addHook('onRequest', (request, reply, done) => {
    try {
      const waiting = counts(request, reply);
      if (waiting === undefined) done();
      else waiting.then(() => done(), done);
    } catch (error) {
      done(error as Error);
    }
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    const who = reply.statusCode === 304 ? counted.get(request) : undefined;
    if (who !== undefined) void reply.headers(quotaFields([limits.giveBack('default', who)]));
    done(null, payload);
  });
}

/**
 * Counts a request that the server refuses before anything of ours looks at it, such as one for `/v1/%`.
 *
 * @throws QuotaExceeded
 */
export async function countRefused(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  await counting.get(request.server.server)?.(request, reply);
}

async function count(request: FastifyRequest, reply: FastifyReply, limits: Limits, identify: Identify): Promise<void> {
  if (request.headers.authorization !== undefined) assertMayTry(request, reply, limits);
  take(request, reply, limits, await identify(request));
}

function take(request: FastifyRequest, reply: FastifyReply, limits: Limits, { key, isWrong }: Caller): void {
  const address: Counted = `address:${addressOf(request)}`;
  if (isWrong) return pass(reply, [limits.take('wrong-keys', address)]);
  const who: Counted = key === null ? address : `key:${key}`;
  counted.set(request, who);
  const { countsAs } = request.routeOptions.config as { countsAs?: PolicyName };
  const policies: readonly PolicyName[] = countsAs === undefined ? ['default'] : ['default', countsAs];
  pass(
    reply,
    policies.map((policy) => limits.take(policy, who)),
  );
}

/** A key is not even looked up for an address from which too many wrong ones came. */
function assertMayTry(request: FastifyRequest, reply: FastifyReply, limits: Limits): void {
  const next = limits.ask('wrong-keys', `address:${addressOf(request)}`);
  if (next.used > next.quota) pass(reply, [next]);
}

function pass(reply: FastifyReply, usages: readonly Usage[]): void {
  void reply.headers(quotaFields(usages));
  assertWithin(usages);
}

/**
 * Tries a key that came otherwise than with a request for the interface; a wrong one is counted.
 *
 * @throws QuotaExceeded where too many wrong ones came from there; whatever the attempt throws
 */
export async function tried<T>(limits: Limits, request: FastifyRequest, attempt: () => Promise<T>): Promise<T> {
  const address: Counted = `address:${addressOf(request)}`;
  assertWithin([limits.ask('wrong-keys', address)]);
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof Fault && error.kind === 'unauthorized') limits.take('wrong-keys', address);
    throw error;
  }
}
