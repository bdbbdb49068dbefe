import type { SourceStanding } from '../confidence/index.js';

/** What one source said about one question. */
export interface Report {
  readonly question: string;
  readonly source: string;
  /** The value that it supports, or refutes. */
  readonly value: string;
  /** The value as it was written: what a copier takes over. The value itself where nothing is said. */
  readonly raw?: string;
  /** The kind of question, for which a source has an accuracy of its own. */
  readonly family?: string;
  /** 1 for the value (as where nothing is said), −1 against it. */
  readonly side?: 1 | -1;
  /** h·d·I: how far it binds itself, how fresh it is, the share that is not a recorded copy; 1 where nothing is said. */
  readonly weight?: number;
  /** When the origin spoke, in any unit; of a source's reports on a question the last counts. */
  readonly at?: number;
  /** What will settle it: a source earns one credit for each event, however many of its claims that settles. */
  readonly event?: string;
}

/** What is known of the questions and sources besides the reports. */
export interface Setting {
  /** b of a value, 0 < b < 1. */
  baseRateOf(question: string, value: string): number;
  /** The source as the engine sees it. */
  standingOf(source: string): SourceStanding;
  /** The less specific values that hold wherever this one holds ("2022-07" in "2022-Q3"); none where nothing is said. */
  wider?(value: string): readonly string[];
}

/**
 * All reports in rows: questions in order of id, in each the values, in each the reports by source. The order in which
 * reports came in leaves no trace, so every sum has one order and every result one number.
 */
export interface Reports {
  readonly sources: readonly string[];
  readonly standings: readonly SourceStanding[];
  readonly families: readonly string[];
  readonly questions: readonly string[];
  readonly values: readonly string[];
  /** The first value of each question, and the end. */
  readonly valuesOf: Uint32Array;
  /** The first report of each value, and the end. */
  readonly reportsOf: Uint32Array;
  readonly familyOf: Uint16Array;
  /** b / (1 − b) of each value. */
  readonly odds: Float64Array;
  /** The wider values of each value within its question; null where no question has any. */
  readonly wider: readonly (readonly number[])[] | null;
  readonly questionOfValue: Uint32Array;
  readonly valueOf: Uint32Array;
  readonly sourceOf: Uint32Array;
  readonly rawOf: Uint32Array;
  readonly side: Int8Array;
  readonly weight: Float64Array;
  readonly at: Float64Array;
  /** The share of a credit that the report can earn: 1 / the claims of its source that the same event settles. */
  readonly credit: Float64Array;
  /** How many support each raw value. */
  readonly rawCount: Uint32Array;
}

/** What is settled. */
export interface Settled {
  /** Whether each question is resolved. */
  readonly resolved: Uint8Array;
  /** Whether each value is right; read for resolved questions only. */
  readonly right: Uint8Array;
  /** What each resolution still counts, by its age (`RECORD_HALF_LIFE_DAYS`); 1 where nothing is said. */
  readonly fade?: Float64Array;
}

/** Nothing is settled. */
export function nothingSettled({ questions, values }: Reports): Settled {
  return { resolved: new Uint8Array(questions.length), right: new Uint8Array(values.length) };
}

/** The first report of a question, and the one after its last. */
export function reportsIn({ valuesOf, reportsOf }: Reports, question: number): [from: number, to: number] {
  return [reportsOf[valuesOf[question]!]!, reportsOf[valuesOf[question + 1]!]!];
}

/** The question of a report. */
export function questionOf({ questionOfValue, valueOf }: Reports, report: number): number {
  return questionOfValue[valueOf[report]!]!;
}
