import { type Static } from 'typebox';
import { DeviceInShort } from '../devices/device.answer.js';
import { MODEL_VERSION } from '../engine/confidence/index.js';
import {
  change,
  idOf,
  instant,
  list,
  named,
  nullable,
  number,
  object,
  oneOf,
  probability,
  text,
  whole,
  yesNo,
} from '../platform/http/answer-shapes.js';
import { ConfidenceAnswer, strength } from '../rumors/rumor.answer.js';
import { BASE_RATE, StepAnswer } from './explanation-step.answer.js';
import { INTERVALS } from './history.js';

const CauseAnswer = named('Cause', 'Why a rumor was weighed again.', {
  kind: text('What happened.', 'evidence'),
  ids: list(text('An id.', 'ev_01KA8Z6Y3M7V2QH4T9XBDN5CWE'), 'The ids of what happened.'),
});
const causes = list(CauseAnswer, 'What the weighing was for.');
const reconstructed = yesNo(
  'Whether it was worked out later from what had been published by then, and never believed.',
  false,
);

const Discarded = named('DiscardedEvidence', 'Evidence that carries no weight of its own, and why.', {
  evidence_id: idOf('ev', 'The evidence.'),
  reason: text('Why it does not count.', 'repeats_origin'),
  origin: nullable(idOf('rep', 'The report that counts instead.'), 'The report that counts instead; null = none.'),
  source: nullable(text('The name of its source.', 'Ledger Wire')),
});

const Lever = named('Lever', 'The evidence without which the confidence would change most.', {
  evidence_id: idOf('ev', 'The evidence.'),
  confidence_without: probability('The confidence without it.', 0.53),
  change: change('How far the confidence would move.', -0.19),
});

/** Why a rumor has its confidence, as it is shown. */
export const ExplanationAnswer = named(
  'Explanation',
  'Why a rumor has its confidence: steps whose log-odds sum to it.',
  {
    rumor_id: idOf('rum', 'The rumor.'),
    claim: text('The claim in one sentence.', 'Launches in the US between January and June 2027'),
    device: DeviceInShort,
    as_of: instant('When it was weighed.'),
    model_version: text('The version of the model that weighed it.', MODEL_VERSION),
    reconstructed,
    confidence: nullable(ConfidenceAnswer, 'How far it is believed by it.'),
    log_odds: number('The log-odds to which the steps sum (natural logarithm).', 0.944),
    strength,
    window_over: yesNo('Whether the time that it speaks of is over.'),
    base_rate: nullable(object('Where the steps begin: how often such claims come true.', BASE_RATE)),
    steps: list(StepAnswer, 'The steps, in the order base rate, reports by time, popularity, competitors, unproven.'),
    discarded: list(Discarded, 'Evidence that carries no weight of its own.'),
    changes_most: nullable(Lever, 'The evidence that the confidence leans on most; null = none counts.'),
    cause: causes,
    text: text('The explanation in words.', 'Three independent reports are for it; one is against it.'),
  },
);
export type ExplanationAnswer = Static<typeof ExplanationAnswer>;

/** A point of the history of a confidence, as it is shown. */
export const HistoryPointAnswer = named('HistoryPoint', 'A weighing of a rumor.', {
  at: instant('When it was weighed.'),
  value: probability('The probability then.'),
  low: probability('The lower end of its range.', 0.58),
  high: probability('The upper end of its range.', 0.83),
  reports: whole('How many reports spoke of it then.', 6),
  origins: whole('To how many origins these went back.', 3),
  cause: causes,
  model_version: text('The version of the model that weighed it.', MODEL_VERSION),
  reconstructed,
});
export type HistoryPointAnswer = Static<typeof HistoryPointAnswer>;

/** The history of a confidence, as it is shown. */
export const HistoryAnswer = named('History', 'The confidence of a rumor over time.', {
  rumor_id: idOf('rum', 'The rumor.'),
  interval: oneOf(INTERVALS, 'How close the points stand.'),
  data: list(HistoryPointAnswer, 'The points, the oldest first.'),
  as_of: instant('As of when all of this is read.'),
});
