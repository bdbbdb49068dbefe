import { likely, round } from '../devices/device.view.js';
import {
  changesMost,
  sayLaunchSign,
  sayRepeats,
  sayRetells,
  sayTaught,
  type Contribution,
} from '../engine/confidence/index.js';
import { DAY_MS, dayOf } from '../engine/subjects/index.js';
import { viewPublished, viewSpan } from '../evidence/evidence.view.js';
import { sayInstant } from '../platform/instant.js';
import { sayRumor, viewConfidence } from '../rumors/rumor.view.js';
import { viewSourceOf } from '../sources/source.view.js';
import { type StepAnswer } from './explanation-step.answer.js';
import { type ExplanationAnswer } from './explanation.answer.js';
import type { Explained } from './explanations.service.js';
import { causesOf } from './history.view.js';

const likelihood = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** What a base rate was counted over. */
const referenceClassOf = ({ n, category }: { readonly n: number; readonly category?: string }): string =>
  n === 0 ? 'catalogue default' : `resolved here${category === undefined ? '' : `: ${category}`}`;

/** What every step shows: what it adds to the log-odds, and the probability before and after it. */
interface Course {
  readonly log_odds_delta: number;
  /** The change in percentage points. */
  readonly points: number;
  /** The probability after this step, 0..1. */
  readonly running: number;
}

type ReportContribution = Extract<Contribution, { kind: 'report' }>;

/** What the accuracy of a source was learned from; null where nothing of it was. */
function viewTaught({ taught }: ReportContribution) {
  if (!taught) return null;
  const { right, events, family, stance } = taught;
  return { kind: family, stance, right: round(right), n: events, text: sayTaught(taught) };
}

function evidenceOf({ evidence }: Explained, id: string) {
  const found = evidence.find((row) => row.id === id);
  if (!found) throw new Error(`the evidence ${id} of an explanation is gone`);
  return found;
}

/** What is said of a report that is not wholly its own; null for one that is. */
function sayOwed(
  step: ReportContribution,
  explained: Explained,
  named: Parameters<typeof sayRepeats>[0],
): string | null {
  const { evidenceId, independence } = step;
  if (named.length > 0) return sayRepeats(named, independence);
  if (independence === 1) return null;
  const { origin_id: origin } = evidenceOf(explained, evidenceId);
  return sayRetells(explained.evidence.find((row) => row.report_id === origin)?.source_name ?? null, independence);
}

/** What a report owes to others: to its origin, and to those whom its source often repeats. */
function viewIndependence(step: ReportContribution, explained: Explained) {
  const { originId, independence, repeats = [] } = step;
  const sources = repeats.map(({ evidenceId }) => viewSourceOf(evidenceOf(explained, evidenceId)));
  const named = repeats.map(({ probability }, index) => ({ name: sources[index]!.name, probability }));
  return {
    group: originId,
    discount: independence,
    repeats: repeats.map(({ evidenceId: evidence_id, probability }, index) => ({
      ...{ evidence_id, source: sources[index]!, probability },
    })),
    text: sayOwed(step, explained, named),
  };
}

function viewReportStep(step: ReportContribution, explained: Explained, course: Course) {
  const evidence = evidenceOf(explained, step.evidenceId);
  const without = explained.without[step.evidenceId];
  return {
    kind: step.kind,
    evidence_id: step.evidenceId,
    report_id: step.reportId,
    title: evidence.title,
    url: evidence.url,
    published_on: viewPublished(evidence),
    source: viewSourceOf(evidence),
    stance: step.stance,
    certainty: step.certainty,
    statement_id: step.statementId,
    verified: step.verified,
    span: viewSpan(evidence),
    certainty_weight: step.certaintyWeight,
    recency: { age_days: step.ageDays, decay: step.ageWeight },
    independence: viewIndependence(step, explained),
    accuracy: step.accuracy,
    track_record: viewTaught(step),
    scale: step.scale,
    confidence_without: without === undefined ? null : likely(without),
    ...course,
  };
}

function viewStep(step: Contribution, explained: Explained, course: Course): StepAnswer {
  switch (step.kind) {
    case 'base_rate': {
      return { kind: step.kind, value: step.rate, reference_class: referenceClassOf(step), n: step.n, ...course };
    }
    case 'report':
      return viewReportStep(step, explained, course);
    case 'unproven_sources':
      return { kind: step.kind, origins: step.origins, ...course };
    case 'launch_sign': {
      const { kind, sign, evidenceId, reportId, source, publishedAt, days } = step;
      const named = {
        kind,
        sign,
        evidence_id: evidenceId,
        report_id: reportId,
        source_name: source,
        within_days: days,
      };
      const published_on = dayOf(Math.floor(publishedAt / DAY_MS));
      return { ...named, published_on, text: sayLaunchSign(step), ...course };
    }
    case 'related_rumor': {
      const { kind, rumorId, claim, relation, probability } = step;
      return { kind, rumor_id: rumorId, claim, relation, probability: round(probability), ...course };
    }
    case 'popularity':
    case 'competing_answers':
      return { kind: step.kind, ...course };
  }
}

/** The steps from the base rate to the confidence: their log-odds sum to the one of the assessment. */
function viewSteps(explained: Explained) {
  let logOdds = 0;
  return explained.contributions.map((step, index) => {
    const before = index === 0 ? 0 : likelihood(logOdds);
    logOdds += step.logOdds;
    const running = likelihood(logOdds);
    const points = Math.round((running - before) * 10_000) / 100;
    return viewStep(step, explained, { log_odds_delta: step.logOdds, points, running: likely(running) });
  });
}

/** Where the steps begin: how often such claims come true. */
function viewBaseRate({ contributions }: Explained) {
  const base = contributions.find((step) => step.kind === 'base_rate');
  return base ? { value: base.rate, reference_class: referenceClassOf(base), n: base.n } : null;
}

/** The piece of evidence without which the confidence would change most; null where none counts. */
function viewLever({ assessment, contributions, without }: Explained) {
  const lever = changesMost({ probability: assessment.probability, contributions, without });
  if (lever === null) return null;
  return { evidence_id: lever.evidenceId, confidence_without: likely(lever.probability), change: round(lever.change) };
}

/** Why a rumor has its confidence, as it is shown. */
export function viewExplanation(explained: Explained): ExplanationAnswer {
  const { rumor, assessment, discarded } = explained;
  return {
    rumor_id: rumor.id,
    claim: sayRumor(rumor),
    device: { id: rumor.device_id, slug: rumor.device_slug, name: rumor.device_name },
    as_of: sayInstant(assessment.at),
    model_version: assessment.model_version,
    reconstructed: explained.isReconstructed === true,
    confidence: viewConfidence(assessment),
    log_odds: assessment.log_odds,
    strength: assessment.strength,
    window_over: Boolean(assessment.window_over),
    base_rate: viewBaseRate(explained),
    steps: viewSteps(explained),
    discarded: discarded.map(({ evidenceId, reason, insteadReportId }) => ({
      evidence_id: evidenceId,
      reason,
      origin: insteadReportId,
      source: explained.evidence.find((row) => row.id === evidenceId)?.source_name ?? null,
    })),
    changes_most: viewLever(explained),
    cause: causesOf(assessment),
    text: explained.text,
  };
}
