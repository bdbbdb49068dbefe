import { type Static } from 'typebox';
import { DeviceInShort } from '../devices/device.answer.js';
import { CONFIDENCE_WORDS, STRENGTHS } from '../engine/confidence/index.js';
import {
  change,
  day,
  htmlUrl,
  idOf,
  instant,
  named,
  nullable,
  oneOf,
  probability,
  text,
  whole,
  yesNo,
} from '../platform/http/answer-shapes.js';
import { pageOf } from '../platform/http/answers.js';
import { ClaimValueAnswer } from './claim-value.answer.js';
import { OUTCOMES, RUMOR_STATUSES } from './rumor.entity.js';

/** How far a rumor is believed. */
export const ConfidenceAnswer = named('Confidence', 'How far a rumor is believed.', {
  probability: probability('The probability that it is true, 0 to 1.'),
  low: probability('The lower end of the range that the probability may as well have.', 0.58),
  high: probability('The upper end of that range.', 0.83),
  word: oneOf(CONFIDENCE_WORDS, 'A word of the scale of ICD 203, unproven sources left out.', 'likely'),
  announced: yesNo("Whether the maker's own words settle it."),
});
export type ConfidenceAnswer = Static<typeof ConfidenceAnswer>;

const ConfidenceNow = named('ConfidenceNow', 'How far a rumor is believed, and how that has moved.', {
  ...ConfidenceAnswer.properties,
  change_7d: nullable(change('How far the probability has moved within 7 days.'), 'Null = there was none 7 days ago.'),
});

/** How strong the evidence about a rumor is. */
export const strength = nullable(
  oneOf(STRENGTHS, 'How strong the evidence is, apart from what it says.', 'medium'),
  'How strong the evidence is, apart from what it says; null before the first weighing.',
);

const EvidenceCounts = named('EvidenceCounts', 'What was said about a rumor, counted.', {
  strength,
  reports: whole('How many reports speak of it.', 6),
  origins: whole('To how many origins these go back.', 3),
  supporting: whole('How many reports are for it.', 5),
  refuting: whole('How many reports are against it.', 1),
  last_report_at: nullable(
    instant('When the latest was published.'),
    'When the latest was published; null = none yet.',
  ),
});

const Verdict = named('Verdict', 'What a rumor came to.', {
  outcome: oneOf(OUTCOMES, 'What became of it.'),
  happened_on: nullable(day('The day on which it came true or was decided.'), 'The day on which that was.'),
  resolved_at: instant('When the outcome was recorded.'),
});

/** The place and model that a claim is tied to, and the question that it answers. */
export const QUESTION = {
  subject: text('What it is about: a subject of the catalogue.', 'launch.date'),
  region: nullable(
    text('ISO 3166 alpha-2, `EU` or `GLOBAL`.', 'US', { pattern: '^(?:[A-Z]{2}|GLOBAL)$' }),
    'ISO 3166 alpha-2, `EU` or `GLOBAL`; null = tied to no place.',
  ),
  variant: nullable(text('The model that it speaks of.', '12/256'), 'The model that it speaks of; null = all.'),
  question: text('The question that it answers, among those about its device.', 'launch.date@US'),
};

/** What settles a claim about a subject, and by whose word. */
export const criteria = text(
  'What settles it, and by whose word.',
  "The first day on which it can be bought in the region, by the maker's or a retailer's own word.",
);

/** What decides a claim. */
const CriteriaAnswer = named('Criteria', 'What decides a rumor, so that two editors come to the same verdict.', {
  counts: text('What must be so for it to be true.', 'The number is that of the claim within 2 %.'),
  region: text('Where it must be so.', 'Anywhere: the claim is tied to no place.'),
  proof: text('By whose word it is known.', "The maker's own word, or the product as sold."),
  until: nullable(day('The last day on which it can come true.', '2027-06-30'), 'The last day; null = no such day.'),
});

/** One checkable claim about one device, as it is shown. */
export const RumorAnswer = named('Rumor', 'One checkable claim about one device, followed until it is resolved.', {
  id: idOf('rum', 'The id of the rumor.'),
  device: DeviceInShort,
  ...QUESTION,
  value: ClaimValueAnswer,
  text: text('The claim in one sentence.', 'Launches in the US between January and June 2027'),
  criteria: nullable(CriteriaAnswer, 'What decides it; null = what is stored cannot be read any more.'),
  status: oneOf(RUMOR_STATUSES, '`lapsed`: its window is over, and nobody has recorded the outcome.'),
  confidence: nullable(ConfidenceNow, 'How far it is believed; null before the first weighing.'),
  evidence: EvidenceCounts,
  resolution: nullable(Verdict, 'What it came to; null until it is resolved.'),
  as_of: nullable(instant('When it was last weighed.'), 'When it was last weighed; null = not yet.'),
  created_at: instant('When it was opened.'),
  updated_at: instant('When it was last changed.'),
  html_url: htmlUrl('/rumors/rum_01KA8Z6Y3M7V2QH4T9XBDN5CWE'),
});
export type RumorAnswer = Static<typeof RumorAnswer>;

/** A page of rumors. */
export const RumorPage = pageOf(RumorAnswer);
