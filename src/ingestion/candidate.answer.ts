import { type Static } from 'typebox';
import { certainty, stance } from '../evidence/evidence.answer.js';
import { idOf, named, nullable, oneOf, probability, text, whole } from '../platform/http/answer-shapes.js';
import { QUESTION } from '../rumors/rumor.answer.js';
import { DECISIONS, NOVELTIES } from './candidate.entity.js';

const Passage = named('Passage', 'A passage of an article that was read.', {
  where: oneOf(['title', 'text'], 'Where it stands.', 'text'),
  start: whole('The first UTF-16 unit of the passage, counted from 0.', 118),
  end: whole('The UTF-16 unit after the passage.', 173),
  exact: text('Its words, at most 300 characters.', 'The headset will arrive in the first half of 2027.'),
});

const Foreseen = named('ForeseenEffect', 'What the writing down of a candidate would do to its rumor.', {
  before: nullable(probability('The probability before.'), 'The probability before; null = it has none.'),
  after: probability('The probability after.'),
});

/** A claim that was read in an article and waits for its review, as it is shown. */
export const CandidateAnswer = named('Candidate', 'A claim that was read in an article.', {
  id: idOf('can', 'The id of the candidate.'),
  device: text('The name of the device, as the article has it.', 'Vision Air'),
  subject: QUESTION.subject,
  value: text('The value in its canonical text.', '2027-01-01/2027-06-30'),
  region: QUESTION.region,
  variant: QUESTION.variant,
  stance,
  certainty,
  span: Passage,
  novelty: oneOf(NOVELTIES, 'What it adds; `repeats`: it goes back to an origin that has said so.'),
  known_rumor_id: nullable(
    idOf('rum', 'The rumor that claims the same, or that it contradicts.'),
    'The rumor that claims the same, or that it contradicts; null = it is new.',
  ),
  origin_id: nullable(
    idOf('rep', 'The origin that has said so already.'),
    'The origin that has said so already; null = it repeats none.',
  ),
  effect: nullable(Foreseen, 'What its writing down would do, as of when it was last looked at; null = nobody knows.'),
  decision: oneOf(DECISIONS, 'What an editor made of it.'),
  rumor_id: nullable(idOf('rum', 'The rumor that it speaks of.'), 'The rumor that it speaks of; null = a new one.'),
  evidence_id: nullable(idOf('ev', 'The evidence that it became.'), 'The evidence that it became; null = none yet.'),
});
export type CandidateAnswer = Static<typeof CandidateAnswer>;
