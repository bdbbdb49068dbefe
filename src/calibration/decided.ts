import { baseRateOf, NOTHING_LEARNED } from '../engine/confidence/index.js';
import {
  DAY_MS,
  dayNumber,
  readValue,
  type ClaimValue,
  type Subject,
  type SubjectFamily,
} from '../engine/subjects/index.js';
import type { Moment } from '../events/moments.service.js';
import { every, sql, type Sql } from '../platform/database/sql.js';
import type { Outcome } from '../rumors/rumor.entity.js';
import { subjectOf } from '../rumors/rumor.view.js';

/** Which decided claims are wanted; all of them where nothing is said. Days `YYYY-MM-DD`, both within. */
export interface DecidedFilter {
  readonly family?: SubjectFamily;
  readonly companyId?: string;
  readonly category?: string;
  /** The first and the last day on which it was decided. */
  readonly from?: string;
  readonly to?: string;
}

/** A claim and what is known of its outcome, as it is read; null while nobody has decided it. */
export interface DecidedRow {
  readonly rumor_id: string;
  readonly device_id: string;
  readonly company_slug: string;
  readonly category: string | null;
  readonly subject: string;
  readonly question: string;
  readonly value: string;
  readonly window_ends_on: string | null;
  readonly outcome: Outcome | null;
  readonly happened_on: string | null;
}

/** A claim that was decided, in the words of the engine. */
export interface Decided {
  readonly rumorId: string;
  readonly subject: Subject;
  readonly value: ClaimValue;
  /** How often such claims come true by the catalogue: a yardstick that learns nothing and never moves. */
  readonly baseRate: number;
  readonly happened: boolean;
  /** The device and its question. */
  readonly question: string;
  /** What decided it: all claims about one device that were decided on one day are one event. */
  readonly event: string;
  /** The start of the day on which it was decided, epoch milliseconds. */
  readonly decidedAt: number;
  /** The last day of its window as days since 1970-01-01; null where it has none. */
  readonly windowEnds: number | null;
  readonly companySlug: string;
  readonly category: string | null;
}

/** The columns of `DecidedRow`. */
export const DECIDED_COLUMNS = sql`m.id as rumor_id, m.device_id, c.slug as company_slug, d.category, m.subject,
  m.question, m.value, m.window_ends_on, v.outcome, v.happened_on`;

/** The tables in which decided claims stand: resolution (`v`), rumor (`m`), device (`d`), company (`c`). */
export const DECIDED_TABLES = sql`resolutions v join rumors m on m.id = v.rumor_id and m.united_into_id is null
  join devices d on d.id = m.device_id join companies c on c.id = d.company_id`;

/** Whether a resolution (`v`) stood at a moment. */
export const stood = ({ at }: Moment): Sql =>
  sql`v.resolved_at <= ${at} and (v.reopened_at is null or v.reopened_at > ${at})`;

/** Whether a claim is about devices (`d`) that a filter asks for. */
export function isOfDevice({ companyId, category }: DecidedFilter): Sql {
  const conditions = [
    companyId !== undefined && sql`d.company_id = ${companyId}`,
    category !== undefined && sql`d.category = ${category}`,
  ];
  return every(conditions.filter((condition) => condition !== false));
}

/**
 * The claim of a row; null where it neither came true nor was found false. It was decided on the day on which it came true, or was found false; a claim about days is false
 * from the end of its window on, however late somebody writes that down.
 */
export function decidedOf(row: DecidedRow): Decided | null {
  if (row.happened_on === null || (row.outcome !== 'true' && row.outcome !== 'false')) return null;
  const subject = subjectOf(row);
  const value = readValue(subject, row.value);
  const happened = row.outcome === 'true';
  const windowEnds = row.window_ends_on === null ? null : dayNumber(row.window_ends_on);
  const happenedOn = dayNumber(row.happened_on)!;
  const day = happened || windowEnds === null ? happenedOn : Math.min(happenedOn, windowEnds + 1);
  return {
    rumorId: row.rumor_id,
    subject,
    value,
    baseRate: baseRateOf(subject, value, NOTHING_LEARNED).rate,
    happened,
    question: `${row.device_id} ${row.question}`,
    event: `${row.device_id} ${day}`,
    decidedAt: day * DAY_MS,
    windowEnds,
    companySlug: row.company_slug,
    category: row.category,
  };
}

/** Whether a decided claim is of what a filter asks for. */
export function isWanted({ subject, decidedAt }: Decided, { family, from, to }: DecidedFilter): boolean {
  const day = decidedAt / DAY_MS;
  if (family !== undefined && subject.family !== family) return false;
  return (from === undefined || day >= dayNumber(from)!) && (to === undefined || day <= dayNumber(to)!);
}
