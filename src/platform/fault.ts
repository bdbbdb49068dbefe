/** What went wrong, in words of the field; the server and the command line each have one table from kind to answer. */
export const FAULT_KINDS = [
  'invalid', // well-formed, but not acceptable
  'malformed', // cannot be read at all
  'not_found',
  'moved', // it is found under another name or id now
  'gone', // it was there, and is shown no more
  'conflict', // the state forbids it
  'stale', // somebody else changed it in between
  'too_large',
  'unconditional', // whoever changes this must say which version they have seen
  'unauthorized',
  'forbidden',
  'exhausted', // asked too often
  'unavailable', // now, but perhaps soon
  'internal',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** One thing that is wrong, and where: a JSON pointer (`#/value/latest_on`), a parameter, a header or a line. */
export interface FaultDetail {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly line?: number;
  readonly code: string;
  readonly detail: string;
}

/** An act that was refused. `code` is stable (`duplicate-rumor`), `message` says what to do about it. */
export class Fault extends Error {
  override readonly name = 'Fault';

  constructor(
    readonly kind: FaultKind,
    readonly code: string,
    message: string,
    readonly errors: readonly FaultDetail[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A thing that was asked for by a name or id that it had before; `present` is the one that it has now. */
export class Moved extends Fault {
  constructor(
    readonly reference: string,
    readonly present: string,
  ) {
    super('moved', 'moved', `${reference} is ${present} now.`);
  }
}
