import type { FoundCue } from './cues.js';

/** Polish "has", which relays something only before an infinitive: `ma kosztować`, and not `ma ekran`. */
const HAS = /^(?:ma|mają|miał[ao]?)$/;
const INFINITIVE = /^ (?:[a-zß-ɏ]+ ){0,2}[a-zß-ɏ]+[ćc](?![a-zß-ɏ])/;
/** A rating that a product bears, which nobody leaked. */
const RATING = /^(?:certification|certificación|certificazione|certificação|certyfikat\w*|zertifi\w+)$/;
const OF_RATING = /^ (?:ip[x\d]|mil-|energy star)/;
const RATING_BEFORE = /(?:ip[x\d]{2,3}|mil-std-\d+\w?)[ -]$/;
/** A price that a maker suggests. */
const PRICE_BEHIND = /^ (?:retail |starting |launch )?price/;

/** Whether what stands around the word takes its meaning from it. */
function isVoid(lower: string, { cue, start, end }: FoundCue): boolean {
  if (cue !== 'reported' && cue !== 'say' && cue !== 'k_rumor') return false;
  const word = lower.slice(start, end);
  if (word === 'suggested') return PRICE_BEHIND.test(lower.slice(end, end + 24));
  if (HAS.test(word)) return !INFINITIVE.test(lower.slice(end, end + 60));
  if (!RATING.test(word)) return false;
  return OF_RATING.test(lower.slice(end, end + 14)) || RATING_BEFORE.test(lower.slice(Math.max(0, start - 14), start));
}

/** The cues of a sentence without those that what stands around them makes void. */
export const soundCues = (lower: string, cues: readonly FoundCue[]): readonly FoundCue[] =>
  cues.some((each) => isVoid(lower, each)) ? cues.filter((each) => !isVoid(lower, each)) : cues;
