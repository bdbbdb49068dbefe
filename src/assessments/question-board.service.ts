import { Injectable } from '@nestjs/common';
import { fromDay, type DateBucket } from '../engine/confidence/index.js';
import { DAY_MS } from '../engine/subjects/index.js';
import { assessmentAt } from '../devices/beliefs.js';
import { wasAbout } from '../devices/past-places.js';
import type { Moment } from '../events/moments.service.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/sql.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import type { RumorRow } from '../rumors/rumor.view.js';

/** What the engine found about a question as a whole when one of its answers last moved. */
export interface Spread {
  /** When Hearsay believed it, epoch milliseconds. */
  readonly at: number;
  /** The probability that none of the answers is right. */
  readonly other: number;
  /** For dates: disjoint stretches of days, none of them over, which with `other` sum to 1. */
  readonly buckets: readonly DateBucket[] | null;
}

/** A question about a device with every rumor that answers it, the most likely first. */
export interface AskedQuestion {
  readonly question: string;
  readonly rumors: readonly RumorRow[];
  /** Null before any of them was weighed. */
  readonly spread: Spread | null;
}

/** Which questions are wanted; all of them where nothing is said. */
export interface QuestionFilter {
  readonly subject?: string;
  readonly region?: string;
}

interface SpreadRow {
  readonly question: string;
  readonly at: number;
  readonly other: number;
  readonly buckets: string | null;
}

/** Questions about devices as they are looked at, now or at an earlier moment, with what is shared among their answers. */
@Injectable()
export class QuestionBoard {
  constructor(
    private readonly database: Database,
    private readonly rumors: RumorBoard,
  ) {}

  /** The questions about a device, the one that most reports speak to first. */
  async ofDevice(deviceId: string, filter: QuestionFilter, moment: Moment): Promise<AskedQuestion[]> {
    const asked = await this.rumors.questions({ deviceId, ...filter }, moment);
    const spreads = await this.spreads(deviceId, moment);
    return asked
      .map(({ question, rumors }) => ({ question, rumors, spread: spreads.get(question) ?? null }))
      .sort((a, b) => reportsOf(b) - reportsOf(a));
  }

  /** The latest spread of each question about a device: they are stored with the assessments of its answers. */
  private async spreads(deviceId: string, { at, isNow }: Moment): Promise<Map<string, Spread>> {
    const latest = isNow ? sql`m.assessment_id` : assessmentAt(sql`m.id`, at);
    const isAbout = isNow
      ? sql`m.device_id = ${deviceId} and m.united_into_id is null`
      : wasAbout(sql`m.id`, sql`${deviceId}`, at);
    const { text, values } = sql`select m.question, a.at, x.other, x.buckets from rumors m
      join assessments a on a.id = ${latest} join explanations x on x.assessment_id = a.id
      where ${isAbout} order by a.at, a.id`;
    const rows = await this.database.read<SpreadRow>(text, values);
    const today = Math.floor(at / DAY_MS);
    return new Map(
      rows.map(({ question, buckets, ...spread }) => [
        question,
        buckets === null
          ? { ...spread, buckets: null }
          : { ...spread, ...fromDay({ buckets: JSON.parse(buckets) as DateBucket[], other: spread.other }, today) },
      ]),
    );
  }
}

const reportsOf = ({ rumors }: AskedQuestion): number => rumors.reduce((sum, rumor) => sum + rumor.report_count, 0);
