import { viewExplanation } from '../assessments/explanation.view.js';
import { Past } from '../assessments/past.service.js';
import { Moments } from '../events/moments.service.js';
import type { Context } from './context.js';
import type { WhyOptions } from './looking.js';
import type { Screen } from './screen.js';
import { bar, count, percent, points, sayConfidence } from './wording.js';

type Explanation = ReturnType<typeof viewExplanation>;
type Step = Explanation['steps'][number];

const BAR_PLACES = 20;

/** Explains a confidence: the steps from the base rate to it, in percentage points. */
export async function why(rumorId: string, { asOf, basis }: WhyOptions, context: Context): Promise<void> {
  const [moments, past] = [await context.get(Moments), await context.get(Past)];
  const explanation = viewExplanation(await moments.read(asOf, (moment) => past.why(rumorId, moment, basis)));
  context.screen.answer(explanation, () => waterfall(explanation, context.screen));
}

function waterfall(explanation: Explanation, screen: Screen): string[] {
  const { device, claim, confidence, strength, as_of: asOf, model_version: model, reconstructed } = explanation;
  return [
    screen.styled('bold', `${device.name}: ${claim}`),
    `${sayConfidence(confidence)} · evidence: ${strength} · as of ${asOf.slice(0, 10)} · model ${model}`,
    ...(reconstructed ? ['reconstructed: what it would have said; nothing was believed of it then'] : []),
    explanation.text,
    '',
    ...explanation.steps.flatMap((step) => stepLines(step, screen)),
    ...discardedLines(explanation),
  ];
}

function stepLines(step: Step, screen: Screen): string[] {
  const course = step.kind === 'base_rate' ? '' : `${points(step.points)} → `;
  const line = `${bar(step.running, BAR_PLACES)} ${`${course}${percent(step.running)}`.padStart(20)}  ${nameOf(step)}`;
  if (step.kind !== 'report') return [line];
  const weights = `weight ${step.certainty_weight} × age ${step.recency.decay.toFixed(2)} × independence ${Number(step.independence.discount.toFixed(2))}`;
  const without = step.confidence_without === null ? '' : `, without it ${percent(step.confidence_without)}`;
  const repeats = step.independence.text === null ? '' : `, ${step.independence.text}`;
  const quote = step.span
    ? [`${' '.repeat(BAR_PLACES + 24)}${screen.styled('dim', `“${step.span.exact ?? ''}”`)}`]
    : [];
  return [line, `${' '.repeat(BAR_PLACES + 24)}${screen.styled('dim', `${weights}${repeats}${without}`)}`, ...quote];
}

function nameOf(step: Step): string {
  switch (step.kind) {
    case 'base_rate':
      return `base rate (${step.reference_class}, n = ${step.n})`;
    case 'report': {
      const { source, stance, certainty, verified, published_on: on } = step;
      const grade = source.grade ?? 'unrated';
      return `${source.name} (${grade}) ${verified ? 'a verified statement' : `${certainty}, ${stance}`}, ${on ?? 'undated'}`;
    }
    case 'popularity':
      return 'how the other answers are spread';
    case 'competing_answers':
      return 'answers that compete';
    case 'launch_sign':
      return step.text;
    case 'related_rumor':
      return `${step.relation === 'implies' ? 'implied by' : 'held down by'} “${step.claim}”`;
    case 'unproven_sources':
      return `${count(step.origins, 'origin')} of unproven sources`;
  }
}

function discardedLines({ discarded }: Explanation): string[] {
  if (discarded.length === 0) return [];
  const named = discarded.map(({ source, reason }) => `  ${source ?? 'unknown'}: ${reason.replaceAll('_', ' ')}`);
  return ['', 'Carries no weight of its own:', ...named];
}
