import { wordOf } from '../engine/confidence/index.js';
import { sayInstant } from '../platform/instant.js';
import { type DeviceAnswer } from './device.answer.js';
import type { ExternalIds, Lifecycle, SupersededReason } from './device.entity.js';

/** A device as it is read for an answer, with its company beside it. */
export interface DeviceRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** The present name, by which lists are sorted also as of the past. */
  readonly sorted_name: string;
  readonly company_id: string;
  readonly company_slug: string;
  readonly company_name: string;
  readonly category: string | null;
  readonly line: string | null;
  readonly lifecycle: Lifecycle;
  /** The device that it turned out to be, and how; all null where it has not. */
  readonly superseded_by_id: string | null;
  readonly superseded_by_slug: string | null;
  readonly superseded_by_name: string | null;
  readonly superseded_reason: SupersededReason | null;
  readonly external_ids: string;
  readonly headline_probability: number | null;
  readonly headline_rumor_id: string | null;
  readonly headline_derived: number;
  readonly rumor_count: number;
  readonly report_count: number;
  readonly last_report_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
  readonly version: number;
  /** How far the headline has moved within a week; null where there was none a week ago. */
  readonly change_7d: number | null;
  /** Its other names. */
  readonly aliases: readonly string[];
}

const UNKNOWN = { model_number: null, gtin: null, fcc_id: null, wikidata: null };

/** A device as it is shown. `exists` is null until something was assessed. */
export function viewDevice(row: DeviceRow): DeviceAnswer {
  const probability = row.headline_probability;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    company: { id: row.company_id, slug: row.company_slug, name: row.company_name },
    aliases: row.aliases,
    category: row.category,
    line: row.line,
    status: row.lifecycle,
    superseded_by: viewSuccessor(row),
    external_ids: { ...UNKNOWN, ...(JSON.parse(row.external_ids) as ExternalIds) },
    exists:
      probability === null
        ? null
        : {
            probability: likely(probability),
            word: wordOf(probability),
            derived: Boolean(row.headline_derived),
            rumor_id: row.headline_rumor_id,
            change_7d: row.change_7d === null ? null : round(row.change_7d),
          },
    rumors: row.rumor_count,
    reports: row.report_count,
    last_report_at: row.last_report_at === null ? null : sayInstant(row.last_report_at),
    created_at: sayInstant(row.created_at),
    updated_at: sayInstant(row.updated_at),
    html_url: `/devices/${row.slug}`,
  };
}

/** The device that another one turned out to be, and how; null where it has not. */
function viewSuccessor(row: DeviceRow) {
  const { superseded_by_id: id, superseded_by_slug: slug, superseded_by_name: name, superseded_reason: reason } = row;
  if (id === null || slug === null || name === null || reason === null) return null;
  return { id, slug, name, reason };
}

/** A probability as it is shown: four decimals. */
export const round = (probability: number): number => Math.round(probability * 10_000) / 10_000;

/** How sure the program is at most shown to be, and by one less how sure of the contrary. */
const MOST_CERTAIN = 0.9999;

/** How likely something is that nobody has settled, as it is shown: to four decimals, and never certain either way. */
export const likely = (probability: number): number =>
  Math.min(MOST_CERTAIN, Math.max(round(1 - MOST_CERTAIN), round(probability)));
