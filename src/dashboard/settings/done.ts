/** What was just done, as the address tells it after the act. */
export const DONE = {
  watched: 'It is watched now; the first look is within a minute.',
  paused: 'Paused: nothing is asked until you resume it.',
  resumed: 'It is asked again.',
  asked: 'It is being asked now. What is new is read in a moment, and waits for a review.',
  changed: 'Changed.',
  removed: 'Removed.',
  made: 'The rule looks at what happens from now on.',
  'switched-on': 'Switched on.',
  'switched-off': 'Switched off: nothing is sent or told until it is switched on again.',
  redelivered: 'The event is sent once more, at once.',
  revoked: 'The key opens nothing any more.',
} as const;
export type DoneWord = keyof typeof DONE;
export const DONE_WORDS = Object.keys(DONE) as DoneWord[];

/** The sentence for it. */
export const sayDone = (word: DoneWord): string => DONE[word];
