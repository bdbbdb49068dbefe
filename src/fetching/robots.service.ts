import { Injectable } from '@nestjs/common';
import robotsModule from 'robots-parser';
import { Clock } from '../platform/clock.js';
import { Fault } from '../platform/fault.js';
import { Outbound } from '../platform/outbound/outbound.service.js';
import { BELIEVED_MS, OriginMemory, type Said } from './origin-memory.js';

/** The name by which pages may tell this program what it may not read. */
export const ROBOT = 'Hearsay';

// The package is a function; its types say that it has one.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

/** How long nobody asks a host again that could not say. */
const KEPT_SILENCE_MS = 10 * 60_000;
/** How much of it is read, in bytes (RFC 9309: at least 500 KiB). */
const MOST_BYTES = 512_000;

/** Something that its host does not want to be read by programs. */
export class Unwelcome extends Fault {
  constructor(code: 'robots-disallowed' | 'text-reserved', message: string) {
    super('invalid', code, message, [{ pointer: '#/url', code, detail: message }]);
  }
}

/** What a host lets programs read. */
interface Rules extends Said {
  mayRead(url: string): boolean;
}

/** Asks each host once a day what it lets programs read (robots.txt, RFC 9309). */
@Injectable()
export class Robots {
  private readonly memory: OriginMemory<Rules>;

  constructor(
    private readonly outbound: Outbound,
    private readonly clock: Clock,
  ) {
    this.memory = new OriginMemory(clock, (origin) => this.ask(origin));
  }

  /**
   * Makes sure that a page may be read.
   *
   * @throws Unwelcome `robots-disallowed`; what the way out says where the host does not answer
   */
  async assertWelcome(url: string): Promise<void> {
    this.outbound.assertAskable(url);
    const rules = await this.memory.of(new URL(url).origin);
    if (!rules.mayRead(url)) throw new Unwelcome('robots-disallowed', `${new URL(url).host} does not let it be read.`);
  }

  /** No rules where there is no such page; nothing may be read where the host is in trouble and cannot say. */
  private async ask(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`;
    const { status, body } = await this.outbound.ask(address);
    const now = this.clock.now();
    if (status >= 500 || status === 429) return { until: now + KEPT_SILENCE_MS, mayRead: () => false };
    if (status !== 200) return { until: now + BELIEVED_MS, mayRead: () => true };
    const rules = robotsParser(address, body.subarray(0, MOST_BYTES).toString('utf8'));
    return { until: now + BELIEVED_MS, mayRead: (url) => rules.isAllowed(url, ROBOT) ?? true };
  }
}
