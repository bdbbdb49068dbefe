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

const counted = new WeakMap<FastifyRequest, Counted>();

type Count = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

const counting = new WeakMap<object, Count>();

/**
 * Limits how often the interface is asked: by key, else by address, and by address how many wrong keys are looked up.
 * It stands before everything that answers, so that what comes from a cache counts as well; 304 costs nothing.
 */
export function limitRequests(server: FastifyInstance, limits: Limits, identify: Identify): void {
  const counts: Count = async (request, reply) => {
    if (isOfInterface(request) || isOutput(request)) await count(request, reply, limits, identify);
  };
  counting.set(server.server, counts);
  server.addHook('onRequest', counts);
  server.addHook('onSend', async (request, reply) => {
    const who = counted.get(request);
    if (reply.statusCode !== 304 || who === undefined) return;
    void reply.headers(quotaFields([await limits.giveBack('default', who)]));
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
  const address: Counted = `address:${addressOf(request)}`;
  if (request.headers.authorization !== undefined) await assertMayTry(address, reply, limits);
  const { key, isWrong } = await identify(request);
  if (isWrong) return pass(reply, [await limits.take('wrong-keys', address)]);
  const who: Counted = key === null ? address : `key:${key}`;
  counted.set(request, who);
  const { countsAs } = request.routeOptions.config as { countsAs?: PolicyName };
  const policies: readonly PolicyName[] = countsAs === undefined ? ['default'] : ['default', countsAs];
  pass(reply, await Promise.all(policies.map((policy) => limits.take(policy, who))));
}

/** A key is not even looked up for an address from which too many wrong ones came. */
async function assertMayTry(address: Counted, reply: FastifyReply, limits: Limits): Promise<void> {
  const next = await limits.ask('wrong-keys', address);
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
  const next = await limits.ask('wrong-keys', address);
  assertWithin([next]);
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof Fault && error.kind === 'unauthorized') await limits.take('wrong-keys', address);
    throw error;
  }
}
