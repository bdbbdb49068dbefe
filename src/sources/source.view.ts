import type { Grade, SourceKind } from '../engine/subjects/index.js';

/** A source as it stands beside a report or statement. */
export interface SourceRow {
  readonly source_id: string;
  readonly source_slug: string;
  readonly source_name: string;
  readonly source_kind: SourceKind;
  readonly source_grade: Grade | null;
  readonly source_vetted: number;
}

/** The columns of a source (`s`) beside a report or statement. */
export const SOURCE_COLUMNS = `s.id as source_id, s.slug as source_slug, s.name as source_name, s.kind as source_kind,
  s.grade as source_grade, s.vetted as source_vetted`;

/** A source as it stands beside what it published. `grade` null = unrated. */
export function viewSourceOf(row: SourceRow) {
  return {
    id: row.source_id,
    slug: row.source_slug,
    name: row.source_name,
    kind: row.source_kind,
    grade: row.source_grade,
    vetted: Boolean(row.source_vetted),
  };
}
