import { bearsOut } from '../engine/confidence/index.js';
import { printValue, readValue, type ClaimValue } from '../engine/subjects/index.js';
import { Fault } from '../platform/fault.js';
import { valueGiven } from '../rumors/given-value.js';
import { assertPlausible } from '../rumors/plausible.js';
import type { Outcome, Rumor } from '../rumors/rumor.entity.js';
import { subjectOf } from '../rumors/rumor.view.js';
import type { ResolveRumorDto } from './resolution.dto.js';

/** What became of a claim, and what is actually so as far as that is known. */
export interface Verdict {
  readonly outcome: Outcome;
  /** The canonical text of the value that was given; null where none was. */
  readonly value: string | null;
  /** What is so, by which competing claims are judged; null where nobody can tell. */
  readonly actual: ClaimValue | null;
}

type Claimed = Pick<Rumor, 'subject' | 'value'>;
type Act = Pick<ResolveRumorDto, 'outcome' | 'value'>;

/**
 * The verdict on a claim.
 *
 * @param happenedOn the day on which it came true or was decided
 * @throws Fault invalid `invalid-value`, `value-of-void`, or `contradictory-outcome` where value or day gainsay the outcome
 */
export function verdictOf(rumor: Claimed, act: Act, happenedOn: string): Verdict {
  const subject = subjectOf(rumor);
  const claimed = readValue(subject, rumor.value);
  const { value = null } = act;
  const given = value === null ? null : valueGiven(subject, value);
  if (act.outcome === 'void' && given) {
    throw refused('value-of-void', '#/value', 'What is void has no value: nobody can tell what is so.');
  }
  const actual = given ?? impliedBy(act.outcome, claimed, happenedOn);
  const verdict = actual && bearsOut(subject, claimed, actual);
  const contradicts = (act.outcome === 'true' && verdict === false) || (act.outcome === 'false' && verdict === true);
  if (actual && contradicts) {
    const pointer = given ? '#/value' : '#/happened_on';
    throw refused('contradictory-outcome', pointer, `${printValue(actual)} makes ${rumor.value} ${verdict}.`);
  }
  return { outcome: act.outcome, value: given && printValue(given), actual };
}

/**
 * The verdict that somebody gives now: as `verdictOf`, and what can only be mistyped is refused.
 *
 * @throws Fault invalid as `verdictOf` and `assertPlausible`
 */
export function verdictGiven(rumor: Claimed, act: Act, happenedOn: string): Verdict {
  const verdict = verdictOf(rumor, act, happenedOn);
  if (verdict.value !== null && verdict.actual) assertPlausible(verdict.actual);
  return verdict;
}

/** The outcome that follows for a competing claim; null where what is so decides nothing about it. */
export function outcomeFollowing(rumor: Claimed, { actual }: Verdict): 'true' | 'false' | null {
  if (!actual) return null;
  const subject = subjectOf(rumor);
  const verdict = bearsOut(subject, readValue(subject, rumor.value), actual);
  return verdict === null ? null : verdict ? 'true' : 'false';
}

/** What is so where no value is given: the claim itself, of dates the day, of yes and no the other where it is false. */
function impliedBy(outcome: Outcome, claimed: ClaimValue, happenedOn: string): ClaimValue | null {
  if (outcome === 'true') {
    return claimed.type === 'dates' ? { type: 'dates', earliestOn: happenedOn, latestOn: happenedOn } : claimed;
  }
  return outcome === 'false' && claimed.type === 'yes_no' ? { type: 'yes_no', yes: !claimed.yes } : null;
}

function refused(code: string, pointer: string, detail: string): Fault {
  return new Fault('invalid', code, detail, [{ pointer, code, detail }]);
}
