import { LEARNING } from './settings.js';
import type { Reports } from './reports.js';

/** Numbers for pairs of sources: a table where there are few sources, a map where there are many. */
class Numbering {
  /** The two sources of each pair, the earlier name first. */
  readonly first: number[] = [];
  readonly second: number[] = [];
  private readonly table: Int32Array | null;
  private readonly map = new Map<number, number>();

  constructor(private readonly sources: number) {
    this.table = sources <= MOST_IN_TABLE ? new Int32Array(sources * sources).fill(-1) : null;
  }

  /** The number of a pair, a new one where it was not met before. */
  numberOf(first: number, second: number): number {
    const key = first * this.sources + second;
    const known = this.table ? this.table[key]! : (this.map.get(key) ?? -1);
    if (known >= 0) return known;
    const number = this.first.push(first) - 1;
    this.second.push(second);
    if (this.table) this.table[key] = number;
    else this.map.set(key, number);
    return number;
  }
}

/** A table of all pairs of so many sources takes 16 MB. */
const MOST_IN_TABLE = 2048;

/** Reports that support the same wording of one value: the only ones that can copy each other. */
export interface Wordings {
  /** The first report of each group in `reports`, and the end. */
  readonly starts: Uint32Array;
  /** In each group by source. */
  readonly reports: Uint32Array;
  /** The first meeting of each group: two of its reports meet once, (0, 1), (0, 2) … (1, 2) … */
  readonly meetings: Uint32Array;
}

/** The groups of two and more supporters, up to the number beyond which a value says nothing about copying. */
function wordingsOf(reports: Reports): Wordings {
  const groups = new Map<number, number[]>();
  reports.rawOf.forEach((wording, report) => {
    if (!isSupport(reports, report)) return;
    const size = reports.rawCount[wording]!;
    if (size < 2 || size > LEARNING.copying.mostSupporters) return;
    const group = groups.get(wording);
    if (group) group.push(report);
    else groups.set(wording, [report]);
  });
  const [starts, meetings] = [[0], [0]];
  const members: number[] = [];
  for (const group of groups.values()) {
    for (const report of group) members.push(report);
    starts.push(members.length);
    meetings.push(meetings.at(-1)! + (group.length * (group.length - 1)) / 2);
  }
  return {
    starts: Uint32Array.from(starts),
    reports: Uint32Array.from(members),
    meetings: Uint32Array.from(meetings),
  };
}

/** Pairs of sources that once said the same in the same words, with how often they spoke to the same question. */
export interface Pairs {
  readonly wordings: Wordings;
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** Questions on which both took a side for a value, and those on which they gave different values. */
  readonly common: Uint32Array;
  readonly different: Uint32Array;
  /** The pair of each meeting; −1 where one of the two has said too little. */
  readonly pairOf: Int32Array;
}

/** What each source supported, in order of the questions. */
function repertoires(reports: Reports): { starts: Uint32Array; reports: Uint32Array } {
  const starts = new Uint32Array(reports.sources.length + 1);
  for (const source of reports.sourceOf) starts[source + 1]! += 1;
  for (let source = 0; source < reports.sources.length; source += 1) starts[source + 1]! += starts[source]!;
  const next = starts.slice();
  const sorted = new Uint32Array(reports.sourceOf.length);
  reports.sourceOf.forEach((source, report) => (sorted[next[source]!++] = report));
  return { starts, reports: sorted };
}

type Repertoires = ReturnType<typeof repertoires>;

const isSupport = ({ side, weight }: Reports, report: number): boolean => side[report]! > 0 && weight[report]! > 0;

/** Walks along what two sources said, and counts where they met and where they differed. */
function met(
  reports: Reports,
  questions: Uint32Array,
  all: Repertoires,
  pair: readonly [number, number],
): [number, number] {
  let [one, other] = [all.starts[pair[0]]!, all.starts[pair[1]]!];
  const [oneEnd, otherEnd] = [all.starts[pair[0] + 1]!, all.starts[pair[1] + 1]!];
  let [common, different] = [0, 0];
  while (one < oneEnd && other < otherEnd) {
    const [a, b] = [all.reports[one]!, all.reports[other]!];
    const apart = questions[a]! - questions[b]!;
    if (apart === 0 && isSupport(reports, a) && isSupport(reports, b)) {
      common += 1;
      if (reports.rawOf[a] !== reports.rawOf[b]) different += 1;
    }
    if (apart <= 0) one += 1;
    if (apart >= 0) other += 1;
  }
  return [common, different];
}

/** The pair of every meeting, numbered as they are found. */
function meetingsOf(
  reports: Reports,
  wordings: Wordings,
  all: Repertoires,
): { numbering: Numbering; pairOf: Int32Array } {
  const { starts, meetings, reports: members } = wordings;
  const isKnown = reports.sources.map(
    (_, source) => all.starts[source + 1]! - all.starts[source]! >= LEARNING.copying.leastCommon,
  );
  const numbering = new Numbering(reports.sources.length);
  const pairOf = new Int32Array(meetings.at(-1)!).fill(-1);
  let meeting = 0;
  for (let group = 0; group + 1 < starts.length; group += 1) {
    const end = starts[group + 1]!;
    for (let i = starts[group]!; i < end; i += 1) {
      const first = reports.sourceOf[members[i]!]!;
      for (let j = i + 1; j < end; j += 1, meeting += 1) {
        const second = reports.sourceOf[members[j]!]!;
        if (isKnown[first] && isKnown[second]) pairOf[meeting] = numbering.numberOf(first, second);
      }
    }
  }
  return { numbering, pairOf };
}

/** Finds the pairs of sources that may copy each other. */
export function pairsOf(reports: Reports): Pairs {
  const wordings = wordingsOf(reports);
  const all = repertoires(reports);
  const { numbering, pairOf } = meetingsOf(reports, wordings, all);
  const { first, second } = numbering;
  const questions = Uint32Array.from(reports.valueOf, (value) => reports.questionOfValue[value]!);
  const common = new Uint32Array(first.length);
  const different = new Uint32Array(first.length);
  first.forEach((source, pair) => {
    [common[pair], different[pair]] = met(reports, questions, all, [source, second[pair]!]);
  });
  return { wordings, first, second, common, different, pairOf };
}
