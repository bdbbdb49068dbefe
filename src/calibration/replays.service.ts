import { Injectable } from '@nestjs/common';
import type { LoadedQuestion } from '../assessments/asked.js';
import { memberOf } from '../assessments/circles.js';
import { cutAt, daysToLookAt, foundAt, heardOn } from '../assessments/looking-back.js';
import { Questions } from '../assessments/questions.service.js';
import { bearsOut, type Confidence } from '../engine/confidence/index.js';
import { DAY_MS, dayOf } from '../engine/subjects/index.js';
import type { Moment } from '../events/moments.service.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/sql.js';
import { DECIDED_COLUMNS, DECIDED_TABLES, decidedOf, stood, type Decided, type DecidedRow } from './decided.js';
import { cutOf, type Horizon, type OwnForecast } from './forecasts.service.js';

/** What the present model would have said on a day, from what was published by then. Never believed, so never stored. */
export interface ReconstructedPoint {
  readonly on: string;
  readonly probability: number;
  readonly low: number;
  readonly high: number;
}

/** How many questions are looked back at in one go. */
const CLAIMS_AT_ONCE = 100;

/**
 * Looks back with the present model: what it would have said of a claim on a past day, from the reports that were
 * published before it, of sources at their starting points, so that no verdict of a later day has a say. What was
 * verified since counts as verified from the publication of its words on.
 */
@Injectable()
export class Replays {
  constructor(
    private readonly database: Database,
    private readonly questions: Questions,
  ) {}

  /** The forecasts at a horizon of the claims that were decided by a moment; those of which nobody had spoken are left out. */
  async forecasts(horizon: Horizon, moment: Moment): Promise<OwnForecast[]> {
    const { text, values } = sql`select ${DECIDED_COLUMNS} from ${DECIDED_TABLES} where ${stood(moment)} order by m.id`;
    const rows = await this.database.read<DecidedRow>(text, values);
    const decided = rows.map(decidedOf).filter((claim) => claim !== null);
    const ripe = decided.filter(({ windowEnds }) => windowEnds === null || (windowEnds + 1) * DAY_MS <= moment.at);
    const found: OwnForecast[] = [];
    for (let from = 0; from < ripe.length; from += CLAIMS_AT_ONCE) {
      const lot = ripe.slice(from, from + CLAIMS_AT_ONCE);
      const circles = await this.circlesOf(lot.map(({ rumorId }) => rumorId));
      found.push(
        ...lot.flatMap((claim) => forecastOf(claim, circles.get(deviceOf(claim)) ?? [], cutOf(claim, horizon))),
      );
    }
    return found;
  }

  /** What the present model would have said of a rumor on each day on which somebody spoke about its device, and weekly. */
  async series(rumorId: string, until: number): Promise<ReconstructedPoint[]> {
    const [circle = []] = (await this.circlesOf([rumorId])).values();
    const own = circle.find(({ rows }) => rows.some(({ id }) => id === rumorId));
    const spoken = [...(own?.links.get(rumorId) ?? [])].map(heardOn);
    if (spoken.length === 0) return [];
    const points: ReconstructedPoint[] = [];
    for (const day of daysToLookAt(circle, Math.min(...spoken), Math.floor(until / DAY_MS))) {
      const confidence = believedAt(rumorId, circle, day * DAY_MS);
      if (confidence === null) continue;
      const { probability, low, high } = confidence;
      points.push({ on: dayOf(day), probability, low, high });
    }
    return points;
  }

  /** Everything that was told of these rumors' devices and says something for them, by device. */
  private async circlesOf(rumorIds: readonly string[]): Promise<Map<string, LoadedQuestion[]>> {
    const keys = await this.questions.related(await this.questions.ofRumors(rumorIds));
    const devices = new Map<string, LoadedQuestion[]>();
    for (const loaded of await this.questions.load(keys, true)) {
      devices.set(loaded.deviceId, [...(devices.get(loaded.deviceId) ?? []), loaded]);
    }
    return devices;
  }
}

const deviceOf = ({ question }: Decided): string => question.split(' ', 1)[0]!;
/** What the present model says of a rumor at an instant; null where nobody had spoken of it. */
function believedAt(rumorId: string, circle: readonly LoadedQuestion[], at: number): Confidence | null {
  const found = foundAt(circle, at).flatMap((question) => question.found.confidences);
  const own = found.find((confidence) => confidence.rumorId === rumorId);
  return own === undefined || own.reports === 0 ? null : own;
}

/** The forecast of a claim, with what counting origins would have said: (b + for) / (1 + for + against). */
function forecastOf(decided: Decided, circle: readonly LoadedQuestion[], at: number): OwnForecast[] {
  const own = believedAt(decided.rumorId, circle, at);
  if (own === null) return [];
  const asked = circle.map((loaded) => cutAt(loaded, at)).find((then) => isAbout(then, decided.rumorId));
  const member = asked && memberOf(asked, at);
  const rivals = (member?.asked.answers ?? []).filter(
    ({ rumorId, value }) => rumorId !== decided.rumorId && bearsOut(decided.subject, decided.value, value) === false,
  );
  const supportOf = (id: string): number =>
    member?.own.confidences.find(({ rumorId }) => rumorId === id)?.supporting ?? 0;
  const against = rivals.reduce((sum, { rumorId }) => sum + supportOf(rumorId), own.refuting);
  const counted = (decided.baseRate + own.supporting) / (1 + own.supporting + against);
  return [{ decided, probability: own.probability, counted }];
}

const isAbout = (loaded: LoadedQuestion | null, rumorId: string): loaded is LoadedQuestion =>
  loaded !== null && loaded.rows.some(({ id }) => id === rumorId);
