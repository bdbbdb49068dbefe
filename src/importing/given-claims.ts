import { nearNames } from '../companies/near-names.js';
import { CATALOGUE, printValue } from '../engine/subjects/index.js';
import { Fault } from '../platform/fault.js';
import { claimOf, type Claim } from '../rumors/claim.js';
import type { GivenClaimDto } from './given.dto.js';

/** How many subjects are told that may be meant. */
const MOST_MEANT = 3;

/**
 * What a claim that was given says, its value as it is stored.
 *
 * @param pointer where the claim stands in its line
 * @throws Fault invalid `unknown-subject`, with those that may be meant, or `invalid-value`
 */
export function toldIn({ subject, value }: GivenClaimDto, pointer: string): { subject: string; value: string } {
  const claim = refusedAt(pointer, subject, () => claimOf({ subject, value }));
  return { subject: claim.subject.key, value: printValue(claim.value) };
}

function refusedAt(pointer: string, subject: string, read: () => Claim): Claim {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const near = error.code === 'unknown-subject' ? nearSubjects(subject) : [];
    const meant = near.length === 0 ? '' : `is it ${near.join(' or ')}?`;
    const details = error.errors.map((each) => ({
      ...each,
      ...(each.pointer !== undefined && { pointer: `${pointer}${each.pointer.slice(1)}` }),
      detail: meant === '' ? each.detail : `${each.detail}: ${meant}`,
    }));
    throw new Fault(
      error.kind,
      error.code,
      meant === '' ? error.message : `${error.message.slice(0, -1)}: ${meant}`,
      details,
    );
  }
}

/** The subjects that one may be a slip of the pen for, or a part of whose name it is. */
function nearSubjects(subject: string): string[] {
  const keys = CATALOGUE.map(({ key }) => key);
  const parts = subject
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part.length > 2);
  const alike = keys.filter((key) => parts.some((part) => key.split(/[._]/).includes(part)));
  return [...new Set([...nearNames(subject, keys), ...alike])].slice(0, MOST_MEANT);
}
