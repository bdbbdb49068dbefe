/** How a report stands to a rumor. `mentions` carries no weight. */
export const STANCES = ['supports', 'refutes', 'mentions'] as const;
export type Stance = (typeof STANCES)[number];

/** How surely a report says it: on the record, from a source outside the article, or as the writer's guess. */
export const CERTAINTIES = ['official', 'reported', 'speculative'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** What a named speaker does with words. */
export const ACTS = ['announces', 'confirms', 'denies', 'teases', 'corrects', 'declines'] as const;
export type Act = (typeof ACTS)[number];

/** Who publishes. */
export const SOURCE_KINDS = [
  'maker',
  'regulator',
  'benchmark',
  'retailer',
  'outlet',
  'journalist',
  'leaker',
  'analyst',
  'social',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** An editor's or the registry's starting mark for a source; a source without one is unrated (null). */
export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const;
export type Grade = (typeof GRADES)[number];
