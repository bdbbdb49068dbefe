import type { RumorView } from '../views.js';
import { count, percent, range } from '../wording.js';

type Confidence = RumorView['confidence'];

/** The likelihood of a rumor in words: `72 % likely`, or that it is announced, or that it waits. */
export function Likelihood({ confidence }: { confidence: Confidence }) {
  if (!confidence) return <span class="muted">not weighed yet</span>;
  const { probability, word, announced } = confidence;
  if (announced) {
    return (
      <span class="likelihood">
        <strong>Announced</strong> <span class="muted num">{percent(probability)}</span>
      </span>
    );
  }
  return (
    <span class="likelihood">
      <strong class="num">{percent(probability)}</strong> {word}
    </span>
  );
}

/** The range of a likelihood and what it rests on: `range 58–83 % · evidence: medium (6 reports, 3 origins)`. */
export function Grounds({ rumor }: { rumor: RumorView }) {
  const { strength, reports, origins } = rumor.evidence;
  const { confidence } = rumor;
  return (
    <span class="grounds muted">
      {confidence && <span class="num">range {range(confidence.low, confidence.high)}</span>}
      {confidence && ' · '}
      {strength === null ? 'evidence' : `evidence: ${strength}`} ({count(reports, 'report')}, {count(origins, 'origin')}
      )
    </span>
  );
}
