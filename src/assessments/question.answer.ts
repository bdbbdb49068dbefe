import { type Static } from 'typebox';
import { DeviceInShort } from '../devices/device.answer.js';
import { ANSWER_KINDS } from '../engine/subjects/index.js';
import { instant, list, named, nullable, oneOf, probability, text } from '../platform/http/answer-shapes.js';
import { FUZZY_TIME } from '../rumors/claim-value.answer.js';
import { criteria, QUESTION, RumorAnswer } from '../rumors/rumor.answer.js';

const Bucket = named('DateBucket', 'A stretch of days and how likely it falls into it.', {
  ...FUZZY_TIME,
  probability: probability('The probability that it happens within.', 0.44),
});

const Share = named('Share', 'A rumor and its part of the probability of its question.', {
  ...RumorAnswer.properties,
  share: nullable(
    probability('Its part of the probability.', 0.61),
    'Its part of the probability; null where it lies within others, as dates do, and before it was weighed.',
  ),
});

/** A question about a device with its competing rumors, as it is shown. */
export const QuestionAnswer = named(
  'Question',
  'A question about a device with its competing rumors. Their shares, or the buckets, and `other` sum to 1.',
  {
    ...QUESTION,
    label: text('The subject in words.', 'launch date'),
    answers: oneOf(ANSWER_KINDS, '`exclusive`: the answers rule each other out; `each`: every one stands for itself.'),
    criteria,
    rumors: list(Share, 'The rumors that answer it, the likeliest first.'),
    buckets: nullable(list(Bucket, 'Disjoint stretches of days.'), 'For dates: disjoint stretches of days; else null.'),
    other: nullable(
      probability('What is left for none of them.', 0.12),
      'What is left for none of them; null = not weighed.',
    ),
    assessed_at: nullable(instant('When it was weighed.'), 'When it was last weighed; null = not yet.'),
  },
);
export type QuestionAnswer = Static<typeof QuestionAnswer>;

/** Every question about a device, as it is shown. */
export const QuestionsAnswer = named('Questions', 'Every question about a device.', {
  device: DeviceInShort,
  data: list(QuestionAnswer, 'The questions.'),
  as_of: instant('As of when all of this is read.'),
});
