import { round } from '../devices/device.view.js';
import type { DateBucket } from '../engine/confidence/index.js';
import { dayRangeLabel, precisionOf } from '../engine/subjects/index.js';
import { sayInstant } from '../platform/instant.js';
import { subjectOf, viewRumor } from '../rumors/rumor.view.js';
import type { AskedQuestion } from './question-board.service.js';
import { type QuestionAnswer } from './question.answer.js';
import { contestsOf, type Contest } from './shares.js';

function viewBucket(bucket: DateBucket) {
  return {
    earliest_on: bucket.earliestOn,
    latest_on: bucket.latestOn,
    precision: precisionOf(bucket),
    label: dayRangeLabel(bucket),
    probability: round(bucket.probability),
  };
}

/** What is left for "other": rounded parts and this sum to 1 exactly. */
const rest = (parts: readonly number[]): number => round(Math.max(0, 1 - parts.reduce((sum, part) => sum + part, 0)));

function viewContest({ question, shares, buckets, other }: Contest, assessedAt: string | null): QuestionAnswer {
  const [{ rumor: first }] = shares as [Contest['shares'][number]];
  const { label, answers, criteria } = subjectOf(first);
  const stretches = buckets?.map(viewBucket) ?? null;
  const rumors = shares.map(({ rumor, share }) => ({
    ...viewRumor(rumor),
    share: share === null ? null : round(share),
  }));
  const parts = stretches?.map((stretch) => stretch.probability) ?? rumors.map((rumor) => rumor.share ?? 0);
  return {
    question,
    subject: first.subject,
    label,
    region: first.region,
    variant: first.variant,
    answers,
    criteria,
    rumors,
    buckets: stretches,
    other: other === null ? null : rest(parts),
    assessed_at: assessedAt,
  };
}

/** A question as it is shown: one entry where its answers rule each other out, else one for each answer. */
export function viewQuestion(asked: AskedQuestion): QuestionAnswer[] {
  const assessedAt = asked.spread === null ? null : sayInstant(asked.spread.at);
  return contestsOf(asked).map((contest) => viewContest(contest, assessedAt));
}
