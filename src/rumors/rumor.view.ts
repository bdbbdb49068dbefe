import { likely, round } from '../devices/device.view.js';
import { wordOf, type Strength } from '../engine/confidence/index.js';
import {
  criteriaOf,
  findSubject,
  InvalidValue,
  precisionOf,
  dayRangeLabel,
  readValue,
  sayClaim,
  type Claim,
  type ClaimValue,
  type Subject,
} from '../engine/subjects/index.js';
import { sayInstant } from '../platform/instant.js';
import { Remembered } from '../platform/remembered.js';
import { type ClaimValueAnswer } from './claim-value.answer.js';
import { type ConfidenceAnswer, type RumorAnswer } from './rumor.answer.js';
import type { Outcome, RumorStatus } from './rumor.entity.js';

/** A rumor as it is read for an answer, with its device beside it. */
export interface RumorRow {
  readonly id: string;
  readonly device_id: string;
  readonly device_slug: string;
  readonly device_name: string;
  readonly subject: string;
  readonly region: string | null;
  readonly variant: string | null;
  readonly question: string;
  readonly value: string;
  readonly status: RumorStatus;
  readonly assessment_id: string | null;
  readonly assessed_at: number | null;
  readonly probability: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly firm_probability: number | null;
  readonly strength: Strength | null;
  readonly announced: number;
  readonly window_ends_on: string | null;
  readonly report_count: number;
  readonly origin_count: number;
  readonly supporting_count: number;
  readonly refuting_count: number;
  readonly last_report_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
  readonly version: number;
  /** How far the probability has moved within a week; null where there was none a week ago. */
  readonly change_7d: number | null;
  /** What it came to, the day on which it did, and when that was recorded; null until it is resolved. */
  readonly outcome: Outcome | null;
  readonly happened_on: string | null;
  readonly resolved_at: number | null;
}

/** The subject of a stored rumor, which was checked when it was opened. */
export function subjectOf(row: Pick<RumorRow, 'subject'>): Subject {
  const subject = findSubject(row.subject);
  if (!subject) throw new Error(`a stored rumor has the unknown subject ${row.subject}`);
  return subject;
}

type StoredClaim = Pick<RumorRow, 'subject' | 'value' | 'region' | 'variant'>;

/** The claim of a stored rumor; null where a later version of the catalogue cannot read any more what is stored. */
export function claimOfRow({ subject: key, value, region, variant }: StoredClaim): Claim | null {
  const subject = findSubject(key);
  if (!subject) return null;
  try {
    return { subject, value: readValue(subject, value), region, variant };
  } catch (error) {
    if (error instanceof InvalidValue) return null;
    throw error;
  }
}

/** The claim of a stored rumor in one sentence; as it is stored where it cannot be read any more. */
export function sayRumor(row: StoredClaim): string {
  const claim = claimOfRow(row);
  return claim ? sayClaim(claim) : `${row.subject}: ${row.value}`;
}

/** A stored value as it is shown; as the text that is stored where it cannot be read any more. */
export function viewStoredValue(row: StoredClaim): ClaimValueAnswer {
  const claim = claimOfRow(row);
  return claim ? viewValue(claim.value) : { text: row.value };
}

const amount = (value: number | null): string | null => (value === null ? null : value.toFixed(2));

/** A value as it is shown: `{text}`, `{yes}`, `{min, max, unit}`, money, or a fuzzy time. */
export function viewValue(value: ClaimValue): ClaimValueAnswer {
  switch (value.type) {
    case 'yes_no':
      return { yes: value.yes };
    case 'word':
      return { text: value.text };
    case 'number':
      return { min: value.min, max: value.max, unit: value.unit };
    case 'money':
      return {
        amount: value.min === value.max ? amount(value.min) : null,
        min_amount: amount(value.min),
        max_amount: amount(value.max),
        currency: value.currency,
      };
    case 'dates':
      return {
        earliest_on: value.earliestOn,
        latest_on: value.latestOn,
        precision: precisionOf(value),
        label: dayRangeLabel(value),
      };
  }
}

/** The numbers of a rumor as they are shown; null before the first assessment. The word leaves unproven sources out. */
export function viewConfidence(
  row: Pick<RumorRow, 'probability' | 'low' | 'high' | 'firm_probability' | 'announced'>,
): ConfidenceAnswer | null {
  if (row.probability === null || row.low === null || row.high === null) return null;
  return {
    probability: likely(row.probability),
    low: likely(row.low),
    high: likely(row.high),
    word: wordOf(row.firm_probability ?? row.probability),
    announced: Boolean(row.announced),
  };
}

/** The numbers of a rumor with their change within a week. */
function viewChanged(row: RumorRow) {
  const confidence = viewConfidence(row);
  return confidence && { ...confidence, change_7d: row.change_7d === null ? null : round(row.change_7d) };
}

/** The verdict on a rumor beside it; null until it is resolved. */
function viewVerdict({ outcome, happened_on, resolved_at }: RumorRow) {
  if (outcome === null || resolved_at === null) return null;
  return { outcome, happened_on, resolved_at: sayInstant(resolved_at) };
}

/** How many claims are remembered as they are shown: what is looked at together often claims the same. */
const MOST_CLAIMS = 5000;
const shownClaims = new Remembered<Pick<RumorAnswer, 'value' | 'text' | 'criteria'>>(MOST_CLAIMS);

/** What a stored claim says and what decides it; it follows from the claim alone, so that it is put together once. */
function viewClaim(row: StoredClaim): Pick<RumorAnswer, 'value' | 'text' | 'criteria'> {
  const { subject, region, variant, value } = row;
  return shownClaims.of([subject, region ?? '\0', variant ?? '\0', value].join('\0'), () => {
    const claim = claimOfRow(row);
    return { value: viewStoredValue(row), text: sayRumor(row), criteria: claim && criteriaOf(claim) };
  });
}

/** A rumor as it is shown. */
export function viewRumor(row: RumorRow): RumorAnswer {
  const { value, text, criteria } = viewClaim(row);
  return {
    id: row.id,
    device: { id: row.device_id, slug: row.device_slug, name: row.device_name },
    subject: row.subject,
    region: row.region,
    variant: row.variant,
    question: row.question,
    value,
    text,
    criteria,
    status: row.status,
    confidence: viewChanged(row),
    evidence: {
      strength: row.strength,
      reports: row.report_count,
      origins: row.origin_count,
      supporting: row.supporting_count,
      refuting: row.refuting_count,
      last_report_at: row.last_report_at === null ? null : sayInstant(row.last_report_at),
    },
    resolution: viewVerdict(row),
    as_of: row.assessed_at === null ? null : sayInstant(row.assessed_at),
    created_at: sayInstant(row.created_at),
    updated_at: sayInstant(row.updated_at),
    html_url: `/rumors/${row.id}`,
  };
}
