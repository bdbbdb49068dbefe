import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { EventLog, type LoggedEvent } from '../../events/event-log.service.js';
import { hears, typesFor, type Hearing } from '../../events/hearing.js';
import type { ActivityProps } from './activity-page.js';
import type { ActivityQueryDto } from './activity-query.dto.js';
import { STILL } from '../parts/change.js';
import { Happenings } from './happenings.service.js';
import { eventsOf } from './news.js';

/** How many news the page shows. */
export const MOST_NEWS = 200;
/** How many places of the log are looked through at a time, and how often at most. */
const STRIDE = 500;
const MOST_STRIDES = 20;

/** Puts the page of what changed together: the log of events, the newest first. */
@Injectable()
export class ActivityReader {
  constructor(
    private readonly log: EventLog,
    private readonly happenings: Happenings,
  ) {}

  /** What somebody may hear of, of what a query asks for. */
  async read(query: ActivityQueryDto, actor: Actor): Promise<ActivityProps> {
    const least = Number(query.min ?? 0) / 100;
    const hearing = { actor, types: eventsOf(query.what), ...(least > 0 && { minDelta: least }) };
    const last = await this.log.last();
    const events = await this.newest({ ...hearing, types: typesFor(hearing) }, Number(query.after ?? 0), last);
    return { happenings: await this.happenings.of(events), last, query };
  }

  private async newest(hearing: Hearing, after: number, last: number): Promise<LoggedEvent[]> {
    const found: LoggedEvent[] = [];
    let upTo = last;
    for (let stride = 0; stride < MOST_STRIDES && upTo > after && found.length < MOST_NEWS; stride += 1) {
      const from = Math.max(after, upTo - STRIDE);
      const read = await this.log.read({ after: from, upTo }, STRIDE);
      found.push(...read.toReversed().filter((event) => hears(hearing, event) && !isCreeping(event)));
      upTo = from;
    }
    return found.slice(0, MOST_NEWS);
  }
}

/** Whether a number moved by less than is shown, only because time went by: whoever asks the interface hears of it. */
function isCreeping({ type, data }: LoggedEvent): boolean {
  const { previous, current, cause } = data;
  if (type !== 'rumor.confidence_changed' || !Array.isArray(cause) || cause.length > 0) return false;
  return typeof previous === 'number' && typeof current === 'number' && Math.abs(current - previous) < STILL;
}
