import { Fault, type FaultKind } from '../platform/fault.js';

/** How a command ends: the numbers that scripts rely on. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  notFound: 3,
  auth: 4,
  conflict: 5,
  partial: 6,
  unreachable: 7,
  interrupted: 130,
} as const;

const BY_KIND: Readonly<Record<FaultKind, number>> = {
  invalid: EXIT.failed,
  malformed: EXIT.failed,
  too_large: EXIT.failed,
  not_found: EXIT.notFound,
  moved: EXIT.notFound,
  gone: EXIT.notFound,
  conflict: EXIT.conflict,
  stale: EXIT.conflict,
  unconditional: EXIT.conflict,
  unauthorized: EXIT.auth,
  forbidden: EXIT.auth,
  exhausted: EXIT.unreachable,
  unavailable: EXIT.unreachable,
  internal: EXIT.failed,
};

/** The exit code that tells a script what went wrong. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof Fault)) return EXIT.failed;
  return error.code === 'invalid-settings' ? EXIT.usage : BY_KIND[error.kind];
}
