import { type Static } from 'typebox';
import { PRECISIONS } from '../engine/subjects/index.js';
import { day, either, named, nullable, number, oneOf, text, yesNo } from '../platform/http/answer-shapes.js';

/** The members of a time that is known more or less: the first and last day that it may be. */
export const FUZZY_TIME = {
  earliest_on: nullable(day('The first day that it may be.', '2027-01-01'), 'The first day; null = open.'),
  latest_on: nullable(day('The last day that it may be.', '2027-06-30'), 'The last day; null = open.'),
  precision: oneOf(PRECISIONS, 'Which stretch of the calendar the days are.', 'half'),
  label: text('The days in words.', 'H1 2027'),
};

const FuzzyTime = named('FuzzyTime', 'A time that is known more or less.', FUZZY_TIME);

const amount = (description: string) => text(description, '499.00', { maxLength: 40, pattern: '^\\d+\\.\\d{2}$' });
const Money = named('Money', 'A price, or a range of prices.', {
  amount: nullable(amount('The price.'), 'The price, two decimals; null = a range.'),
  min_amount: nullable(amount('The least price.'), 'The least price, two decimals; null = open.'),
  max_amount: nullable(amount('The highest price.'), 'The highest price, two decimals; null = open.'),
  currency: text('ISO 4217.', 'USD', { pattern: '^[A-Z]{3}$' }),
});

const Quantity = named('Quantity', 'A number, or a range of numbers.', {
  min: nullable(number('The least number.', 50), 'The least number; null = open.'),
  max: nullable(number('The highest number.', 50), 'The highest number; null = open.'),
  unit: text('The unit, empty for a count.', 'MP'),
});

const Word = named('Word', 'A name or another word.', { text: text('The word.', 'Leica') });
const YesNo = named('YesNo', 'Yes or no.', { yes: yesNo('Whether it is claimed to be so.', true) });

/** What is claimed of a subject: its shape follows from the subject. */
export const ClaimValueAnswer = either(
  'ClaimValue',
  'What is claimed; which shape it has follows from the subject (`value_type` in `/v1/meta`).',
  [FuzzyTime, Money, Quantity, Word, YesNo],
);
export type ClaimValueAnswer = Static<typeof ClaimValueAnswer>;
