import { reaches, rulesOutLaunch, type ClaimValue } from '../subjects/index.js';
import type { QuestionAssessment } from './assess.js';
import { bearsOut } from './bearing.js';
import { excludersOf, isTouched, type Circle, type Member } from './coherence.js';
import type { Confidence, Question } from './evidence.js';
import { isSupported } from './relative.js';

/**
 * How claims about one device contradict each other: two values that rule each other out and would each be more likely
 * than not by itself; a claim that verified words deny and that would be so without them; a launch of what is given up.
 */
export const CLASH_KINDS = ['rivals', 'denied', 'given_up'] as const;
export type ClashKind = (typeof CLASH_KINDS)[number];

/** Claims that cannot all be as likely as what is said for them makes them. */
export interface Clash {
  readonly kind: ClashKind;
  readonly rumorId: string;
  /** The other rumor; null where verified words deny the first. */
  readonly otherId: string | null;
}

/** How many of the strongest answers to one question are compared with each other. */
const STRONGEST = 10;

type Step = Confidence['contributions'][number];

/** The log-odds of an answer by what is said for and against it alone: before it competes, and before strangers speak. */
function aloneLogOdds({ contributions }: Confidence, counts: (step: Step) => boolean = () => true): number {
  return contributions.reduce(
    (sum, step) => sum + ((step.kind === 'base_rate' || step.kind === 'report') && counts(step) ? step.logOdds : 0),
    0,
  );
}

const isVerifiedDenial = (step: Step): boolean => step.kind === 'report' && step.verified && step.stance === 'refutes';

/** A device may well be announced and delayed; of its states only its end rules the others out. */
const isOfOneKind = (a: ClaimValue, b: ClaimValue, { subject }: Question): boolean =>
  subject.key !== 'status' || rulesOutLaunch({ subject, value: a }) || rulesOutLaunch({ subject, value: b });

/** The contradictions among the answers to one question. */
export function clashesIn(asked: Question, { confidences }: Pick<QuestionAssessment, 'confidences'>): Clash[] {
  const supported = confidences
    .map((confidence, index) => ({ confidence, value: asked.answers[index]!.value }))
    .filter(({ confidence }) => isSupported(confidence) && !confidence.windowOver);
  const denied = supported
    .filter(({ confidence }) => confidence.contributions.some(isVerifiedDenial))
    .filter(({ confidence }) => aloneLogOdds(confidence, (step) => !isVerifiedDenial(step)) > 0)
    .map(({ confidence }): Clash => ({ kind: 'denied', rumorId: confidence.rumorId, otherId: null }));
  const strong = supported
    .filter(({ confidence }) => aloneLogOdds(confidence) > 0)
    .sort((a, b) => aloneLogOdds(b.confidence) - aloneLogOdds(a.confidence))
    .slice(0, STRONGEST)
    .sort((a, b) => (a.confidence.rumorId < b.confidence.rumorId ? -1 : 1));
  const rivals = strong.flatMap((one, place) =>
    strong
      .slice(place + 1)
      .filter((other) => bearsOut(asked.subject, one.value, other.value) === false)
      .filter((other) => isOfOneKind(one.value, other.value, asked))
      .map((other): Clash => ({
        kind: 'rivals',
        rumorId: one.confidence.rumorId,
        otherId: other.confidence.rumorId,
      })),
  );
  return [...rivals, ...denied];
}

const isLikely = (confidence: Confidence): boolean =>
  isSupported(confidence) && !confidence.windowOver && confidence.firmProbability > 0.5;

function givenUp(circle: Circle, member: Member): Clash[] {
  const excluders = excludersOf(circle).filter(
    ({ claim, relative }) => reaches(claim, member) && relative.firmProbability > 0.5,
  );
  return member.asked.answers.flatMap((answer, index) => {
    const confidence = member.own.confidences[index]!;
    if (!isTouched(member, answer) || !isLikely(confidence)) return [];
    return excluders.map(({ relative }): Clash => ({
      kind: 'given_up',
      rumorId: confidence.rumorId,
      otherId: relative.rumorId,
    }));
  });
}

/** The launches, among questions weighed by themselves, of a device that is more likely than not given up. */
export const clashesOf = (circle: Circle): Clash[] => circle.members.flatMap((member) => givenUp(circle, member));
