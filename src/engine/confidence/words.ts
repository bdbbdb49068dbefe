const WORDS = [
  [0.05, 'almost no chance'],
  [0.2, 'very unlikely'],
  [0.45, 'unlikely'],
  [0.55, 'roughly even'],
  [0.8, 'likely'],
] as const;

/** The words for a probability, from least to most. */
export const CONFIDENCE_WORDS = [...WORDS.map(([, word]) => word), 'very likely', 'almost certain'] as const;
export type ConfidenceWord = (typeof CONFIDENCE_WORDS)[number];

/** Each word with the probability at which it begins, 0..1. */
export const CONFIDENCE_SCALE = CONFIDENCE_WORDS.map((word, place) => ({
  word,
  from: place === 0 ? 0 : (WORDS[place - 1]?.[0] ?? 0.95),
}));

/**
 * The word for a probability, by the scale of the US intelligence directive ICD 203 (2015), section D.6.e.2.a. A bound
 * belongs to the word above it, except .95, which is still "very likely".
 *
 * @param probability 0..1
 */
export function wordOf(probability: number): ConfidenceWord {
  const exact = Math.round(probability * 1e9) / 1e9; // .45 that was computed as .4499999999999999 is .45
  const hit = WORDS.find(([below]) => exact < below);
  if (hit) return hit[1];
  return exact > 0.95 ? 'almost certain' : 'very likely';
}

/**
 * A probability (0..1) as the figure of a percentage: `54`. Where the whole figure would stand under another word, it is
 * cut to one decimal more, so that figure and word agree: .4495 is "unlikely", thus `44.9` and not `45`.
 */
export function figureOf(probability: number): string {
  const whole = Math.round(probability * 100);
  if (wordOf(whole / 100) === wordOf(probability)) return String(whole);
  const thousandths = probability * 1000;
  const inside = whole / 100 > probability ? Math.floor(thousandths) : Math.ceil(thousandths);
  return (inside / 10).toFixed(1);
}
