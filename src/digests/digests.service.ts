import { Injectable } from '@nestjs/common';
import type { FeedItem } from '../outputs/feed-item.js';
import { Notables } from '../outputs/notables.service.js';
import { Fault } from '../platform/fault.js';
import { Mail } from '../platform/outbound/mail.service.js';
import { Settings } from '../platform/settings.js';
import { DigestBook, type DueDigest } from './digest-book.service.js';
import { letterOf } from './digest-letter.js';

/** Up to how many changes of a day are counted. */
const COUNTED = 10_000;

/** The daily letter about what changed, to whom the operator has set. */
@Injectable()
export class Digests {
  constructor(
    private readonly book: DigestBook,
    private readonly notables: Notables,
    private readonly mail: Mail,
    private readonly settings: Settings,
  ) {}

  /**
   * Sends the letter that is due, once; a day on which nothing was notable has none. Returns how many changes it told of;
   * null where no letter is due, or nobody is set to get one.
   *
   * @throws Fault unavailable `mail-refused`; it is tried again for a day
   */
  async sendDue(): Promise<number | null> {
    if (!this.mail.isSet || this.settings.digestTo.length === 0) return null;
    const due = this.book.due();
    if (!(await this.book.claim(due.day))) return null;
    try {
      const { from, until } = due;
      const items = await this.notables.of({}, undefined, { from, until, most: COUNTED });
      if (items.length > 0) await this.send(items, due);
      await this.book.close(due.day, items.length);
      return items.length;
    } catch (error) {
      await this.book.fail(due.day, error instanceof Fault ? error.message : 'the program is at fault');
      throw error;
    }
  }

  private send(items: readonly FeedItem[], { day, until }: DueDigest): Promise<void> {
    const { digestTo: to, digestFrom, publicUrl } = this.settings;
    const from = digestFrom ?? to[0]!;
    const host = from.slice(from.indexOf('@') + 1);
    const letter = letterOf(items, day, publicUrl);
    return this.mail.send({ from, to, ...letter, id: `<digest.${day}@${host}>`, at: until });
  }
}
