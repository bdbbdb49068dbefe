import { explain, type Confidence } from '../engine/confidence/index.js';
import { DAY_MS } from '../engine/subjects/index.js';
import { byKind } from '../rumors/causes.js';
import type { Cause } from '../rumors/rumor.entity.js';
import type { AnswerRow, LoadedQuestion } from './asked.js';
import { isNews, type Finding } from './assessment-book.service.js';
import { relatedCauses, type FoundQuestion } from './circles.js';
import { daysToLookAt, foundAt, heardDays, heardOn } from './looking-back.js';

/** What the model would have found about a rumor at the start of a past day. */
export interface Reconstructed {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly finding: Finding;
}

/**
 * The past of a device as the present model would have had it: a finding about a rumor on each day from whose start on
 * something newly published has a say in it, and where its age has moved it as far as is kept of an assessment.
 *
 * @param circle everything that was told of the device
 * @param lastDays for each rumor the number of the last day that is wanted; of the others nothing is
 */
export function reconstruct(circle: readonly LoadedQuestion[], lastDays: ReadonlyMap<string, number>): Reconstructed[] {
  const heard = heardDays(circle);
  const former = new Map<string, Confidence>();
  const points: Reconstructed[] = [];
  if (heard.length === 0) return points;
  let before = 0;
  const first = heard.reduce((one, other) => Math.min(one, other));
  for (const day of daysToLookAt(circle, first, Math.max(0, ...lastDays.values()))) {
    const questions = foundAt(circle, day * DAY_MS);
    for (const finding of questions.flatMap((each) => findingsOf(each, questions, { after: before, until: day }))) {
      const { row, confidence } = finding;
      if (day > (lastDays.get(row.id) ?? 0) || confidence.reports === 0) continue;
      if (!isNews({ ...finding, row: asLast(row, former.get(row.id)) }, 0)) continue;
      former.set(row.id, confidence);
      points.push({ at: day * DAY_MS, finding });
    }
    before = day;
  }
  return points;
}

/** Days by number, the first one left out. */
interface Days {
  readonly after: number;
  readonly until: number;
}

function findingsOf({ loaded, member, found }: FoundQuestion, all: readonly FoundQuestion[], days: Days): Finding[] {
  const newsOf = (question: LoadedQuestion): Cause[] => newsWithin(question, days);
  const others = all.map((each) => each.loaded);
  const happened = byKind([...newsOf(loaded), ...relatedCauses(loaded, others, newsOf)]);
  const causes: readonly Cause[] = happened.length === 0 ? [{ kind: 'age', ids: [] }] : happened;
  const { confidences, other, buckets = null } = found;
  return confidences.map((confidence, index) => {
    const row = loaded.rows[index]!;
    return { row, causes, confidence, text: explain(confidence, member.asked), other, buckets };
  });
}

/** What was published about a question within some days. */
function newsWithin({ links }: LoadedQuestion, { after, until }: Days): Cause[] {
  const ids = [...links.values()]
    .flat()
    .filter((link) => heardOn(link) > after && heardOn(link) <= until)
    .map(({ id }) => id);
  return ids.length === 0 ? [] : [{ kind: 'evidence', ids }];
}

/** A rumor with the numbers that it last had; with none before the first. */
function asLast(row: AnswerRow, last: Confidence | undefined): AnswerRow {
  if (last === undefined) return { ...row, probability: null, assessed_at: null };
  return {
    ...row,
    probability: last.probability,
    low: last.low,
    high: last.high,
    firm_probability: last.firmProbability,
    strength: last.strength,
    announced: last.announced === true ? 1 : 0,
    origin_count: last.origins,
    supporting_count: last.supporting,
    refuting_count: last.refuting,
    assessed_reports: last.reports,
    assessed_at: 0,
  };
}
