import { impliesExistence, needsLaunch, reaches, rulesOutLaunch, sayClaim, type Claim } from '../subjects/index.js';
import type { QuestionAssessment } from './assess.js';
import type { Answer, Confidence, Learned, Question } from './evidence.js';
import { impliedBy } from './implied.js';
import { PARAMETERS } from './parameters.js';
import { isSupported, type Relative } from './relative.js';
import { ruledOut } from './ruled-out.js';

/** A question about a device as it was weighed by itself. */
export interface Member {
  readonly asked: Question;
  readonly learned: Learned;
  readonly region: string | null;
  readonly variant: string | null;
  readonly own: QuestionAssessment;
}

/** A claim about the device that was found to be true. */
export interface Fact extends Claim {
  readonly rumorId: string;
}

/** A claim beside what is known of it for the others. */
export interface Placed {
  readonly claim: Claim;
  readonly relative: Relative;
}

/** The questions about one device of which one says something for another, and what was settled of it. */
export interface Circle {
  readonly members: readonly Member[];
  readonly facts: readonly Fact[];
}

const claimOf = ({ asked: { subject }, region, variant }: Member, { value }: Answer): Claim => ({
  subject,
  value,
  region,
  variant,
});

const surest = (placed: readonly Placed[], by: 'probability' | 'firmProbability'): Relative | null =>
  [...placed]
    .map(({ relative }) => relative)
    .sort((a, b) => b[by] - a[by] || (a.rumorId < b.rumorId ? -1 : 1))
    .at(0) ?? null;

function placedOf(claim: Claim, confidence: Confidence): Placed {
  const base = confidence.contributions.find((step) => step.kind === 'base_rate');
  return {
    claim,
    relative: {
      ...confidence,
      claim: sayClaim(claim),
      baseRate: base?.rate ?? claim.subject.baseRate,
      originIds: confidence.contributions.flatMap((step) =>
        step.kind === 'report' && step.stance === 'supports' ? [step.originId] : [],
      ),
      announced: confidence.announced === true,
    },
  };
}

function placedFact({ rumorId, ...claim }: Fact): Placed {
  const probability = 1 - PARAMETERS.leastOther;
  const certain = { probability, firmProbability: probability, low: probability, high: probability };
  const known = { strength: 'high' as const, announced: true, originIds: [], baseRate: claim.subject.baseRate };
  return { claim, relative: { rumorId, claim: sayClaim(claim), ...certain, ...known } };
}

/** "Exists" that is denied by a verified statement says what "does not exist" says. */
function denied(claim: Claim, confidence: Confidence): Placed[] {
  const isDenied = claim.subject.key === 'existence' && confidence.announced === false;
  if (!isDenied || claim.value.type !== 'yes_no' || !claim.value.yes) return [];
  const no: Claim = { ...claim, value: { type: 'yes_no', yes: false } };
  const { relative } = placedOf(no, confidence);
  const turned = (side: number): number => 1 - side;
  const { probability, firmProbability, low, high } = confidence;
  const numbers = {
    probability: turned(probability),
    firmProbability: turned(firmProbability),
    low: turned(high),
    high: turned(low),
    baseRate: turned(relative.baseRate),
    originIds: confidence.contributions.flatMap((step) =>
      step.kind === 'report' && step.stance === 'refutes' ? [step.originId] : [],
    ),
  };
  return [{ claim: no, relative: { ...relative, ...numbers, announced: true } }];
}

/** What says that the device never comes: a supported cancellation, or a verified denial that it exists. */
export function excludersOf({ members, facts }: Circle): Placed[] {
  const said = members.flatMap((member) =>
    member.asked.answers.flatMap((answer, index): Placed[] => {
      const claim = claimOf(member, answer);
      const confidence = member.own.confidences[index]!;
      const isNo = claim.subject.key === 'existence';
      if (!rulesOutLaunch(claim)) return denied(claim, confidence);
      const counts = isNo ? confidence.announced === true : isSupported(confidence);
      return counts ? [placedOf(claim, confidence)] : [];
    }),
  );
  return [...said, ...facts.filter(rulesOutLaunch).map(placedFact)];
}

/** Whether an answer needs a launch to come true. */
export const isTouched = (member: Member, answer: Answer): boolean => needsLaunch(claimOf(member, answer));

function lessened(member: Member, excluders: readonly Placed[], at: number): QuestionAssessment {
  const answers = member.asked.answers.map((answer) => isTouched(member, answer));
  const excluder = surest(
    excluders.filter(({ claim }) => reaches(claim, member)),
    'firmProbability',
  );
  if (excluder === null || !answers.includes(true)) return member.own;
  return ruledOut({ ...member, touched: answers }, excluder, at);
}

/** What says that the device exists, as it stands once cancellations had their say. */
function witnessesOf({ members, facts }: Circle, found: readonly QuestionAssessment[]): Placed[] {
  const said = members.flatMap((member, place) =>
    member.asked.answers.flatMap((answer, index): Placed[] => {
      const claim = claimOf(member, answer);
      const confidence = found[place]!.confidences[index]!;
      return impliesExistence(claim) && isSupported(confidence) ? [placedOf(claim, confidence)] : [];
    }),
  );
  return [...said, ...facts.filter(impliesExistence).map(placedFact)];
}

function borneOut(member: Member, witnesses: readonly Placed[]): QuestionAssessment {
  if (member.asked.subject.key !== 'existence') return member.own;
  const near = witnesses.filter(({ claim }) => reaches(member, claim));
  const [likeliest, firmest] = [surest(near, 'probability'), surest(near, 'firmProbability')];
  if (likeliest === null || firmest === null) return member.own;
  const confidences = member.asked.answers.map(({ value }, index) =>
    impliedBy(member.own.confidences[index]!, likeliest, firmest, value.type === 'yes_no' && value.yes),
  );
  return { ...member.own, confidences };
}

/**
 * Questions about one device, each weighed by itself, brought into agreement: what is given up is not launched, and what
 * is launched, sold or made with a partner exists. First cancellations take their share of what needs a launch, then
 * what is left bears out existence; nothing flows back, so the order of the questions means nothing, and the same once
 * more changes nothing. Only claims that an established source supports say anything for others.
 *
 * @param at the instant of the assessment, epoch milliseconds
 * @returns in the order of the members
 */
export function cohere(circle: Circle, at: number): QuestionAssessment[] {
  const excluders = excludersOf(circle);
  const found = circle.members.map((member) => lessened(member, excluders, at));
  const witnesses = witnessesOf(circle, found);
  return circle.members.map((member, place) =>
    member.asked.subject.key === 'existence' ? borneOut(member, witnesses) : found[place]!,
  );
}
