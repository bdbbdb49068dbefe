import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Fault } from '../platform/fault.js';
import { Outbound } from '../platform/outbound/outbound.service.js';
import { BELIEVED_MS, OriginMemory, type Said } from './origin-memory.js';

const PLACE = '/.well-known/tdmrep.json';
/** How long nobody asks a host again that could not say, in milliseconds. */
const SILENCE_MS = 3_600_000;
const MOST_BYTES = 256_000;
const MOST_RULES = 1_000;

/** Whether the mining of the texts at some paths is reserved. */
interface Rule {
  readonly location: string;
  readonly isReserved: boolean;
}

interface Rules extends Said {
  readonly rules: readonly Rule[];
}

/** Asks each host once a day for which of its paths it reserves the mining of texts (TDM Reservation Protocol, 2024). */
@Injectable()
export class Reservations {
  private readonly memory: OriginMemory<Rules>;

  constructor(
    private readonly outbound: Outbound,
    private readonly clock: Clock,
  ) {
    this.memory = new OriginMemory(clock, (origin) => this.ask(origin));
  }

  /** Whether the host of a page reserves it by its file; a host that has none, or cannot say, reserves nothing by it. */
  async reserves(url: string): Promise<boolean> {
    const { origin, pathname, search } = new URL(url);
    const { rules } = await this.memory.of(origin);
    return rules.find(({ location }) => fits(location, pathname + search))?.isReserved ?? false;
  }

  private async ask(origin: string): Promise<Rules> {
    try {
      const { status, body } = await this.outbound.ask(origin + PLACE);
      const until = this.clock.now() + (status >= 500 || status === 429 ? SILENCE_MS : BELIEVED_MS);
      return { until, rules: status === 200 && body.length <= MOST_BYTES ? rulesIn(body.toString('utf8')) : [] };
    } catch (error) {
      if (!(error instanceof Fault) || error.kind === 'unavailable') throw error;
      return { until: this.clock.now() + SILENCE_MS, rules: [] };
    }
  }
}

/** The rules of a file, in their order; none of one that cannot be read. */
function rulesIn(text: string): Rule[] {
  const said = parsed(text);
  if (!Array.isArray(said)) return [];
  return said.slice(0, MOST_RULES).flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return [];
    const { location, 'tdm-reservation': reservation } = each as Record<string, unknown>;
    return typeof location === 'string' ? [{ location, isReserved: Number(reservation) === 1 }] : [];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

/**
 * Whether a path is one of those that a rule is about, as in robots.txt (RFC 9309, 2.2.3): it begins so, `*` is anything,
 * a `$` at the end is the end. Goes through the path once, whatever the pattern.
 */
export function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let place = first.length;
  const last = isWhole ? parts.pop() : undefined;
  for (const part of parts) {
    const found = path.indexOf(part, place);
    if (found < 0) return false;
    place = found + part.length;
  }
  if (!isWhole) return true;
  return last === undefined ? place === path.length : path.length - last.length >= place && path.endsWith(last);
}
