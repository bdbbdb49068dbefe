import type { CalibrationAnswer } from '../../calibration/calibration.answer.js';

type Decomposition = NonNullable<CalibrationAnswer['decomposition']>;

/** A score with three decimals, without the zero in front; a dash where nothing was decided. */
export const sayScore = (score: number | null): string => {
  if (score === null) return '–';
  const text = Math.abs(score).toFixed(3);
  return `${score < 0 && Number(text) !== 0 ? '−' : ''}${text}`;
};

/** What a Brier score consists of: what is lost by being off, won by telling things apart, and given by the questions. */
export function BrierParts({ brier, parts }: { brier: number; parts: Decomposition }) {
  return (
    <dl class="brier-parts">
      <Part name="Brier score" value={brier} sign="=" what="mean squared error, less is better" />
      <Part
        name="Miscalibration"
        value={parts.miscalibration}
        sign=""
        what="lost by being too sure or not sure enough"
      />
      <Part name="Discrimination" value={parts.discrimination} sign="−" what="won by telling likely from unlikely" />
      <Part name="Uncertainty" value={parts.uncertainty} sign="+" what="given by the questions themselves" />
    </dl>
  );
}

function Part({ name, value, sign, what }: { name: string; value: number; sign: string; what: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="num">
        {sign !== '=' && sign !== '' && <span class="muted">{sign} </span>}
        {sayScore(value)}
        {sign === '=' && <span class="muted"> =</span>}
      </dd>
      <dd class="muted small">{what}</dd>
    </div>
  );
}

/** Named numbers side by side. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: string, what?: string])[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value, what]) => (
        <div>
          <dt>{name}</dt>
          <dd class="num">{value}</dd>
          {what !== undefined && <dd class="muted small">{what}</dd>}
        </div>
      ))}
    </dl>
  );
}
