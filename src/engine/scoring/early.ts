import { DAY_MS } from '../subjects/index.js';
import { isRight, leadDaysOf, type CreditedCall } from './calls.js';

/** A call is early if it was made, and known to Hearsay, at least this many days before the decision. */
const EARLY_DAYS = 7;

/** Whether a call was made early and against what was believed: for what was held unlikely, or against what was held likely. */
export function isBold(call: CreditedCall): boolean {
  const known = (call.decidedAt - call.learnedAt) / DAY_MS;
  if (leadDaysOf(call) < EARLY_DAYS || known < EARLY_DAYS) return false;
  return call.stance === 'supports' ? call.believed < 0.5 : call.believed > 0.5;
}

/**
 * Early calls against the crowd that were right, less those that were wrong, never below zero; each event counts once. The
 * wrong ones are taken away because who calls everything, or every answer to one question, is right now and then. A
 * report that Hearsay learned of after the fact is none: its date may be forged.
 */
export function earlyCallsOf(calls: readonly CreditedCall[]): number {
  const balance = calls.filter(isBold).reduce((sum, call) => sum + (isRight(call) ? call.weight : -call.weight), 0);
  return Math.max(0, Math.floor(balance + 1e-9));
}
