import { sayInstant } from '../platform/instant.js';
import { type CompanyAnswer } from './company.answer.js';

/** A company as it is read for an answer. */
export interface CompanyRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** A JSON list. */
  readonly domains: string;
  readonly version: number;
  readonly created_at: number;
  readonly updated_at: number;
  /** Its other names. */
  readonly aliases: readonly string[];
}

/** A company as it is shown. */
export function viewCompany(row: CompanyRow): CompanyAnswer {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    aliases: row.aliases,
    domains: JSON.parse(row.domains) as string[],
    created_at: sayInstant(row.created_at),
    updated_at: sayInstant(row.updated_at),
  };
}
