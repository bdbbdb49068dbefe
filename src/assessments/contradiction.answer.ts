import { type Static } from 'typebox';
import { DeviceInShort } from '../devices/device.answer.js';
import { CLASH_KINDS } from '../engine/confidence/index.js';
import { idOf, instant, list, named, nullable, oneOf, probability, text } from '../platform/http/answer-shapes.js';

const Side = named('ContradictingRumor', 'A rumor that contradicts another, or what was said officially.', {
  id: idOf('rum', 'The id of the rumor.'),
  text: text('The claim in one sentence.', 'Launches in July 2027'),
  probability: nullable(probability('How likely it is.', 0.52), 'How likely it is; null = not weighed yet.'),
});

/** A contradiction as it is shown. */
export const ContradictionAnswer = named(
  'Contradiction',
  'Claims that cannot all be as likely as what is said for them.',
  {
    id: idOf('con', 'The id of the contradiction.'),
    kind: oneOf(CLASH_KINDS, 'How they contradict each other.', 'rivals'),
    device: DeviceInShort,
    rumors: list(Side, 'The rumor, and where there is one the other.'),
    why: text(
      'What is wrong, in one sentence.',
      '“Launches in July 2027” and “Launches in May 2027” exclude each other.',
    ),
    since: instant('When it was found.'),
  },
);
export type ContradictionAnswer = Static<typeof ContradictionAnswer>;
