import { Injectable } from '@nestjs/common';
import type { Audience } from './audience.js';

/** How much is kept, in bytes. */
const CAPACITY = 32 * 1024 * 1024;

/** The largest answer that is kept: a few of them must not drive out all others. */
const LARGEST = CAPACITY / 32;

/** What an answer takes beside its body, about: its headers, also as they are finished, and its place in the memory. */
const OVERHEAD = 2048;

/** An answer as it was given at a revision of the store. */
export interface KeptAnswer {
  readonly body: string | Buffer;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly audience: Audience;
  /** The whole answer to somebody without a key who asks plainly; missing until one was given. */
  finished?: FinishedAnswer;
}

/** What is sent to whoever asks plainly, but for what differs from request to request. */
export interface FinishedAnswer {
  /** The pattern of the route that gave it. */
  readonly route: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

/**
 * The answers that were given since the store last changed, by their address, those that were asked for last. Whoever
 * asks again gets the same bytes; as soon as the store has changed, by whichever process, all of them are forgotten.
 */
@Injectable()
export class KeptAnswers {
  private readonly answers = new Map<string, KeptAnswer>();
  private revision = 0;
  private bytes = 0;

  /** The answer of an address at a revision; undefined where none is kept. */
  find(address: string, revision: number): KeptAnswer | undefined {
    if (revision !== this.revision) return undefined;
    const answer = this.answers.get(address);
    if (answer === undefined) return undefined;
    this.answers.delete(address); // the order of a Map is that of its insertions: what was asked for last stands last
    this.answers.set(address, answer);
    return answer;
  }

  /** Whether an address has an answer that is finished, of whatever revision. */
  hasFinished(address: string): boolean {
    return this.answers.get(address)?.finished !== undefined;
  }

  /** Keeps an answer that was given at a revision, unless a later one is known already. */
  keep(address: string, revision: number, answer: KeptAnswer): void {
    if (revision < this.revision || sizeOf(address, answer) > LARGEST) return;
    if (revision > this.revision) this.forget(revision);
    const former = this.answers.get(address);
    this.bytes += sizeOf(address, answer) - (former ? sizeOf(address, former) : 0);
    this.answers.set(address, answer);
    for (const [oldest, each] of this.answers) {
      if (this.bytes <= CAPACITY) return;
      this.answers.delete(oldest);
      this.bytes -= sizeOf(oldest, each);
    }
  }

  private forget(revision: number): void {
    this.answers.clear();
    this.revision = revision;
    this.bytes = 0;
  }
}

const sizeOf = (address: string, { body }: KeptAnswer): number =>
  Buffer.byteLength(body) + 2 * address.length + OVERHEAD;
