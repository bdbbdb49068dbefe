import type { Clock } from '../platform/clock.js';

/** How long what a host says is believed, in milliseconds. */
export const BELIEVED_MS = 24 * 3_600_000;
const MOST_ORIGINS = 5_000;

/** Something that a host said, and until when it is believed. */
export interface Said {
  /** Epoch milliseconds. */
  readonly until: number;
}

/** Remembers what each host said of itself, and asks it again once that is no longer believed: one request at a time. */
export class OriginMemory<Words extends Said> {
  private readonly known = new Map<string, Promise<Words>>();

  constructor(
    private readonly clock: Clock,
    private readonly ask: (origin: string) => Promise<Words>,
  ) {}

  /** What a host says, as `https://host:port`; rejects as asking it does, and then asks again the next time. */
  async of(origin: string): Promise<Words> {
    const known = await this.known.get(origin)?.catch(() => null);
    const now = this.clock.now();
    if (known && known.until > now && known.until <= now + BELIEVED_MS) return known;
    if (this.known.size >= MOST_ORIGINS) this.known.clear();
    const asked = this.ask(origin);
    this.known.set(origin, asked);
    asked.catch(() => this.known.delete(origin));
    return asked;
  }
}
