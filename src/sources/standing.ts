import type { SourceStanding } from '../engine/confidence/index.js';
import type { Source } from './source.entity.js';
import type { SourceListRow, SourceRow } from './source.view.js';

/** A source as the engine sees it. */
export function standingOf(source: Source): SourceStanding {
  const { id, name, kind, grade, vetted, earlyCallCount } = source;
  return { id, name, kind, grade, vetted, earlyCalls: earlyCallCount };
}

/** The same from the row of a list. */
export function standingOfListRow(row: SourceListRow): SourceStanding {
  const { id, name, kind, grade, vetted, early_call_count: earlyCalls } = row;
  return { id, name, kind, grade, vetted: Boolean(vetted), earlyCalls };
}

/** The same from the row of a report or statement. */
export function standingOfRow(row: SourceRow & { readonly early_call_count: number }): SourceStanding {
  return {
    id: row.source_id,
    name: row.source_name,
    kind: row.source_kind,
    grade: row.source_grade,
    vetted: Boolean(row.source_vetted),
    earlyCalls: row.early_call_count,
  };
}
