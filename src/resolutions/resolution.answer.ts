import { type Static } from 'typebox';
import { DeviceInShort } from '../devices/device.answer.js';
import { day, idOf, instant, named, nullable, oneOf, probability, text } from '../platform/http/answer-shapes.js';
import { pageOf } from '../platform/http/answers.js';
import { ClaimValueAnswer } from '../rumors/claim-value.answer.js';
import { OUTCOMES } from '../rumors/rumor.entity.js';

const Claim = named('ResolvedClaim', 'The rumor that was resolved.', {
  id: idOf('rum', 'The id of the rumor.'),
  text: text('The claim in one sentence.', 'Launches in the US between January and June 2027'),
  question: text('The question that it answers, among those about its device.', 'launch.date@US'),
});

const Score = named('Score', 'How close the last probability before the outcome came.', {
  probability: nullable(probability('The last probability.'), 'The last probability; null = it was never weighed.'),
  brier: nullable(
    probability('(p − o)², 0 is best.', 0.0784),
    'The score of Brier (1950), (p − o)²: 0 is best, 1 worst; null = neither true nor false, or never weighed.',
  ),
});

/** What became of a rumor, as it is shown. */
export const ResolutionAnswer = named('Resolution', 'What became of a rumor, and by what that is known.', {
  id: idOf('res', 'The id of the resolution.'),
  rumor: Claim,
  device: DeviceInShort,
  outcome: oneOf(OUTCOMES, 'What became of it.'),
  value: nullable(ClaimValueAnswer, 'What is true instead, or more exactly; null = nothing was said.'),
  happened_on: day('The day on which it came true or was decided.', '2027-05-04'),
  evidence_id: nullable(
    idOf('ev', 'The evidence that settles it.'),
    'The evidence that settles it; null = a statement does.',
  ),
  statement_id: nullable(
    idOf('st', 'The statement that settles it.'),
    'The statement that settles it; null = evidence does.',
  ),
  note: nullable(text('What else is to be said.', 'On sale since the morning.'), 'What else is to be said.'),
  follows_from: nullable(
    idOf('res', 'The resolution that this one follows from.'),
    'The resolution of a competing rumor that this one follows from; null = it stands by itself.',
  ),
  score: Score,
  resolved_at: instant('When it was recorded.'),
  resolved_by: text('Who recorded it.', 'newsroom'),
});
export type ResolutionAnswer = Static<typeof ResolutionAnswer>;

/** A page of resolutions. */
export const ResolutionPage = pageOf(ResolutionAnswer);
