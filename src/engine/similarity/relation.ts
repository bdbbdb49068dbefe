import type { Fingerprint } from './fingerprint.js';
import { shareOfEqual } from './minhash.js';

/**
 * What one text is to another: `copy` (the same words but for a few), `part` (the shorter is an excerpt of the longer,
 * or the longer an extended form of the shorter), `apart` (each is told in words of its own).
 */
export const RELATIONS = ['copy', 'part', 'apart'] as const;
export type Relation = (typeof RELATIONS)[number];

/** How two texts stand to each other. */
export interface Comparison {
  readonly relation: Relation;
  /** The estimated share of all their shingles that both have, |A ∩ B| ÷ |A ∪ B|, 0..1. */
  readonly resemblance: number;
  /** The estimated share of the shorter text's shingles that the longer has, |A ∩ B| ÷ min(|A|, |B|), 0..1. */
  readonly overlap: number;
}

/** The overlap from which on a text is a copy or a part of another; 6 % other words leave (1 − .06)² = .88. */
export const COPY_OVERLAP = 0.8;

/**
 * How many times the words of the shorter text the longer may have, as a copy and where one is a part of the other.
 * At four times, the standard deviation of the overlap is .12 for a true part and .06 for texts without relation.
 */
const COPY_RATIO = 1.5;
const PART_RATIO = 4;

/** In shorter texts another number makes another claim (4 July, not 5 July), however alike they are. */
const NUMBERS_DECIDE_BELOW_WORDS = 100;

/** The estimated share of all shingles of two texts that both have (Jaccard), 0..1. */
export function resemblance(left: Fingerprint, right: Fingerprint): number {
  return shareOfEqual(left.signature, right.signature);
}

/**
 * Compares two texts by their fingerprints. Copy: overlap ≥ .8, neither text longer than 1.5 times the other, and
 * below 100 words the same numbers. Part: overlap ≥ .8 and up to 4 times as long. With |A| ÷ |B| = r ≥ 1 the overlap
 * follows from the resemblance J as J(1 + r) ÷ (1 + J).
 */
export function compare(left: Fingerprint, right: Fingerprint): Comparison {
  const shorter = Math.min(left.words, right.words);
  const ratio = Math.max(left.words, right.words) / shorter;
  const alike = resemblance(left, right);
  const overlap = Math.min(1, (alike * (1 + ratio)) / (1 + alike));
  const sameNumbers = shorter >= NUMBERS_DECIDE_BELOW_WORDS || left.numbers === right.numbers;
  return { relation: relationOf(overlap, ratio, sameNumbers), resemblance: alike, overlap };
}

function relationOf(overlap: number, ratio: number, sameNumbers: boolean): Relation {
  if (overlap < COPY_OVERLAP || ratio > PART_RATIO) return 'apart';
  if (ratio > COPY_RATIO) return 'part';
  return sameNumbers ? 'copy' : 'apart';
}
