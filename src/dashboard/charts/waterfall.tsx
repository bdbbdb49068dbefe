import { SafeLink } from '../parts/safe-link.js';
import type { ExplanationView, StepView } from '../views.js';
import { count, percent, points, shortDay, signed, words } from '../wording.js';
import { place } from './scale.js';
import { drawnSteps, type StepGroup } from './step-groups.js';

/** A confidence step by step in percentage points; the last running number is the confidence. */
export function Waterfall({ explanation }: { explanation: ExplanationView }) {
  return (
    <table class="why-table">
      <caption class="sr">{`The steps from the base rate to the likelihood of “${explanation.claim}”`}</caption>
      <thead>
        <tr>
          <th scope="col">What counts</th>
          <th scope="col" class="right">
            Adds
          </th>
          <th scope="col" class="why-bar">
            <span class="sr">From 0 to 100 %</span>
          </th>
          <th scope="col" class="right">
            Makes
          </th>
        </tr>
      </thead>
      <tbody>
        {drawnSteps(explanation.steps).map((step) => (
          <StepRow step={step} />
        ))}
      </tbody>
    </table>
  );
}

function StepRow({ step }: { step: StepView | StepGroup }) {
  const isBase = step.kind === 'base_rate';
  return (
    <tr>
      <th scope="row">
        <StepName step={step} />
      </th>
      <td class={`right num ${isBase ? '' : step.points < 0 ? 'change-down' : 'change-up'}`}>
        {isBase ? percent(step.running) : points(step.points, Math.abs(step.points) < 1 ? 1 : 0)}
      </td>
      <td class="why-bar">
        <StepBar step={step} />
      </td>
      <td class="right num running" data-running={step.running}>
        {percent(step.running)}
      </td>
    </tr>
  );
}

function StepBar({ step }: { step: StepView | StepGroup }) {
  const end = step.running * 100;
  const start = end - step.points;
  const kind = step.kind === 'base_rate' ? 'base' : step.points < 0 ? 'down' : 'up';
  return (
    <svg class="step" aria-hidden="true" height="20">
      <line class="step-track" x2="100%" y1="10" y2="10" />
      <rect
        class={`step-${kind}`}
        x={`${place(Math.min(start, end))}%`}
        width={`${place(Math.max(Math.abs(end - start), 0.6))}%`}
        y="4"
        height="12"
        rx="2"
      />
      <line class="step-end" x1={`${place(end)}%`} x2={`${place(end)}%`} y1="2" y2="18" />
    </svg>
  );
}

function StepName({ step }: { step: StepView | StepGroup }) {
  switch (step.kind) {
    case 'group':
      return (
        <>
          {count(step.reports, 'smaller report')}
          <small>each moves it less than those that are named</small>
        </>
      );
    case 'base_rate':
      return (
        <>
          Base rate
          <small>{step.n === 0 ? 'catalogue default' : `from ${step.n} resolved here`}</small>
        </>
      );
    case 'report':
      return (
        <>
          <SafeLink to={step.url}>{step.source.name}</SafeLink> <Grade grade={step.source.grade} />
          <small>
            {step.verified ? 'verified statement' : `${step.stance}, ${step.certainty}`} ·{' '}
            {step.published_on ? shortDay(step.published_on) : 'undated'}
            {step.independence.text === null ? '' : ` · ${step.independence.text}`}
          </small>
        </>
      );
    case 'popularity':
      return (
        <>
          Rival answers<small>how their support is spread</small>
        </>
      );
    case 'competing_answers':
      return (
        <>
          Competing answers<small>and “none of these”</small>
        </>
      );
    case 'launch_sign':
      return (
        <>
          Sign of a launch<small>{step.text}</small>
        </>
      );
    case 'related_rumor':
      return (
        <>
          {step.relation === 'implies' ? 'Implied by' : 'Held down by'}{' '}
          <a href={`/rumors/${step.rumor_id}`}>{step.claim}</a>
          <small>another claim about the device</small>
        </>
      );
    case 'unproven_sources':
      return (
        <>
          Unproven sources<small>{count(step.origins, 'origin')}, within their budget</small>
        </>
      );
  }
}

/** The mark of a source: a letter from A to E, or that nobody has rated it. */
export function Grade({ grade }: { grade: string | null }) {
  return grade === null ? (
    <span class="grade grade-none">unrated</span>
  ) : (
    <abbr class="grade" title={`grade ${grade}`}>
      {grade}
    </abbr>
  );
}

/** The arithmetic behind the steps: weights and log-odds, which sum to that of the likelihood. */
export function Arithmetic({ explanation }: { explanation: ExplanationView }) {
  return (
    <table class="plain arithmetic">
      <thead>
        <tr>
          <th scope="col">Step</th>
          {['Certainty', 'Age', 'Own', 'Accuracy', 'Scale', 'Log-odds', 'Without it'].map((head) => (
            <th scope="col" class="right">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {explanation.steps.map((step) => (
          <tr>
            <th scope="row">{step.kind === 'report' ? step.source.name : words(step.kind)}</th>
            {weightsOf(step).map((weight) => (
              <td class="right num">{weight}</td>
            ))}
            <td class="right num">{signed(step.log_odds_delta)}</td>
            <td class="right num">
              {step.kind === 'report' && step.confidence_without !== null ? percent(step.confidence_without) : ''}
            </td>
          </tr>
        ))}
        <tr class="sum">
          <th scope="row">Sum</th>
          <td colspan={5} />
          <td class="right num">{signed(explanation.log_odds)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

function weightsOf(step: StepView): string[] {
  if (step.kind !== 'report') return ['', '', '', '', ''];
  const weights = [step.certainty_weight, step.recency.decay, step.independence.discount, step.accuracy, step.scale];
  return weights.map((weight) => weight.toFixed(2));
}
