import type { EvidenceView, RumorView } from '../views.js';
import { percent, sayDay } from '../wording.js';

/** What is needed to tell others of a rumor without saying more than is known. */
export interface ToldRumor {
  readonly rumor: RumorView;
  readonly evidence: readonly EvidenceView[];
  /** The day as of which it is told, `YYYY-MM-DD`. */
  readonly on: string;
}

const NAMED = 2;

/** Who stands for a claim, at most two by name: copies are nobody of their own. */
export function standFor(evidence: readonly EvidenceView[]): string | null {
  const own = evidence.filter(
    ({ stance, status, report }) => stance === 'supports' && status === 'active' && report.origin_link !== 'confirmed',
  );
  const names = [...new Set(own.map(({ report }) => report.source.name))];
  if (names.length === 0) return null;
  const rest = names.length - NAMED;
  const named = names.slice(0, NAMED).join(rest > 0 ? ', ' : ' and ');
  return rest > 0 ? `${named} and ${rest === 1 ? 'one other' : `${rest} others`}` : named;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Above this, who says so stands behind the sentence; up to it, against it. */
const EVEN = 0.55;

function attribution(sources: string | null, { probability }: { readonly probability: number }): string {
  if (sources === null) return '';
  if (probability > EVEN) return `, according to ${sources}`;
  return `, although ${sources} ${sources.includes(' and ') ? 'say' : 'says'} so`;
}

const SETTLED = {
  true: 'came true',
  false: 'did not come true',
  partly: 'came true in part',
  void: 'cannot be decided any more',
} as const;

/** How a likelihood is introduced: an open question as one, and nothing that is open as a fact. */
function opening(confidence: NonNullable<RumorView['confidence']>, claim: string): string {
  const { word, probability } = confidence;
  if (word === 'roughly even') return `It is open whether ${claim}`;
  if (word === 'almost no chance') return `There is almost no chance that ${claim}`;
  return probability > EVEN ? `It is ${word}, but not confirmed, that ${claim}` : `It is ${word} that ${claim}`;
}

/**
 * A sentence that can be printed: attributed, no surer than the likelihood, and with the day on which it held. What is
 * settled is told as settled, and what was announced as announced.
 */
export function safeWording({ rumor, evidence, on }: ToldRumor): string {
  const claim = `${rumor.device.name} ${lower(rumor.text)}`;
  const { resolution, confidence } = rumor;
  if (resolution) return `The claim that ${claim} ${SETTLED[resolution.outcome]}.`;
  if (!confidence) return `It is claimed that ${claim}; nobody has weighed that yet.`;
  if (confidence.announced) return `The maker has announced it: ${claim}.`;
  const sources = standFor(evidence);
  return `${opening(confidence, claim)}${attribution(sources, confidence)} (${percent(confidence.probability)}, as of ${sayDay(on)}).`;
}
