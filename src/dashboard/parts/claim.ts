import { findSubject, readValue, sayClaim } from '../../engine/subjects/index.js';

/** A claim as it was read in an article, before it is a rumor. */
interface ReadClaim {
  readonly subject: string;
  readonly value: string;
  readonly region: string | null;
  readonly variant: string | null;
}

/** What such a claim says, in the words that its rumor would have; its stored text where nobody knows the subject. */
export function sayRead({ subject: key, value, region, variant }: ReadClaim): string {
  const subject = findSubject(key);
  return subject ? sayClaim({ subject, value: readValue(subject, value), region, variant }) : `${key}: ${value}`;
}
