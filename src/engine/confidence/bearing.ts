import {
  hasSpecificWords,
  plainWording,
  saysMore,
  valueKey,
  type ClaimValue,
  type Subject,
} from '../subjects/index.js';
import { covers, daySpan, endsOf, isBounded, isNear, type Bounded } from './spans.js';

/** Whether two ranges of numbers share one, within the tolerance. */
function touch(a: Bounded, b: Bounded, tolerance: number): boolean {
  const [first, second] = [endsOf(a), endsOf(b)];
  const reaches = (low: number, high: number): boolean => low <= high || isNear(low, high, tolerance);
  return reaches(first.from, second.to) && reaches(second.from, first.to);
}

function mayOverlap(claimed: ClaimValue, actual: ClaimValue, tolerance: number): boolean {
  if (claimed.type === 'dates' && actual.type === 'dates') {
    const [a, b] = [daySpan(claimed), daySpan(actual)];
    return a.from < b.to && b.from < a.to;
  }
  return isBounded(claimed) && isBounded(actual) && touch(claimed, actual, tolerance);
}

/**
 * Whether what is actually so makes a claim of the same question true or false. Null where it decides nothing: the
 * actual value is wider than the claim, in another currency, or each answer stands for itself.
 *
 * @param actual the true value, as exactly as it is known
 */
export function bearsOut(subject: Subject, claimed: ClaimValue, actual: ClaimValue): boolean | null {
  if (claimed.type === 'yes_no' || actual.type === 'yes_no') return valueKey(claimed) === valueKey(actual);
  if (valueKey(claimed) === valueKey(actual)) return true;
  if (subject.answers === 'each') return null;
  if (hasSpecificWords(subject) && claimed.type === 'word' && actual.type === 'word') {
    const [said, so] = [plainWording(subject, claimed.text), plainWording(subject, actual.text)];
    if (saysMore(so, said)) return true;
    return saysMore(said, so) ? null : false;
  }
  if (claimed.type === 'money' && actual.type === 'money' && claimed.currency !== actual.currency) return null;
  if (covers(claimed, actual, subject.tolerance)) return true;
  return mayOverlap(claimed, actual, subject.tolerance) ? null : false;
}
