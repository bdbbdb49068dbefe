/** How a claim about a subject is valued. */
export const VALUE_TYPES = ['yes_no', 'word', 'number', 'dates', 'money'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/** The families that share a track record: a source good at names may be poor at dates. */
export const SUBJECT_FAMILIES = [
  'existence',
  'status',
  'name',
  'launch',
  'price',
  'spec',
  'partner',
  'availability',
] as const;
export type SubjectFamily = (typeof SUBJECT_FAMILIES)[number];

/**
 * Whether the answers to one question rule each other out (`exclusive`: one name), or each stands for itself
 * (`each`: several partners). Answers of `dates` subjects share one distribution over days.
 */
export const ANSWER_KINDS = ['exclusive', 'each'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** What a claim can be about, and how claims about it are weighed before anything is learned. */
export interface Subject {
  /** The key in the catalogue, such as `launch.date`. */
  readonly key: string;
  /** The subject in words, such as `launch date`. */
  readonly label: string;
  readonly family: SubjectFamily;
  readonly valueType: ValueType;
  readonly answers: AnswerKind;
  /** The unit of a number, null for anything else. */
  readonly unit: string | null;
  /** The assumed share of such claims that come true, 0..1; for dates see `dateBaseRate`. */
  readonly baseRate: number;
  /** The age in days at which a report counts half. */
  readonly halfLifeDays: number;
  /** The relative difference up to which two values are one, 0..1. */
  readonly tolerance: number;
  /** What settles a claim about this subject, and by whose word. */
  readonly criteria: string;
}
