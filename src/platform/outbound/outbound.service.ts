import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Agent, request, type Dispatcher } from 'undici';
import { Fault } from '../fault.js';
import { programVersion } from '../project.js';
import { connectorFor } from './connecting.js';
import { decoded } from './decoding.js';
import { Destinations, type DestinationRules } from './destinations.js';
import { HostNames } from './host-names.js';
import { inWords, Unreachable } from './outbound-faults.js';

/** How long and how large an answer from outside may be. */
export interface OutboundLimits {
  /** From the request to the last header, and for the connection before it. */
  readonly headersMs: number;
  /** Between two pieces of the body. */
  readonly bodyMs: number;
  /** From the first request to the last byte, with all places that it is sent on to. */
  readonly totalMs: number;
  /** Of the body, decoded. */
  readonly bodyBytes: number;
}

const LIMITS: OutboundLimits = { headersMs: 5_000, bodyMs: 10_000, totalMs: 20_000, bodyBytes: 5_000_000 };
const HEADER_BYTES = 16 * 1024;
const MOST_HOPS = 3;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Answers whose body, if they have any, tells nothing. */
const BODILESS: ReadonlySet<number> = new Set([...REDIRECTS, 204, 304]);
const BY_METHOD = { GET: true, POST: false } as const;

/** What is asked of somebody outside. */
export interface Asking {
  /** A GET is sent on up to three times; a POST never is. */
  readonly method?: keyof typeof BY_METHOD;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For how long the whole may take, where that is less than usual. */
  readonly totalMs?: number;
}

/** One place that sent on to another. */
export interface Hop {
  readonly status: number;
  readonly from: string;
  readonly to: string;
}

/** What somebody outside answered, whatever the status. */
export interface OutsideAnswer {
  readonly status: number;
  /** By small names; of one that came twice both, with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The address that answered. */
  readonly url: string;
  readonly hops: readonly Hop[];
}

/** How the program goes out. */
export interface OutboundRules extends DestinationRules {
  /** An address at which whoever is asked can complain; null where nobody said. */
  readonly contact: string | null;
}

/**
 * The only way out. Whatever anybody hands in or sends on to is looked at here: the address before, the host as it is
 * connected to, and the size while it arrives. Goes through no proxy, brings no cookie and no password.
 */
@Injectable()
export class Outbound implements OnModuleDestroy {
  /** How the program names itself to those whom it asks. */
  readonly userAgent: string;
  private readonly destinations: Destinations;
  private readonly agent: Agent;
  private readonly ending = new AbortController();

  constructor(
    rules: OutboundRules,
    names: HostNames,
    private readonly limits: OutboundLimits = LIMITS,
  ) {
    this.destinations = new Destinations(rules);
    this.userAgent = `Hearsay/${programVersion()}${rules.contact === null ? '' : ` (+${rules.contact})`}`;
    this.agent = new Agent({
      connect: connectorFor(this.destinations, names, limits.headersMs),
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.bodyMs,
      maxHeaderSize: HEADER_BYTES,
      pipelining: 1,
      connections: 8,
      keepAliveTimeout: 1_000,
      keepAliveMaxTimeout: 5_000,
    });
  }

  /**
   * Refuses an address that would not be asked, without asking it.
   *
   * @throws Blocked
   */
  assertAskable(url: string): void {
    this.destinations.admit(url);
  }

  /**
   * Asks somebody outside, and reads the whole answer.
   *
   * @throws Blocked where it leads elsewhere than outside, Unreachable where no answer could be read, TooLarge; Fault
   *   unavailable `shutting-down` where the program ends, which says nothing of whoever was asked
   */
  async ask(address: string, asking: Asking = {}): Promise<OutsideAnswer> {
    let url = this.destinations.admit(address);
    const signal = AbortSignal.any([AbortSignal.timeout(asking.totalMs ?? this.limits.totalMs), this.ending.signal]);
    const hops: Hop[] = [];
    for (;;) {
      const answer = await this.once(url, asking, signal).catch((error: unknown) => {
        throw this.ending.signal.aborted ? shuttingDown() : inWords(error, url);
      });
      const { location } = answer.headers;
      const isSentOn = REDIRECTS.has(answer.status) && location !== undefined && BY_METHOD[asking.method ?? 'GET'];
      if (!isSentOn) return { ...answer, url: url.href, hops };
      if (hops.length >= MOST_HOPS) throw new Unreachable(`${url.host} sends on more than ${MOST_HOPS} times.`);
      const to = this.destinations.next(url, location);
      hops.push({ status: answer.status, from: url.href, to: to.href });
      url = to;
    }
  }

  /** Hangs up on everybody before anything else ends: nothing that ends waits for somebody outside. */
  async onModuleDestroy(): Promise<void> {
    this.ending.abort();
    await this.agent.destroy();
  }

  private async once(url: URL, { method = 'GET', headers, body }: Asking, signal: AbortSignal) {
    const own = { 'user-agent': this.userAgent, 'accept-encoding': 'gzip, br' };
    const answer = await request(url, {
      dispatcher: this.agent,
      method,
      headers: { ...headers, ...own },
      signal,
      ...(body !== undefined && { body }),
    });
    answer.body.on('error', () => undefined); // a body that is dropped may fail, and nobody is there to hear it
    const said = headersOf(answer);
    if (BODILESS.has(answer.statusCode)) {
      answer.body.destroy();
      return { status: answer.statusCode, headers: said, body: Buffer.alloc(0) };
    }
    const bytes = await decoded(answer.body, said['content-encoding'] ?? '', this.limits.bodyBytes);
    return { status: answer.statusCode, headers: said, body: bytes };
  }
}

const shuttingDown = (): Fault => new Fault('unavailable', 'shutting-down', 'The server is shutting down; try again.');

const headersOf = ({ headers }: Dispatcher.ResponseData): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), typeof value === 'string' ? value : value.join(', ')]],
    ),
  );
