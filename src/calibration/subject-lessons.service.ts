import { Injectable } from '@nestjs/common';
import type { Contribution } from '../engine/confidence/index.js';
import {
  learnedBaseRates,
  learnedScale,
  type DecidedClaim,
  type LearnedNumber,
  type PlacedClaim,
} from '../engine/learning/index.js';
import { SUBJECT_FAMILIES } from '../engine/subjects/index.js';
import { Moments } from '../events/moments.service.js';
import { Database } from '../platform/database/database.js';
import { joined, lotsOf, sql } from '../platform/database/sql.js';
import type { LearnedParameter } from '../rumors/learned-parameter.entity.js';
import { baseRateName, LearnedParameters } from '../rumors/learned-parameters.service.js';
import { DECIDED_COLUMNS, DECIDED_TABLES, decidedOf, type Decided, type DecidedRow, stood } from './decided.js';

/** Why a claim was last believed as it was, before the day of its decision. */
interface ReasonRow {
  readonly rumor_id: string;
  readonly contributions: string;
}

/** A number that was learned of a family, or of a subject. */
export type LearnedOf = LearnedNumber & Pick<LearnedParameter, 'kind' | 'name'>;

/** A claim that was decided, as its subject learns from it. */
interface Lesson extends DecidedClaim {
  readonly decided: Decided;
}

/** Learns from decided claims how often such claims come true, and how far what sources say of them can be taken at its word. */
@Injectable()
export class SubjectLessons {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
    private readonly parameters: LearnedParameters,
  ) {}

  /** What all that is decided teaches, learned anew from the rows; to be kept (`keep`). */
  async learn(): Promise<LearnedOf[]> {
    const lessons = await this.lessons();
    const scales = SUBJECT_FAMILIES.flatMap((family) => {
      const learned = learnedScale(lessons.filter(({ decided }) => decided.subject.family === family));
      return learned === null ? [] : [{ kind: 'scale' as const, name: family, ...learned }];
    });
    const placed = lessons.map((lesson): PlacedClaim => {
      const { subject, category } = lesson.decided;
      return { ...lesson, subject: subject.key, family: subject.family, usual: subject.baseRate, category };
    });
    const baseRates = learnedBaseRates(placed).map(({ subject, category, value, n }) => ({
      ...{ kind: 'base_rate' as const, name: baseRateName(subject, category), value, n },
    }));
    return [...scales, ...baseRates];
  }

  /** Keeps what was learned, within an act; how many numbers changed. */
  keep(learned: readonly LearnedOf[]): Promise<number> {
    return this.parameters.keep(learned);
  }

  /** The claims that were decided once an established source had spoken for them: what others invent teaches nothing. */
  private async lessons(): Promise<Lesson[]> {
    const decided = await this.decided();
    const found: Lesson[] = [];
    for (const lot of lotsOf(decided)) {
      const reasons = new Map((await this.reasons(lot)).map((row) => [row.rumor_id, row.contributions]));
      for (const each of lot) {
        const contributions = reasons.get(each.rumorId);
        const lesson = contributions === undefined ? null : lessonOf(each, JSON.parse(contributions) as Contribution[]);
        if (lesson !== null) found.push(lesson);
      }
    }
    return found;
  }

  /** Claims that came true or did not, of questions to which no answer is open any more. */
  private async decided(): Promise<Decided[]> {
    const { text, values } = sql`select ${DECIDED_COLUMNS} from ${DECIDED_TABLES}
      where ${stood(await this.moments.now())} and v.outcome in ('true', 'false') and not exists (
        select 1 from rumors w where w.device_id = m.device_id and w.question = m.question
          and w.status not in ('resolved', 'withdrawn'))
      order by m.id`;
    const rows = await this.database.read<DecidedRow>(text, values);
    return rows.map(decidedOf).filter((decided) => decided !== null);
  }

  private reasons(lot: readonly Decided[]): Promise<ReasonRow[]> {
    const pairs = lot.map(({ rumorId, decidedAt }) => sql`(${rumorId}, cast(${decidedAt} as bigint))`);
    const { text, values } = sql`select v.column1 as rumor_id, x.contributions from (values ${joined(pairs, ', ')}) v
      join explanations x on x.assessment_id = (select a.id from assessments a
        where a.rumor_id = v.column1 and a.at < v.column2 order by a.at desc, a.id desc limit 1)`;
    return this.database.read<ReasonRow>(text, values);
  }
}

/** What a claim teaches; null where no established source had spoken for it. A "no" teaches as the "yes" that it denies. */
function lessonOf(decided: Decided, steps: readonly Contribution[]): Lesson | null {
  const reports = steps.flatMap((step) => (step.kind === 'report' && !step.verified ? [step] : []));
  const scale = reports[0]?.scale;
  if (scale === undefined || !reports.some(({ stance }) => stance === 'supports')) return null;
  const sum = (some: readonly Contribution[]): number => some.reduce((total, { logOdds }) => total + logOdds, 0);
  const apart = steps.filter(
    (step) =>
      step.kind === 'base_rate' ||
      step.kind === 'unproven_sources' ||
      step.kind === 'launch_sign' ||
      (step.kind === 'report' && step.verified),
  );
  const without = sum(apart);
  const evidence = (sum(steps) - without) / scale;
  const { value, question, happened, baseRate } = decided;
  if (value.type !== 'yes_no' || value.yes) return { decided, question, happened, baseRate, without, evidence };
  const turned = { happened: !happened, baseRate: 1 - baseRate, without: -without, evidence: -evidence };
  return { decided, question, ...turned };
}
