import { sayInstant } from '../platform/instant.js';
import type { IdentityKind } from './identity-act.entity.js';
import type { IdentityActAnswer } from './identity.answer.js';
import type { IdentityChanges } from './identity-changes.js';

/** An act as it is read for an answer, with its devices beside it. */
export interface IdentityActRow {
  readonly id: string;
  readonly kind: IdentityKind;
  readonly device_id: string;
  readonly device_slug: string;
  readonly device_name: string;
  readonly other_id: string | null;
  readonly other_slug: string | null;
  readonly other_name: string | null;
  readonly reason: string | null;
  readonly evidence_id: string | null;
  readonly statement_id: string | null;
  /** JSON of `IdentityChanges`. */
  readonly changes: string;
  readonly at: number;
  readonly by: string;
  readonly undone_at: number | null;
  readonly undone_by: string | null;
  readonly undone_reason: string | null;
  readonly version: number;
}

/** An act as it is shown. */
export function viewIdentityAct(row: IdentityActRow): IdentityActAnswer {
  const { carried, united, names } = JSON.parse(row.changes) as IdentityChanges;
  const { other_id: id, other_slug: slug, other_name: name, undone_at: undoneAt } = row;
  return {
    id: row.id,
    kind: row.kind,
    device: { id: row.device_id, slug: row.device_slug, name: row.device_name },
    other: id === null ? null : { id, slug: slug ?? id, name: name ?? id },
    reason: row.reason,
    evidence_id: row.evidence_id,
    statement_id: row.statement_id,
    carried,
    united: united.map(({ rumor, into }) => ({ id: rumor, into })),
    names: names.map((each) => each.name),
    at: sayInstant(row.at),
    by: row.by,
    undone:
      undoneAt === null ? null : { at: sayInstant(undoneAt), by: row.undone_by ?? '', reason: row.undone_reason ?? '' },
  };
}
