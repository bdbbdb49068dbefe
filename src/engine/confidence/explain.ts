import { sayValue, type SubjectFamily } from '../subjects/index.js';
import type { Confidence, Contribution, Question, Taught } from './evidence.js';
import type { LaunchSignStep } from './launch-signs.js';
import { figureOf, wordOf } from './words.js';

type ReportStep = Extract<Contribution, { kind: 'report' }>;

/** The piece of evidence whose removal would move a confidence most. */
export interface Lever {
  readonly evidenceId: string;
  /** The probability without it, 0..1, and how far that is from the present one (negative = it would fall). */
  readonly probability: number;
  readonly change: number;
}

/** What would change a confidence most; null where no evidence counts. Ties go to the evidence that stands first. */
export function changesMost(confidence: Pick<Confidence, 'probability' | 'contributions' | 'without'>): Lever | null {
  const levers = confidence.contributions.flatMap((step): Lever[] => {
    const probability = step.kind === 'report' ? confidence.without[step.evidenceId] : undefined;
    if (step.kind !== 'report' || probability === undefined) return [];
    return [{ evidenceId: step.evidenceId, probability, change: probability - confidence.probability }];
  });
  if (levers.length === 0) return null;
  return levers.reduce((best, next) => (Math.abs(next.change) > Math.abs(best.change) ? next : best));
}

/** A probability in whole per cent, but never 0 or 100. */
function percent(probability: number): string {
  if (probability < 0.01) return 'under 1 %';
  return probability > 0.99 ? 'over 99 %' : `${figureOf(probability)} %`;
}

const signed = (logOdds: number): string => `${logOdds < 0 ? '−' : '+'}${Math.abs(logOdds).toFixed(2)}`;
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const CERTAINTY_WORDS = {
  official: 'on the record',
  reported: 'as reported',
  speculative: 'as a guess',
} as const;

const FAMILY_WORDS: Readonly<Record<SubjectFamily, string>> = {
  existence: 'existence',
  status: 'status',
  name: 'names',
  launch: 'launches',
  price: 'prices',
  spec: 'specifications',
  partner: 'partners',
  availability: 'availability',
};

/** What an accuracy was learned from, in words: "right in 7 of 9 on launches"; claims of one event share its credit. */
export function sayTaught({ right, events, family, stance }: Taught): string {
  const count = Number(right.toFixed(1));
  const what = stance === 'refutes' ? ' refutations' : '';
  return `right in ${count} of ${events}${what}${family === null ? '' : ` on ${FAMILY_WORDS[family]}`}`;
}

/** Whom a source repeats and what is left of its report, in words: "often repeats the Courier (93 %): counted 26 %". */
export function sayRepeats(repeats: readonly { name: string; probability: number }[], independence: number): string {
  const named = repeats.map(({ name, probability }) => `${name} (${percent(probability)})`);
  return `often repeats ${named.join(' and ')}: counted ${percent(independence)}`;
}

/** What a report seems to retell and what is left of it, in words: "seems to retell the Courier: counted 10 %". */
export const sayRetells = (name: string | null, independence: number): string =>
  `seems to retell ${name ?? 'an earlier report'}: counted ${percent(independence)}`;

function sayCopied({ independence, repeats = [] }: ReportStep, nameOf: (sourceId: string) => string): string {
  if (repeats.length === 0) return independence < 1 ? `, ${percent(independence)} its own` : '';
  const named = repeats.map(({ sourceId, probability }) => ({ name: nameOf(sourceId), probability }));
  return `, ${sayRepeats(named, independence)}`;
}

function sayReport(step: ReportStep, question: Question): string {
  const nameOf = (sourceId: string): string => question.sources.get(sourceId)?.name ?? sourceId;
  const who = nameOf(step.sourceId);
  const does = step.stance === 'supports' ? 'supports' : 'refutes';
  if (step.verified) return `a verified official statement, carried by ${who}, ${does} it (${signed(step.logOdds)})`;
  const age = step.ageDays < 1 ? 'fresh' : `${counted(Math.round(step.ageDays), 'day')} old`;
  const copied = sayCopied(step, nameOf);
  const taught = step.taught === undefined ? '' : `, ${sayTaught(step.taught)}`;
  const accuracy = `accuracy ${percent(step.accuracy)}${taught}`;
  return `${who} ${does} it ${CERTAINTY_WORDS[step.certainty]} (${accuracy}, ${age}${copied}: ${signed(step.logOdds)})`;
}

