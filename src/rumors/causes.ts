import type { Cause } from './rumor.entity.js';

/** Causes with those of one kind together, each id once. */
export function byKind(causes: readonly Cause[]): Cause[] {
  const kinds = [...new Set(causes.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    ids: [...new Set(causes.filter((cause) => cause.kind === kind).flatMap(({ ids }) => ids))],
  }));
}
