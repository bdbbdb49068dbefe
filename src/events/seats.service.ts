import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, lotsOf, sql } from '../platform/database/sql.js';
import { Metrics } from '../platform/metrics.service.js';
import { RetryLater } from '../platform/retry-later.js';
import { Settings } from '../platform/settings.js';

/** After how many seconds it is worth asking again for a seat. */
const LATER_SECONDS = 30;

/** The places for those who listen: so many in all, and so many from one address or with one key. */
@Injectable()
export class Seats {
  private readonly taken = new Map<string, number>();
  private readonly figures: { readonly sent: Counter; readonly dropped: Counter };

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    const registers = [metrics.registry];
    const count = (): number => this.count;
    new Gauge({
      ...{ name: 'hearsay_stream_clients', help: 'Readers of the stream of events.', registers },
      collect() {
        this.set(count());
      },
    });
    this.figures = {
      sent: new Counter({ name: 'hearsay_stream_sent_total', help: 'Events that were sent to readers.', registers }),
      dropped: new Counter({
        ...{ name: 'hearsay_stream_dropped_total', help: 'Readers that were hung up on: too far behind.', registers },
      }),
    };
  }

  /** How many listen. */
  get count(): number {
    return [...this.taken.values()].reduce((sum, each) => sum + each, 0);
  }

  /**
   * Takes a seat for somebody; what it returns gives it back, once.
   *
   * @throws RetryLater exhausted `too-many-streams`
   */
  take(who: string): () => void {
    const { streams, streamsEach } = this.settings;
    const own = this.taken.get(who) ?? 0;
    if (own >= streamsEach) throw full(`You have ${own} streams open, and may have ${streamsEach}: close one.`);
    if (this.count >= streams) throw full(`All ${streams} streams are taken: come back later.`);
    this.taken.set(who, own + 1);
    let isTaken = true;
    return () => {
      if (isTaken) this.leave(who);
      isTaken = false;
    };
  }

  /** Counts events that were sent. */
  sent(events: number): void {
    this.figures.sent.inc(events);
  }

  /** Counts a reader that was hung up on. */
  dropped(): void {
    this.figures.dropped.inc();
  }

  /** Which of these keys are good no more. */
  async ended(keyIds: readonly string[]): Promise<ReadonlySet<string>> {
    const ended = new Set<string>();
    for (const lot of lotsOf(keyIds)) {
      const { text, values } = sql`select k.id from keys k where ${isOneOf(sql`k.id`, lot)}
        and (k.revoked_at is not null or k.expires_at <= ${this.clock.now()})`;
      for (const { id } of await this.database.read<{ id: string }>(text, values)) ended.add(id);
    }
    return ended;
  }

  private leave(who: string): void {
    const left = (this.taken.get(who) ?? 1) - 1;
    if (left === 0) this.taken.delete(who);
    else this.taken.set(who, left);
  }
}

const full = (why: string): RetryLater => new RetryLater(LATER_SECONDS, 'exhausted', 'too-many-streams', why);
