import { type Static } from 'typebox';
import { LEAD_TIMES } from '../engine/scoring/index.js';
import { SUBJECT_FAMILIES } from '../engine/subjects/index.js';
import {
  instant,
  list,
  named,
  nullable,
  number,
  object,
  oneOf,
  probability,
  whole,
} from '../platform/http/answer-shapes.js';
import { SourceAnswer, SourceInShort } from '../sources/source.answer.js';
import { ASKED, DIAGRAM } from './calibration.answer.js';

/** A source beside its record. */
const ScoredSource = named('ScoredSource', 'A source beside its record.', {
  ...SourceInShort.properties,
  reliability: SourceAnswer.properties.reliability,
  reply: SourceAnswer.properties.reply,
});

const Accuracy = named('SourceAccuracy', 'How often a source is right, as far as that is known.', {
  mean: probability('Hits drawn towards what its grade or kind starts from; recent decisions count more.', 0.83),
  low: probability('With 95 % it is more.', 0.71),
  high: probability('With 95 % it is less.', 0.92),
});

/** How much was decided of what a source said, and how much of it was right. */
const COUNTS = {
  n: whole('The events that decided it: credit is given once an event.', 17),
  claims: whole('The claims on which it took a side.', 41),
  right: whole('Those of them in which it was right.', 33),
  accuracy: Accuracy,
};
const FamilyPart = named('SourceRecordOfKind', 'The record of a source in one kind of claim.', {
  kind: oneOf(SUBJECT_FAMILIES, 'The kind of claim.', 'launch'),
  ...COUNTS,
});
const LEADS = LEAD_TIMES.map(({ key }) => key) as [string, ...string[]];
const LeadPart = named('SourceRecordAhead', 'The record of a source in what it said so long before the decision.', {
  lead: oneOf(LEADS, 'How long before.', '30-90d'),
  ...COUNTS,
});

const interval = nullable(
  object('The bounds that hold the skill nine times in ten.', {
    low: number('The lower bound.', 0.21),
    high: number('The upper bound.', 0.61),
  }),
  'The bounds that hold the skill nine times in ten; null for fewer than two events.',
);
const skill = nullable(
  number('How much better than the base rates of the same claims: 1 is perfect, 0 no better.', 0.41),
  'How much better than the base rates of the same claims: 1 is perfect, 0 no better; null for fewer than two events.',
);

/** How right a source was. */
export const SourceCalibrationAnswer = named('SourceCalibration', 'How right a source was, in what it said before.', {
  source: ScoredSource,
  ...ASKED,
  ...COUNTS,
  skill,
  ci90: interval,
  early_calls: whole('How often it was right early, against what was believed, less how often it was wrong.', 4),
  ...DIAGRAM,
  by_kind: list(FamilyPart, 'By kind of claim; an event counts once in each.'),
  by_lead: list(LeadPart, 'By how long before the decision it spoke; an event counts once in each.'),
  as_of: instant('As of when all of this is read.'),
});
export type SourceCalibrationAnswer = Static<typeof SourceCalibrationAnswer>;

/** A source in the order of skill. */
export const RankedSource = named('RankedSource', 'A source in the order of skill.', {
  rank: whole('Its place, 1 for the highest skill; equals share one.', 2, 1),
  rank_range: object('The places that it may really have, among those from which it cannot be told apart.', {
    best: whole('The best of them.', 1, 1),
    worst: whole('The worst of them.', 4, 1),
  }),
  group: whole('Within a group nobody can be told apart from its first: their 90 % intervals overlap.', 1, 1),
  source: ScoredSource,
  skill: number('How much better than the base rates of the same claims: 1 is perfect, 0 no better.', 0.41),
  ci90: object('The bounds that hold the skill nine times in ten.', {
    low: number('The lower bound.', 0.21),
    high: number('The upper bound.', 0.61),
  }),
  brier: number('The mean squared error of its words at face value, less is better.', 0.14),
  ...COUNTS,
});
export type RankedSource = Static<typeof RankedSource>;

/** A source that is not ranked yet. */
export const UnrankedSource = named('UnrankedSource', 'A source with too little decided to be ranked.', {
  source: ScoredSource,
  n: COUNTS.n,
  claims: COUNTS.claims,
});
