import { createHash } from 'node:crypto';
import type { Revision } from '../database/revision.js';

/**
 * What an entity tag says after the version of the thing: the revision of the store, in which the very same bytes are
 * given again, and by which program.
 */
export const stateOf = ({ number }: Revision, program: string): string => `r${number.toString(36)}.${program}`;

/** The same of an answer that does not follow from the revision alone: a digest of its bytes. */
export const digestOf = (body: Buffer): string =>
  `x${createHash('sha256').update(body).digest('base64url').slice(0, 22)}`;

/** The strong entity tag of a stored version alone: enough for `If-Match`. */
export const etagOf = (version: number): string => `"${version}"`;

/** The strong entity tag of an answer: the version of the thing, where it shows one, and the state it was read in. */
export const fullTag = (versionTag: string | undefined, state: string): string =>
  versionTag === undefined ? `"${state}"` : `${versionTag.slice(0, -1)}-${state}"`;

const VERSION = /^"(\d{1,9})(?:-[rx][\w.-]+)?"$/;

/** The tags of a header that lists them; those of ours have no comma. */
const listed = (header: string): string[] => header.split(',').map((tag) => tag.trim());

/** The versions that the tags of an `If-Match` name. A tag that is weak or none of ours names none. */
export const versionsIn = (header: string): number[] =>
  listed(header).flatMap((tag) => {
    const version = VERSION.exec(tag)?.[1];
    return version === undefined ? [] : [Number(version)];
  });

/** Whether an `If-None-Match` names this tag; here a weak one is as good. */
export const isNamedIn = (header: string, tag: string): boolean =>
  header === tag || header.trim() === '*' || listed(header).some((each) => each.replace(/^W\//, '') === tag);
