import type { Act } from '../subjects/index.js';

const ACTS: readonly (readonly [Act, RegExp])[] = [
  [
    'declines',
    /\b(?:declin|no comment|not comment|(?:not|never|n['’]t) (?:talk|speak)s? about|ne commentons|kein kommentar|no comenta|non commenta|refus)/,
  ],
  [
    'denies',
    /\b(?:not working on|nothing by|there is no|there will be no|not making|den(?:y|ies|ied)|dismiss|refut|untrue|not true|no plans|false|rejects?|rejected)/,
  ],
  ['corrects', /\b(?:correct(?:s|ed)|clarif|misunderst|set the record)/],
  ['teases', /\b(?:teas|hint|promis|stay tuned|coming soon)/],
  ['confirms', /\b(?:confirm|acknowledg|admit)/],
];

/** What the speaker does, by the words around and in what he says; where nothing else shows, he announces. */
export function actOf(around: string, words: string): Act {
  for (const [act, pattern] of ACTS) if (pattern.test(around)) return act;
  return ACTS.slice(0, 2).find(([, pattern]) => pattern.test(words))?.[0] ?? 'announces';
}
