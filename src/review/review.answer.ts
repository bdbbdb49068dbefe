import { type Static } from 'typebox';
import { DeviceInShort } from '../devices/device.answer.js';
import { pageWith } from '../platform/http/answers.js';
import { idOf, instant, named, nullable, object, oneOf, text, whole } from '../platform/http/answer-shapes.js';
import { REVIEW_KINDS } from './review-kinds.js';

const RumorInShort = named('RumorInShort', 'A rumor in short.', {
  id: idOf('rum', 'The id of the rumor.'),
  text: text('The claim in one sentence.', 'Launches in July 2027'),
});

/** Something that waits for a decision, as it is shown. */
export const ReviewItemAnswer = named('ReviewItem', 'Something that waits for a decision.', {
  id: text('The id of what waits.', 'ing_01KA8Z6Y3M7V2QH4T9XBDN5CWE'),
  kind: oneOf(REVIEW_KINDS, 'What it is.'),
  title: text('What it says of itself: a title, a quotation, a claim.', 'Orchard readies a lighter headset'),
  device: nullable(DeviceInShort, 'The device that it is about; null = none, or several.'),
  rumor: nullable(RumorInShort, 'The rumor that it is about; null = none, or several.'),
  proposed_by: nullable(text('Who handed it in.', 'a reader'), 'Who handed it in; null = nobody did.'),
  decisions: whole('How many decisions it takes.', 3),
  waits_since: instant('Since when it waits.'),
  href: text(
    'Where it is looked at and decided, on this server; of a contradiction the first of its rumors.',
    '/v1/ingestions/ing_01KA8Z6Y3M7V2QH4T9XBDN5CWE',
  ),
});
export type ReviewItemAnswer = Static<typeof ReviewItemAnswer>;

const counts = object('How much of each kind waits, whatever the filter.', {
  ingestion: whole('Articles.', 2),
  evidence: whole('Proposed links.', 1),
  origin: whole('Suggested origins.', 0),
  statement: whole('Official words that nobody has verified or doubted.', 4),
  lapsed_rumor: whole('Rumors whose window is over.', 3),
  resolution_proposal: whole('Proposals of resolutions.', 1),
  contradiction: whole('Claims that contradict each other.', 1),
});

/** A page of what waits. */
export const ReviewPage = pageWith(ReviewItemAnswer, 'ReviewPage', { counts });
