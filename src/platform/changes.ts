/** How the members of a row were that an act has changed, and how they are now. */
export interface Changes<Row> {
  readonly before: Partial<Row>;
  readonly after: Partial<Row>;
}

/** Compares two states of a row; null where none of the members differs. */
export function changesOf<Row extends object>(
  former: Row,
  present: Row,
  members: readonly (keyof Row)[],
): Changes<Row> | null {
  const changed = members.filter((member) => JSON.stringify(former[member]) !== JSON.stringify(present[member]));
  if (changed.length === 0) return null;
  const of = (row: Row) => Object.fromEntries(changed.map((member) => [member, row[member]])) as Partial<Row>;
  return { before: of(former), after: of(present) };
}
