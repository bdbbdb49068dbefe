import { DAY_MS, dayNumber, dayOf } from '../engine/subjects/index.js';
import { Injectable } from '@nestjs/common';
import { dayAt, QUANTILES } from '../assessments/launch-window.js';
import { figureOf } from '../engine/confidence/index.js';
import type { Moment } from '../events/moments.service.js';
import { Named } from '../evidence/named.service.js';
import { Settings } from '../platform/settings.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import { claimOfRow, sayRumor, viewConfidence, type RumorRow } from '../rumors/rumor.view.js';
import type { CalendarEntry } from './icalendar.js';

/** How an entry is placed: on the middle day of its window, or over the middle half of it. */
export const CALENDAR_STYLES = ['point', 'span'] as const;
export type CalendarStyle = (typeof CALENDAR_STYLES)[number];

/** What has an entry: each rumor about a launch, or each device, by the likeliest of its open ones. */
export const CALENDAR_UNITS = ['rumor', 'device'] as const;
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

/** Which launches are wanted; all where nothing is said. */
export interface LaunchesAsked {
  readonly company?: string;
  readonly device?: string;
  readonly region?: string;
  readonly min_confidence?: number;
  readonly style?: CalendarStyle;
  readonly each?: CalendarUnit;
}

/** How long an entry is still shown after it was decided. */
const SHOWN_MS = 30 * DAY_MS;

/** The rumored launches as entries of a calendar. */
@Injectable()
export class LaunchCalendar {
  constructor(
    private readonly rumors: RumorBoard,
    private readonly named: Named,
    private readonly settings: Settings,
  ) {}

  /** One entry for each open rumor about a launch, and for those decided within 30 days; or one for each device. */
  async entries(asked: LaunchesAsked, moment: Moment): Promise<CalendarEntry[]> {
    const { company, device, region, min_confidence: minConfidence, style = 'point', each } = asked;
    const named = await this.named.in({ company, device }, moment);
    const found = await this.rumors.list({ ...named, subject: 'launch.date', region, minConfidence }, moment);
    const rows = each === 'device' ? likeliestOf(found) : found;
    return rows.flatMap((row) => {
      const status = statusOf(row, moment.at);
      const days = status && daysOf(row, style);
      if (!status || !days) return [];
      const url = this.settings.publicUrl === null ? '' : `${this.settings.publicUrl}/rumors/${row.id}`;
      const told = { uid: row.id, sequence: row.version - 1, changedAt: row.updated_at, url };
      return [{ ...told, ...days, status, summary: summaryOf(row), description: describe(row) }];
    });
  }
}

/** Of each device the likeliest of the launches that are open; the first of those that are alike. */
function likeliestOf(rows: readonly RumorRow[]): RumorRow[] {
  const best = new Map<string, RumorRow>();
  for (const row of rows) {
    const known = best.get(row.device_id);
    if (row.status !== 'open' || (known && (known.probability ?? 0) >= (row.probability ?? 0))) continue;
    best.set(row.device_id, row);
  }
  return [...best.values()];
}

/** How sure an entry is; null where it is not shown. */
function statusOf(row: RumorRow, at: number): CalendarEntry['status'] | null {
  if (row.status === 'open') return row.announced ? 'CONFIRMED' : 'TENTATIVE';
  if (row.status === 'withdrawn') return row.updated_at >= at - SHOWN_MS ? 'CANCELLED' : null;
  if (row.status !== 'resolved' || (row.resolved_at ?? 0) < at - SHOWN_MS) return null;
  return row.outcome === 'true' || row.outcome === 'partly' ? 'CONFIRMED' : 'CANCELLED';
}

/** The days of an entry: when it happened, else the middle of the window, or the middle half. */
function daysOf(row: RumorRow, style: CalendarStyle): Pick<CalendarEntry, 'firstOn' | 'endsBefore'> | null {
  const claim = claimOfRow(row);
  if (claim?.value.type !== 'dates') return null;
  const isOver = row.outcome === 'true' && row.happened_on !== null;
  const range = isOver ? { earliestOn: row.happened_on, latestOn: row.happened_on } : claim.value;
  const { earliestOn, latestOn } = range;
  const distribution = { buckets: [{ earliestOn, latestOn, probability: 1 }], other: 0 };
  const shares = style === 'span' ? [QUANTILES.p25, QUANTILES.p75] : [QUANTILES.p50, QUANTILES.p50];
  const [firstOn = null, lastOn = null] = shares.map((share) => dayAt(distribution, share));
  if (firstOn === null || lastOn === null) return null;
  return { firstOn, endsBefore: dayOf(dayNumber(lastOn)! + 1) };
}

function summaryOf(row: RumorRow): string {
  const where = row.region === null ? '' : ` (${row.region})`;
  const said = `${row.device_name}: launch${where}`;
  if (row.status === 'withdrawn') return `${said}, withdrawn`;
  if (row.outcome !== null) return `${said}, ${row.outcome}`;
  const confidence = viewConfidence(row);
  return confidence === null ? said : `${said}, ${figureOf(confidence.probability)} % ${confidence.word}`;
}

function describe(row: RumorRow): string {
  const { report_count: reports, origin_count: origins } = row;
  const counted = `${reports} ${reports === 1 ? 'report' : 'reports'} from ${origins} ${origins === 1 ? 'origin' : 'origins'}`;
  return `${sayRumor(row)}.\n${counted}.`;
}
