import { joined, sql, type Sql } from '../platform/database/sql.js';
import type { Assessment, Explanation } from './assessment.entity.js';

/** An assessment with why it is what it is, both as they are stored. */
export interface Told {
  readonly assessment: Omit<Assessment, 'rumor'>;
  readonly explanation: Omit<Explanation, 'assessment'>;
}

/**
 * Writes down assessments. A refresh writes nearly every rumor each day: written out here, since putting the same statement
 * together from the entity costs more than running it.
 */
export const insertAssessments = (told: readonly Told[]): Sql => sql`
  insert into assessments (id, rumor_id, at, probability, low, high, firm_probability, log_odds, strength, announced,
    window_over, report_count, origin_count, supporting_count, refuting_count, causes, model_version)
  values ${joined(told.map(assessmentRow), ', ')}`;

/** Writes down why they are what they are. */
export const insertExplanations = (told: readonly Told[]): Sql => sql`
  insert into explanations (assessment_id, contributions, discarded, without, text, other, buckets)
  values ${joined(told.map(explanationRow), ', ')}`;

const assessmentRow = ({ assessment: row }: Told): Sql => sql`(${row.id}, ${row.rumorId}, ${row.at}, ${row.probability},
  ${row.low}, ${row.high}, ${row.firmProbability}, ${row.logOdds}, ${row.strength}, ${row.announced},
  ${row.windowOver}, ${row.reportCount}, ${row.originCount}, ${row.supportingCount}, ${row.refutingCount},
  ${JSON.stringify(row.causes)}, ${row.modelVersion})`;

const explanationRow = ({
  explanation: row,
}: Told): Sql => sql`(${row.assessmentId}, ${JSON.stringify(row.contributions)},
  ${JSON.stringify(row.discarded)}, ${JSON.stringify(row.without)}, ${row.text}, ${row.other},
  ${row.buckets === null ? null : JSON.stringify(row.buckets)})`;
