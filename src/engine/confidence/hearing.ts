import type { ClaimValue } from '../subjects/index.js';
import type { Answer, Discarded, Question, SourceStanding, Testimony } from './evidence.js';
import { isEstablished } from './standing.js';

/** One testimony that may count, with its source, for or against one answer. */
export interface Hearing {
  /** The index of the answer that it speaks to; the two sides of a yes/no question are one answer, "yes". */
  readonly answer: number;
  readonly value: ClaimValue;
  readonly testimony: Testimony;
  readonly source: SourceStanding;
  readonly established: boolean;
  /** 1 for the answer, −1 against it. */
  readonly side: 1 | -1;
  /** Whether it is official words: a verified statement, or what the maker published itself. */
  readonly verified: boolean;
}

/** A piece of evidence that was put aside, and the answer it was put aside for. */
export interface PutAside {
  readonly answer: number;
  readonly discarded: Discarded;
}

/** The testimonies of a question, sorted out. */
export interface Heard {
  /** In the order of publication. */
  readonly hearings: readonly Hearing[];
  readonly putAside: readonly PutAside[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of publication, ties by report and evidence id. */
function byTime(a: Testimony, b: Testimony): number {
  return a.publishedAt - b.publishedAt || compare(a.reportId, b.reportId) || compare(a.id, b.id);
}

/** Sorts hearings into the order of publication, so that the order of arrival means nothing. */
export function inOrder(hearings: readonly Hearing[]): Hearing[] {
  return [...hearings].sort((a, b) => byTime(a.testimony, b.testimony));
}

/** Why a testimony cannot count, whatever else was said; null if it may. */
function bar(testimony: Testimony): Discarded | null {
  const { id: evidenceId, stance, statement } = testimony;
  if (stance === 'mentions') return { evidenceId, reason: 'mentions_only', insteadReportId: null };
  if (statement?.act === 'declines') return { evidenceId, reason: 'declined', insteadReportId: null };
  if (isOfficial(testimony) || testimony.independence > 0) return null;
  return { evidenceId, reason: 'repeats_origin', insteadReportId: testimony.originId };
}

/** Whether it is official words: a verified statement, or what the maker published itself. */
const isOfficial = ({ statement, ownWord }: Testimony): boolean =>
  statement === null ? ownWord === true : statement.verified;

/** A verified denial refutes whatever the link says; any other words count as they are linked. */
function sideOf({ stance, statement }: Testimony): 1 | -1 {
  return stance === 'refutes' || (statement?.verified && statement.act === 'denies') ? -1 : 1;
}

function hearingOf(answer: Answer, index: number, testimony: Testimony, question: Question): Hearing {
  const source = question.sources.get(testimony.sourceId);
  if (!source) throw new Error(`evidence ${testimony.id} names the source ${testimony.sourceId}, which is missing`);
  const side = sideOf(testimony);
  return {
    answer: index,
    value: answer.value,
    testimony,
    source,
    established: isEstablished(source),
    side: answer.value.type === 'yes_no' && !answer.value.yes ? (-side as 1 | -1) : side,
    verified: isOfficial(testimony),
  };
}

/**
 * Sorts the testimonies of a question: mentions, statements that decline and confirmed copies are put aside, except a
 * copy that carries a verified statement.
 *
 * @throws Error where a testimony names a source that the question lacks
 */
export function hear(question: Question): Heard {
  const hearings: Hearing[] = [];
  const putAside: PutAside[] = [];
  question.answers.forEach((answer, position) => {
    const index = answer.value.type === 'yes_no' ? 0 : position;
    for (const testimony of [...answer.testimonies].sort(byTime)) {
      const barred = bar(testimony);
      if (barred) putAside.push({ answer: index, discarded: barred });
      else hearings.push(hearingOf(answer, index, testimony, question));
    }
  });
  return { hearings: inOrder(hearings), putAside };
}
