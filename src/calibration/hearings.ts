import { baseRateOf, bearsOut, NOTHING_LEARNED, PARAMETERS, type SourceStanding } from '../engine/confidence/index.js';
import { tabulate, type Report, type Reports, type Settled } from '../engine/learning/index.js';
import {
  findSubject,
  InvalidValue,
  readValue,
  type Certainty,
  type ClaimValue,
  type Subject,
} from '../engine/subjects/index.js';
import { decidedOf, type Decided, type DecidedRow } from './decided.js';

/** What an established source said for or against an answer. */
export interface HeardRow extends DecidedRow {
  readonly source_id: string;
  readonly stance: 'supports' | 'refutes';
  readonly certainty: Certainty;
  readonly published_at: number;
  /** The share that is not recorded as copied, 0..1. */
  readonly independence: number;
}

/** A source as it is heard: by its slug, so that the order in which sources came to be known means nothing. */
export interface HeardSource {
  readonly slug: string;
  readonly standing: SourceStanding;
}

/** A value of a question, as text that no other question's value has. */
interface Value {
  readonly key: string;
  readonly subject: Subject;
  readonly value: ClaimValue;
}

/** An answer to a question: its value, and what became of it. */
interface HeardAnswer {
  readonly key: string;
  readonly decided: Decided | null;
}

/** What was said, in the form in which sources are learned, and what of it is settled. */
export interface Heard {
  readonly reports: Reports;
  readonly settled: Settled;
  /** The id of each source, by the slug that stands in the reports. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Gathers what was said to questions whose answers exclude each other: who speaks to one of them differs from all who
 * say otherwise. Where each answer stands for itself (partners, suppliers) nobody differs from anybody, and two who know
 * the same ten partners would look like copies; those are left out.
 *
 * Age has no part in it: what is learned of sources changes with what is said and decided, and not with the calendar.
 */
export class Hearings {
  private readonly reports: Report[] = [];
  private readonly values = new Map<string, Value>();
  private readonly wider = new Map<string, Set<string>>();
  private readonly compared = new Set<string>();
  /** What came true of each question that is decided. */
  private readonly truths = new Map<string, Set<string>>();

  private readonly standings: ReadonlyMap<string, SourceStanding>;

  /** @param sources the established sources, by id; nobody else is heard */
  constructor(private readonly sources: ReadonlyMap<string, HeardSource>) {
    this.standings = new Map([...sources.values()].map(({ slug, standing }) => [slug, standing]));
  }

  /** Takes in rows of whole questions, each question's together. */
  hear(rows: readonly HeardRow[]): void {
    for (let first = 0; first < rows.length;) {
      const { device_id: device, question } = rows[first]!;
      let end = first + 1;
      while (end < rows.length && rows[end]!.device_id === device && rows[end]!.question === question) end += 1;
      this.hearOne(rows.slice(first, end));
      first = end;
    }
  }

  /** All that was taken in, in rows of one order, whatever the order in which it came. */
  all(): Heard {
    const reports = tabulate(this.reports, {
      standingOf: (slug) => this.standings.get(slug)!,
      baseRateOf: (_, key) => {
        const { subject, value } = this.values.get(key)!;
        return baseRateOf(subject, value, NOTHING_LEARNED).rate;
      },
      wider: (key) => [...(this.wider.get(key) ?? [])],
    });
    const resolved = Uint8Array.from(reports.questions, (question) => Number(this.truths.has(question)));
    const right = Uint8Array.from(reports.values, (value, index) => {
      const question = reports.questions[reports.questionOfValue[index]!]!;
      return Number(this.truths.get(question)?.has(value) ?? false);
    });
    const ids = new Map([...this.standings].map(([slug, { id }]) => [slug, id]));
    return { reports, settled: { resolved, right }, ids };
  }