/** How many reports are named one by one; the lighter ones are summed up. */
const NAMED = 3;

function sayReports(steps: readonly ReportStep[], question: Question): string {
  if (steps.length === 0) return 'No report of an established source counts.';
  const heavy = [...steps].sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
  const named = heavy.slice(0, NAMED).map((step) => sayReport(step, question));
  const rest = heavy.slice(NAMED);
  if (rest.length > 0) {
    const sum = rest.reduce((total, { logOdds }) => total + logOdds, 0);
    named.push(`${counted(rest.length, 'lighter report')} together (${signed(sum)})`);
  }
  const lead = steps.length === 1 ? 'One report counts' : `${steps.length} reports count`;
  return `${lead}: ${named.join('; ')}.`;
}

const SIGN_WORDS = {
  filing: 'A filing',
  benchmark: 'An entry in a benchmark database',
  teaser: 'A tease',
  invitation: 'An invitation',
} as const;

/** A sign that a launch is near, in words: "A filing (Radio Office) is expected to be followed by the launch within 180 days". */
export const sayLaunchSign = (step: Pick<LaunchSignStep, 'sign' | 'source' | 'days'>): string =>
  `${SIGN_WORDS[step.sign]} (${step.source}) is expected to be followed by the launch within ${step.days} days`;

function sayStep(step: Contribution): string | null {
  switch (step.kind) {
    case 'base_rate': {
      const origin =
        step.n === 0
          ? 'catalogue default, n = 0'
          : `learned${step.category === undefined ? '' : ` of ${step.category}`}, n = ${step.n}`;
      return `Such claims come true in ${percent(step.rate)} of cases (${origin}): ${signed(step.logOdds)}.`;
    }
    case 'popularity':
      return `Several different answers have supporters (${signed(step.logOdds)}).`;
    case 'launch_sign':
      return `${sayLaunchSign(step)} (${signed(step.logOdds)}).`;
    case 'competing_answers':
      return `What competes or overlaps with it, and "none of these", comes to ${signed(step.logOdds)}.`;
    case 'unproven_sources':
      return `Unproven sources (${counted(step.origins, 'origin')}) move it by ${signed(step.logOdds)}, within their budget.`;
    case 'related_rumor': {
      const does = step.relation === 'implies' ? 'Implied by' : 'Held down by';
      return `${does} “${step.claim}” (${percent(step.probability)}): ${signed(step.logOdds)}.`;
    }
    case 'report':
      return null;
  }
}

function sayLever(confidence: Confidence, question: Question): string[] {
  const lever = changesMost(confidence);
  if (lever === null) return [];
  const step = confidence.contributions.find((each) => each.kind === 'report' && each.evidenceId === lever.evidenceId);
  const isOnly = confidence.contributions.filter(({ kind }) => kind === 'report').length === 1;
  const who = step?.kind === 'report' ? (question.sources.get(step.sourceId)?.name ?? step.sourceId) : '';
  return [
    `Without the evidence of ${who} it would be ${percent(lever.probability)}${isOnly ? '' : ', the largest change one piece makes'}.`,
  ];
}

/**
 * Why a confidence is what it is, in plain English and from its own numbers: the probability in words with its range,
 * the base rate, the reports that count, what competes, what unproven sources add, and what would change it most.
 */
export function explain(confidence: Confidence, question: Question): string {
  const { contributions, probability, low, high } = confidence;
  const answer = question.answers.find(({ rumorId }) => rumorId === confidence.rumorId);
  const about = answer ? `${question.subject.label} ${sayValue(answer.value)}: ` : '';
  const range = `between ${percent(low)} and ${percent(high)}`;
  const lead = `${about}${wordOf(probability)}, ${percent(probability)} (${range}; strength of evidence ${confidence.strength}).`;
  const reports = contributions.filter((step): step is ReportStep => step.kind === 'report');
  const [base, ...others] = contributions.map(sayStep).filter((text) => text !== null);
  const over = confidence.windowOver ? ['Its window is over: this is where it stood on the last day.'] : [];
  const parts = [
    lead,
    base ?? '',
    sayReports(reports, question),
    ...others,
    ...over,
    ...sayLever(confidence, question),
  ];
  return parts.filter((part) => part !== '').join(' ');
}
