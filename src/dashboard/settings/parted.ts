import type { Window } from '../../platform/database/keyset.js';

/** How many things of a list stand on a page. */
export const SHOWN = 50;

/** The window of a list, newest first by id, that begins behind an id. */
export const windowAfter = (after: string | undefined): Window => ({
  sort: { column: 'id', descending: true },
  after: after === undefined ? null : [after, after],
  limit: SHOWN,
});

/** A part of a list, and the id behind which the next one begins; null where none follows. */
export function parted<Row extends { readonly id: string }>(
  rows: readonly Row[],
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, SHOWN);
  return { rows: shown, next: rows.length > SHOWN ? (shown.at(-1)?.id ?? null) : null };
}
