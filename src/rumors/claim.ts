import {
  findSubject,
  printValue,
  questionKey,
  valueKey,
  type ClaimValue,
  type Subject,
} from '../engine/subjects/index.js';
import { Fault } from '../platform/fault.js';
import { valueGiven, type GivenValue } from './given-value.js';

/** What is claimed, in words that were read and understood. */
export interface Claim {
  readonly subject: Subject;
  readonly value: ClaimValue;
}

/**
 * What an act claims.
 *
 * @throws Fault invalid `unknown-subject`, or `invalid-value` for a value that is none of its subject
 */
export function claimOf(act: { readonly subject: string; readonly value: GivenValue }): Claim {
  const subject = findSubject(act.subject);
  if (!subject) {
    const detail = { pointer: '#/subject', code: 'unknown-subject', detail: 'not in the catalogue of subjects' };
    throw new Fault('invalid', 'unknown-subject', `There is no subject "${act.subject}".`, [detail]);
  }
  return { subject, value: valueGiven(subject, act.value) };
}

/** A claim in the columns of its rumor. */
export function claimColumns({ subject, value }: Claim, region: string | null, variant: string | null) {
  return {
    region,
    variant,
    question: questionKey(subject.key, region, variant),
    value: printValue(value),
    valueKey: valueKey(value),
    windowEndsOn: value.type === 'dates' ? value.latestOn : null,
  };
}
