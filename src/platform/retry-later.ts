import { Fault, type FaultKind } from './fault.js';

/** An act that was refused for now, and after how many seconds it is worth trying again. */
export class RetryLater extends Fault {
  constructor(
    readonly seconds: number,
    kind: FaultKind,
    code: string,
    message: string,
  ) {
    super(kind, code, message);
  }
}
