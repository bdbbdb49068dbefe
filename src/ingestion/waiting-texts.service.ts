import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { IngestionText } from './ingestion.entity.js';

/** Erases texts that nobody has reviewed in time. */
@Injectable()
export class WaitingTexts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** How many have waited longer than they may. */
  countOverdue(): Promise<number> {
    return this.database.rows.countBy(IngestionText, this.overdue());
  }

  /**
   * Erases those that have waited longer than they may, at most so many; returns how many it erased. Their articles
   * stay as they are, but are written down only when they are handed in again.
   */
  eraseOverdue(limit: number): Promise<number> {
    return this.database.transaction(async (rows) => {
      const overdue = await rows.find(IngestionText, {
        select: { ingestionId: true },
        where: this.overdue(),
        order: { eraseAt: 'ASC' },
        take: limit,
      });
      const ingestionId = In(overdue.map((text) => text.ingestionId));
      if (overdue.length > 0) await rows.delete(IngestionText, { ingestionId });
      return overdue.length;
    });
  }

  private overdue() {
    return { eraseAt: LessThanOrEqual(this.clock.now()) };
  }
}
