import { cutSlug } from '../engine/subjects/index.js';

/** The most characters that a slug has: what its column holds, and what addresses are read for. */
export const MAX_SLUG = 200;

/** What is kept free for the number of a slug that is taken. */
const NUMBER_ROOM = 10;

/** The slug that is wanted, cut to what can be kept; where it is taken, with the first number from 2 that is not. */
export async function freeSlug(wanted: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  const stem = cutSlug(wanted, MAX_SLUG - NUMBER_ROOM);
  let slug = stem;
  for (let number = 2; await isTaken(slug); number += 1) slug = `${stem}-${number}`;
  return slug;
}
