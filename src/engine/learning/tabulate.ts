import { oddsOf } from '../confidence/index.js';
import type { Report, Reports, Setting } from './reports.js';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The last report of each source on the question; of two at one time the first by value. */
function standing(reports: readonly Report[]): Report[] {
  const last = new Map<string, Report>();
  for (const report of reports) {
    const known = last.get(report.source);
    if (known === undefined || isLater(report, known)) last.set(report.source, report);
  }
  return [...last.values()];
}

function isLater(report: Report, known: Report): boolean {
  const [mine, theirs] = [report.at ?? 0, known.at ?? 0];
  if (mine !== theirs) return mine > theirs;
  const order = compare(report.value, known.value) || (report.side ?? 1) - (known.side ?? 1);
  return order === 0 ? (report.weight ?? 1) > (known.weight ?? 1) : order < 0;
}

/** The reports that count, by question, value and source. */
function ordered(reports: readonly Report[]): Report[] {
  const questions = new Map<string, Report[]>();
  for (const report of reports) {
    const known = questions.get(report.question);
    if (known) known.push(report);
    else questions.set(report.question, [report]);
  }
  const ids = [...questions.keys()].sort(compare);
  return ids.flatMap((id) =>
    standing(questions.get(id)!).sort((a, b) => compare(a.value, b.value) || compare(a.source, b.source)),
  );
}

/** Numbers names by their order. */
function numbered(names: Iterable<string>): { names: string[]; places: Map<string, number> } {
  const sorted = [...new Set(names)].sort(compare);
  return { names: sorted, places: new Map(sorted.map((name, place) => [name, place])) };
}

interface Columns {
  readonly questions: string[];
  readonly values: string[];
  readonly valuesOf: number[];
  readonly reportsOf: number[];
  readonly questionOfValue: number[];
  readonly valueOf: number[];
  readonly families: string[];
}

/** Where each question and each value begins. */
function columnsOf(rows: readonly Report[]): Columns {
  const columns: Columns = {
    questions: [],
    values: [],
    valuesOf: [],
    reportsOf: [],
    questionOfValue: [],
    valueOf: [],
    families: [],
  };
  rows.forEach((row, index) => {
    const before = index === 0 ? null : rows[index - 1]!;
    const isNew = before?.question !== row.question;
    if (isNew) {
      columns.questions.push(row.question);
      columns.families.push(row.family ?? '');
      columns.valuesOf.push(columns.values.length);
    }
    if (isNew || before.value !== row.value) {
      columns.questionOfValue.push(columns.questions.length - 1);
      columns.reportsOf.push(index);
      columns.values.push(row.value);
    }
    columns.valueOf.push(columns.values.length - 1);
  });
  columns.valuesOf.push(columns.values.length);
  columns.reportsOf.push(rows.length);
  return columns;
}

/** The wording of each report as a number of its own within its value, and how many supporters each wording has. */
function wordings(rows: readonly Report[], valueOf: readonly number[]): { rawOf: Uint32Array; rawCount: Uint32Array } {
  const rawOf = new Uint32Array(rows.length);
  const counts: number[] = [];
  const inValue = new Map<string, number>();
  rows.forEach(({ raw, value, side }, index) => {
    if (index > 0 && valueOf[index] !== valueOf[index - 1]) inValue.clear();
    const wording = raw ?? value;
    const known = inValue.get(wording) ?? counts.push(0) - 1;
    inValue.set(wording, known);
    rawOf[index] = known;
    if (side !== -1) counts[known]! += 1;
  });
  return { rawOf, rawCount: Uint32Array.from(counts) };
}

/** 1 / the claims of the report's source that its event settles; a question without an event is one of its own. */
function creditsOf(rows: readonly Report[]): Float64Array {
  const keyOf = ({ source, event }: Report): string => `${source}\n${event}`;
  const sizes = new Map<string, number>();
  for (const row of rows) if (row.event !== undefined) sizes.set(keyOf(row), (sizes.get(keyOf(row)) ?? 0) + 1);
  return Float64Array.from(rows, (row) => (row.event === undefined ? 1 : 1 / sizes.get(keyOf(row))!));
}

/** For each value, those values of its question that are wider. */
function widerOf(columns: Columns, setting: Setting): number[][] | null {
  if (!setting.wider) return null;
  const { values, valuesOf, questionOfValue } = columns;
  return values.map((value, index) => {
    const wide = new Set(setting.wider!(value));
    const [from, to] = [valuesOf[questionOfValue[index]!]!, valuesOf[questionOfValue[index]! + 1]!];
    const found: number[] = [];
    for (let other = from; other < to; other += 1) if (other !== index && wide.has(values[other]!)) found.push(other);
    return found;
  });
}

/** Puts reports into rows. */
export function tabulate(reports: readonly Report[], setting: Setting): Reports {
  const rows = ordered(reports);
  const columns = columnsOf(rows);
  const sources = numbered(rows.map(({ source }) => source));
  const families = numbered(columns.families);
  const { questions, values } = columns;
  const { rawOf, rawCount } = wordings(rows, columns.valueOf);
  return {
    sources: sources.names,
    standings: sources.names.map((name) => setting.standingOf(name)),
    families: families.names,
    questions,
    values,
    valuesOf: Uint32Array.from(columns.valuesOf),
    reportsOf: Uint32Array.from(columns.reportsOf),
    familyOf: Uint16Array.from(columns.families, (name) => families.places.get(name)!),
    odds: Float64Array.from(values, (value, index) =>
      oddsOf(setting.baseRateOf(questions[columns.questionOfValue[index]!]!, value)),
    ),
    wider: widerOf(columns, setting),
    questionOfValue: Uint32Array.from(columns.questionOfValue),
    valueOf: Uint32Array.from(columns.valueOf),
    sourceOf: Uint32Array.from(rows, ({ source }) => sources.places.get(source)!),
    rawOf,
    rawCount,
    side: Int8Array.from(rows, ({ side }) => side ?? 1),
    weight: Float64Array.from(rows, ({ weight }) => weight ?? 1),
    at: Float64Array.from(rows, ({ at }) => at ?? 0),
    credit: creditsOf(rows),
  };
}