  private hearOne(rows: readonly HeardRow[]): void {
    const subject = findSubject(rows[0]!.subject);
    const answers = subject?.answers === 'exclusive' ? this.answersOf(rows, subject) : null;
    if (subject === null || answers === null) return;
    const end = endOf([...answers.values()].map(({ decided }) => decided));
    const said = rows.flatMap((row) => this.reportOf(row, answers.get(row.rumor_id)!, end) ?? []);
    if (end === Infinity && new Set(said.map(({ source }) => source)).size < 2) return;
    this.relate(subject, said);
    for (const report of said) this.reports.push(report);
  }

  /**
   * The report of a row; null where it says nothing of its source: it is a copy, it came when the answer was known, or what
   * it claims came true in part or cannot be decided any more. An answer that is ruled out while its question is open is a
   * question of its own, which is decided.
   *
   * @param end when the question was decided, Infinity while it is open
   */
  private reportOf(row: HeardRow, { key, decided }: HeardAnswer, end: number): Report | null {
    const isUndecidable = decided === null && (row.outcome !== null || end < Infinity);
    const known = Math.min(decided?.decidedAt ?? end, end);
    const source = this.sources.get(row.source_id);
    if (!source || row.independence === 0 || isUndecidable || row.published_at >= known) return null;
    const name = `${row.device_id} ${row.question}`;
    const question = end === Infinity && decided !== null ? `${name} ruled out` : name;
    if (decided !== null) this.settle(question, key, decided);
    const side = row.stance === 'supports' ? 1 : -1;
    const weight = PARAMETERS.certainty[row.certainty] * row.independence;
    const event = decided === null ? {} : { event: decided.event };
    const { family } = this.values.get(key)!.subject;
    return { question, source: source.slug, value: key, family, side, weight, at: row.published_at, ...event };
  }

  private settle(question: string, key: string, { happened }: Decided): void {
    const truths = this.truths.get(question) ?? new Set<string>();
    this.truths.set(question, truths);
    if (happened) truths.add(key);
  }

  /** The answers of a question, by rumor; null where one cannot be read, which is told where it is weighed. */
  private answersOf(rows: readonly HeardRow[], subject: Subject): Map<string, HeardAnswer> | null {
    try {
      const answers = new Map<string, HeardAnswer>();
      for (const row of rows) {
        if (!answers.has(row.rumor_id)) answers.set(row.rumor_id, this.answerOf(row, subject));
      }
      return answers;
    } catch (error) {
      if (error instanceof InvalidValue) return null;
      throw error;
    }
  }

  private answerOf(row: HeardRow, subject: Subject): HeardAnswer {
    const key = `${subject.key} ${row.value}`;
    if (!this.values.has(key)) this.values.set(key, { key, subject, value: readValue(subject, row.value) });
    return { key, decided: decidedOf(row) };
  }

  /** Whether two values stand beside each other for the first time. */
  private isNew(outer: Value, inner: Value): boolean {
    const before = this.compared.size;
    return this.compared.add(`${outer.key}\n${inner.key}`).size > before;
  }

  /** Notes which values hold wherever another one does, as a quarter does of its July. */
  private relate(subject: Subject, said: readonly Report[]): void {
    const values = [...new Set(said.map(({ value }) => value))].map((key) => this.values.get(key)!);
    for (const outer of values) {
      for (const inner of values) {
        if (outer === inner || !this.isNew(outer, inner)) continue;
        if (bearsOut(subject, outer.value, inner.value) !== true) continue;
        const wider = this.wider.get(inner.key) ?? new Set();
        this.wider.set(inner.key, wider.add(outer.key));
      }
    }
  }
}

/** When a question was decided: by the first answer that came true, or with the last that did not; Infinity before. */
function endOf(verdicts: readonly (Decided | null)[]): number {
  const decided = verdicts.filter((verdict) => verdict !== null);
  const right = decided.filter(({ happened }) => happened);
  if (right.length > 0) return Math.min(...right.map(({ decidedAt }) => decidedAt));
  return decided.length < verdicts.length ? Infinity : Math.max(...decided.map(({ decidedAt }) => decidedAt));
}
