import { Type, type Static } from 'typebox';
import { LAUNCH_SIGNS } from '../engine/confidence/index.js';
import { SUBJECT_FAMILIES } from '../engine/subjects/index.js';
import { certainty, span, stance } from '../evidence/evidence.answer.js';
import { publishedOn } from '../evidence/report.answer.js';
import {
  either,
  idOf,
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
import { SourceInShort } from '../sources/source.answer.js';

const COURSE = {
  log_odds_delta: number('What the step adds to the log-odds (natural logarithm).', 0.82),
  points: number('How far it moves the probability, in percentage points.', 14.6),
  running: probability('The probability after it.', 0.5),
};

const kind = <Kind extends string>(of: Kind) => Type.Literal(of, { description: 'Which step it is.' });

/** Where the steps begin. */
export const BASE_RATE = {
  value: probability('The share of such claims that come true.', 0.31),
  reference_class: text('What it was counted over.', 'resolved here'),
  n: whole('Over how many claims; 0 = the catalogue assumes it.', 84),
};

const BaseRateStep = named('BaseRateStep', 'How often such claims come true.', {
  kind: kind('base_rate'),
  ...BASE_RATE,
  ...COURSE,
});

const Recency = object('What the age of the report takes from its weight.', {
  age_days: number('The age in days.', 12),
  decay: probability('The share of the weight that is left.', 0.93),
});

const Independence = object('What the report owes to others.', {
  group: idOf('rep', 'The origin that it goes back to.'),
  discount: probability('The share that is not copied.', 1),
  repeats: list(
    object('An earlier supporter whose values the source often takes over.', {
      evidence_id: idOf('ev', 'The link between the report of that one and the rumor.'),
      source: SourceInShort,
      probability: probability('How likely one of the two copies from the other.', 0.93),
    }),
    'Whom it repeats where no copy is recorded, the earliest first.',
  ),
  text: nullable(
    text('The same in words.', 'often repeats Ledger Wire (93 %): counted 26 %'),
    'The same in words; null where it repeats nobody.',
  ),
});

const TaughtRecord = object(
  'What the accuracy was learned from: events decided by then, besides those of this question.',
  {
    kind: nullable(
      oneOf(SUBJECT_FAMILIES, 'The kind of claim.', 'launch'),
      'The kind of claim that it is about; null = all kinds, as nothing of this kind was decided.',
    ),
    stance: oneOf(['supports', 'refutes'], 'Whether it is of what the source supported or refuted.'),
    right: number('In how many of them it was right; the claims of one event share its credit.', 7),
    n: whole('How many events.', 9),
    text: text('The same in words.', 'right in 7 of 9 on launches'),
  },
);

const ReportStep = named('ReportStep', 'What a report adds.', {
  kind: kind('report'),
  evidence_id: idOf('ev', 'The link between the report and the rumor.'),
  report_id: idOf('rep', 'The report.'),
  title: text('Its title.', 'Orchard readies a lighter headset'),
  url: nullable(text('Where it stands.', 'https://ledger.example/2026/09/orchard'), 'Where it stands; null = unknown.'),
  published_on: publishedOn,
  source: SourceInShort,
  stance,
  certainty,
  statement_id: nullable(
    idOf('st', 'The statement in it that speaks.'),
    'The statement that speaks; null = none does.',
  ),
  verified: yesNo("Whether that is known to be the speaker's own."),
  span,
  certainty_weight: probability('The weight of how surely it is said.', 0.7),
  recency: Recency,
  independence: Independence,
  accuracy: probability('How often the source is right about such things.', 0.74),
  track_record: nullable(TaughtRecord, 'What that was learned from; null where nothing of the source was decided.'),
  scale: number('How much all evidence of one side counts, one report more after another.', 0.8),
  confidence_without: nullable(
    probability('The confidence without it.', 0.53),
    'The confidence without it; null = unknown.',
  ),
  ...COURSE,
});

const UnprovenStep = named('UnprovenSourcesStep', 'What sources without a record add together, which is capped.', {
  kind: kind('unproven_sources'),
  origins: whole('How many origins that is.', 4),
  ...COURSE,
});

const PopularityStep = named('PopularityStep', 'What it takes that everybody hears of a popular device.', {
  kind: kind('popularity'),
  ...COURSE,
});

const CompetitionStep = named('CompetingAnswersStep', 'What other answers to the question take.', {
  kind: kind('competing_answers'),
  ...COURSE,
});

const LaunchSignStep = named('LaunchSignStep', 'What evidence that a launch is near does for the days of the claim.', {
  kind: kind('launch_sign'),
  sign: oneOf(LAUNCH_SIGNS, 'What it is.', 'filing'),
  evidence_id: idOf('ev', 'The link between the report of it and the rumor that it speaks to.'),
  report_id: idOf('rep', 'The report.'),
  source_name: text('Who published it.', 'Radio Office'),
  published_on: text('The day on which it was published.', '2027-03-04'),
  within_days: whole('Within how many days of it the launch is expected.', 180),
  text: text('The same in words.', 'A filing (Radio Office) is expected to be followed by the launch within 180 days'),
  ...COURSE,
});

const RelatedStep = named('RelatedRumorStep', 'What another claim about the device says for this one.', {
  kind: kind('related_rumor'),
  rumor_id: idOf('rum', 'The rumor that says it.'),
  claim: text('Its claim.', 'Launches in July 2027'),
  relation: oneOf(
    ['implies', 'rules_out'],
    'Whether this cannot be false where that is true, or cannot be true.',
    'implies',
  ),
  probability: probability('How likely that one was.', 0.74),
  ...COURSE,
});

/** One step from the base rate to the confidence, as it is shown. */
export const StepAnswer = either('ExplanationStep', 'One step from the base rate to the confidence; see `kind`.', [
  BaseRateStep,
  ReportStep,
  UnprovenStep,
  PopularityStep,
  CompetitionStep,
  LaunchSignStep,
  RelatedStep,
]);
export type StepAnswer = Static<typeof StepAnswer>;
