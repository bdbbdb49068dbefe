import { Injectable } from '@nestjs/common';
import { bearsOut } from '../engine/confidence/index.js';
import { DAY_MS, readValue, type SubjectFamily } from '../engine/subjects/index.js';
import type { Moment } from '../events/moments.service.js';
import { Database } from '../platform/database/database.js';
import { joined, lotsOf, sql } from '../platform/database/sql.js';
import { subjectOf } from '../rumors/rumor.view.js';
import {
  type Decided,
  DECIDED_COLUMNS,
  DECIDED_TABLES,
  decidedOf,
  type DecidedFilter,
  type DecidedRow,
  isOfDevice,
  isWanted,
  stood,
} from './decided.js';

/** How long before the decision a forecast is taken: so many days, or the last one before its day. */
export const HORIZONS = ['7d', '30d', '90d', 'any'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** What Hearsay believed of a claim before it was decided. */
export interface OwnForecast {
  readonly decided: Decided;
  /** As it was stored then, 0..1. */
  readonly probability: number;
  /** What somebody would have believed then who counts articles, 0..1. */
  readonly counted: number;
}

/** What Hearsay believed of decided claims, and how many are left out, and why. */
export interface OwnForecasts {
  readonly forecasts: readonly OwnForecast[];
  /** Claims about days that came true or not, but whose window is not over: their like may still be open. */
  readonly windowRunning: number;
  /** Claims of which nothing was believed yet at the horizon. */
  readonly notAssessed: number;
  /** Claims that came out partly or void. */
  readonly undecided: number;
}

/** What was believed at the horizon of a decided claim, of it or of a rival. */
interface BelievedRow {
  readonly rumor_id: string;
  readonly other_id: string;
  readonly value: string;
  readonly probability: number;
  readonly supporting_count: number;
  readonly refuting_count: number;
}

const DAYS: Readonly<Record<Exclude<Horizon, 'any'>, number>> = { '7d': 7, '30d': 30, '90d': 90 };

/** Reads what Hearsay believed before claims were decided: as it was stored then, never computed again. */
@Injectable()
export class Forecasts {
  constructor(private readonly database: Database) {}

  /** The forecasts at a horizon of the claims that were known to be decided at a moment. */
  async of(horizon: Horizon, filter: DecidedFilter, moment: Moment): Promise<OwnForecasts> {
    const rows = await this.resolved(filter, moment);
    const all = rows.map(decidedOf).filter((decided) => decided !== null);
    const wanted = all.filter((decided) => isWanted(decided, filter));
    const ripe = wanted.filter(({ windowEnds }) => windowEnds === null || (windowEnds + 1) * DAY_MS <= moment.at);
    const forecasts = await this.believed(ripe, horizon);
    return {
      forecasts,
      windowRunning: wanted.length - ripe.length,
      notAssessed: ripe.length - forecasts.length,
      undecided: rows.filter((row) => isUndecided(row, filter.family)).length,
    };
  }

  private resolved(filter: DecidedFilter, moment: Moment): Promise<DecidedRow[]> {
    const { text, values } = sql`select ${DECIDED_COLUMNS} from ${DECIDED_TABLES}
      where ${stood(moment)} and ${isOfDevice(filter)} order by m.id`;
    return this.database.read<DecidedRow>(text, values);
  }

  private async believed(claims: readonly Decided[], horizon: Horizon): Promise<OwnForecast[]> {
    const found: OwnForecast[] = [];
    for (const lot of lotsOf(claims)) {
      const rows = new Map<string, BelievedRow[]>(lot.map(({ rumorId }) => [rumorId, []]));
      for (const row of await this.atHorizon(lot, horizon)) rows.get(row.rumor_id)?.push(row);
      found.push(...lot.flatMap((decided) => forecastOf(decided, rows.get(decided.rumorId) ?? [])));
    }
    return found;
  }

  /** The last assessment up to the horizon of each claim and of those that compete with it. */
  private atHorizon(claims: readonly Decided[], horizon: Horizon): Promise<BelievedRow[]> {
    const wanted = claims.map(
      (claim) => sql`(cast(${claim.rumorId} as varchar(40)), cast(${cutOf(claim, horizon)} as bigint))`,
    );
    const { text, values } = sql`with wanted (rumor_id, cut) as (values ${joined(wanted, ', ')})
      select w.rumor_id, o.id as other_id, o.value, a.probability, a.supporting_count, a.refuting_count
      from wanted w join rumors m on m.id = w.rumor_id
      join rumors o on o.device_id = m.device_id and o.question = m.question and o.united_into_id is null
      join assessments a on a.id = (select x.id from assessments x where x.rumor_id = o.id and x.at <= w.cut
        order by x.at desc, x.id desc limit 1)
      order by w.rumor_id, o.id`;
    return this.database.read<BelievedRow>(text, values);
  }
}

/** The instant at which a claim is forecast, epoch milliseconds. */
export const cutOf = ({ decidedAt }: Decided, horizon: Horizon): number =>
  horizon === 'any' ? decidedAt - 1 : decidedAt - DAYS[horizon] * DAY_MS;

const isUndecided = (row: DecidedRow, family: SubjectFamily | undefined): boolean =>
  decidedOf(row) === null && (family === undefined || subjectOf(row).family === family);

function forecastOf(decided: Decided, rows: readonly BelievedRow[]): OwnForecast[] {
  const own = rows.find((row) => row.other_id === decided.rumorId);
  if (!own) return [];
  return [{ decided, probability: own.probability, counted: countedOf(decided, own, rows) }];
}

/**
 * What counting articles gives: each origin that stood for the claim speaks for it, each that refuted it or stood for
 * something else against it, and the base rate is one article that was there before: (b + for) / (1 + for + against).
 */
function countedOf({ subject, value, baseRate }: Decided, own: BelievedRow, rows: readonly BelievedRow[]): number {
  const rivals = rows.filter((row) => row !== own && bearsOut(subject, value, readValue(subject, row.value)) === false);
  const against = rivals.reduce((sum, rival) => sum + rival.supporting_count, own.refuting_count);
  return (baseRate + own.supporting_count) / (1 + own.supporting_count + against);
}
