import { Injectable } from '@nestjs/common';
import { EventLog } from '../events/event-log.service.js';
import type { EventType } from '../events/event-types.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql } from '../platform/database/sql.js';
import { AlertBench } from './alert-bench.service.js';
import { AlertBoard } from './alert-board.service.js';
import type { Alert } from './alert.entity.js';

/** How many events are looked at in one act. */
const EVENTS_AT_ONCE = 200;

/** The events from which alerts follow. */
const TYPES: readonly EventType[] = [
  'rumor.confidence_changed',
  'rumor.resolved',
  'rumor.created',
  'statement.recorded',
  'refresh.finished',
];

/** Follows the log of events with the rules: each event is looked at once, in the act that notes how far it was. */
@Injectable()
export class AlertWatch {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly board: AlertBoard,
    private readonly bench: AlertBench,
  ) {}

  /** Looks at what has happened since the last time, and gives the alerts that follow from it. */
  async look(): Promise<void> {
    while (await this.lookPart());
  }

  /** Looks at a part; returns whether another one follows. */
  private async lookPart(): Promise<boolean> {
    const rules = await this.board.active();
    if (rules.length === 0) return false;
    const isNews = (await this.placeOf(rules)) < (await this.board.end());
    if (!isNews && !(await this.bench.hasWaiting())) return false;
    return this.database.unseen(async () => {
      const present = await this.board.active(); // again: another process may have been here
      if (present.length === 0) return false;
      const [after, upTo] = [await this.placeOf(present), await this.board.end()];
      const events = await this.log.read({ after, upTo }, EVENTS_AT_ONCE, [isOneOf(sql`e.type`, TYPES)]);
      const hasMore = events.length === EVENTS_AT_ONCE;
      await this.bench.hear(events, present);
      await this.bench.lookAgain(
        present,
        events.some(({ type }) => type === 'refresh.finished'),
      );
      await this.board.moveTo(hasMore ? (events.at(-1)?.sequence ?? upTo) : Math.max(after, upTo));
      return hasMore;
    });
  }

  /** Where to look on: no rule wants what lies before the first place from which any looks. */
  private async placeOf(rules: readonly Alert[]): Promise<number> {
    return Math.max(await this.board.place(), Math.min(...rules.map(({ fromSequence }) => fromSequence)));
  }
}
