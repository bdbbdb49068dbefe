import type { SubjectFamily } from '../subjects/index.js';
import type { Learned, Repeat } from './evidence.js';
import { grouped } from './grouped.js';
import type { Voice } from './origin.js';
import { PARAMETERS } from './parameters.js';
import { accuracyOf } from './standing.js';

/**
 * What is left of a report beside one that its source may have it from: `1 − c·p`, c being the share of its values that a
 * copier takes over. After Dong, Berti-Equille and Srivastava (2009), "Integrating conflicting data".
 *
 * @param probability p_dep, 0..1
 */
export const ownShare = (probability: number): number => 1 - PARAMETERS.copying.share * probability;

/** What is left of a report beside all of them. */
export const shareBeside = (repeats: readonly Repeat[]): number =>
  repeats.reduce((left, { probability }) => left * ownShare(probability), 1);

/**
 * Which of two reports of the same words is taken for the original: the older one, else that of the more accurate source.
 * Negative for the first, positive for the second, 0 where neither tells.
 */
export const originality = (at: number, accuracy: number, otherAt: number, otherAccuracy: number): number =>
  at - otherAt || otherAccuracy - accuracy;

/** Whom each report repeats, by evidence id; none of those that repeat nobody. */
export type Repeats = ReadonlyMap<string, readonly Repeat[]>;

/** Nobody repeats anybody. */
export const NO_REPEATS: Repeats = new Map();

/** A supporter of an answer, as it stands in the order of originality. */
interface Supporter {
  readonly voice: Voice;
  /** a, by which two reports of one time are told apart. */
  accuracy(): number;
}

/** Older, else more accurate, else by name: never by when Hearsay came to know of it. */
function comesBefore(one: Supporter, other: Supporter): boolean {
  const [a, b] = [one.voice, other.voice];
  const [at, otherAt] = [a.testimony.publishedAt, b.testimony.publishedAt];
  if (at !== otherAt) return at < otherAt;
  const order = originality(at, one.accuracy(), otherAt, other.accuracy());
  return order === 0 ? a.source.name < b.source.name : order < 0;
}

/**
 * Whom the voices of a question repeat: the established supporters of the same answer that come before, whose values their
 * source was found to take over. Verified words are nobody's copy, and those who refute are not looked at.
 */
export function repeatsOf(voices: readonly Voice[], family: SubjectFamily, learned: Learned): Repeats {
  if (learned.copying.size === 0) return NO_REPEATS;
  const repeats = new Map<string, Repeat[]>();
  const supporters = voices.filter(({ established, verified, side }) => established && !verified && side > 0);
  for (const together of grouped(supporters, ({ answer }) => answer).values()) {
    const bySource = new Map(
      together.map((voice) => [
        voice.source.id,
        { voice, accuracy: () => accuracyOf(voice.source, family, 'supports', learned).mean },
      ]),
    );
    for (const own of bySource.values()) {
      const found = repeatsIn(own, bySource, learned);
      if (found.length > 0) repeats.set(own.voice.testimony.id, found);
    }
  }
  return repeats;
}

/** Whom a supporter repeats, in the order in which they spoke. */
function repeatsIn(own: Supporter, all: ReadonlyMap<string, Supporter>, { copying }: Learned): Repeat[] {
  const found: (Supporter & { readonly probability: number })[] = [];
  const partners = copying.get(own.voice.source.id);
  if (!partners) return [];
  for (const [sourceId, other] of all) {
    const probability = partners.get(sourceId);
    if (probability !== undefined && comesBefore(other, own)) found.push({ ...other, probability });
  }
  return found
    .sort((a, b) => (comesBefore(a, b) ? -1 : 1))
    .map(({ voice, probability }) => ({ sourceId: voice.source.id, evidenceId: voice.testimony.id, probability }));
}
