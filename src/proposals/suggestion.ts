import { bearsOut } from '../engine/confidence/index.js';
import {
  findSubject,
  InvalidValue,
  printValue,
  readValue,
  type ClaimValue,
  type Subject,
} from '../engine/subjects/index.js';
import { sayInstant } from '../platform/instant.js';
import type { Outcome } from '../rumors/rumor.entity.js';
import type { OfficialWord } from './official-words.service.js';
import type { ProposedVerdict, VerdictReason } from './proposal.entity.js';

/** A rumor that is not settled, as far as a verdict on it depends on it. */
export interface Unsettled {
  readonly id: string;
  readonly subject: string;
  readonly region: string | null;
  readonly variant: string | null;
  readonly value: string;
}

/** A claim with its value, where both can be read. */
interface Read {
  readonly subject: Subject;
  readonly value: ClaimValue;
}

/** The families whose official announcement is one of the product itself. */
const OF_THE_PRODUCT: ReadonlySet<string> = new Set(['existence', 'launch', 'status', 'price', 'availability']);

/** What a product can be said to be that will not come. */
const GIVEN_UP = ['cancelled', 'discontinued'];

/** The canonical text of a single day. */
const ONE_DAY = /^(\d{4}-\d{2}-\d{2})\/\1$/;

const dayOf = ({ said_at: at }: OfficialWord): string => sayInstant(at).slice(0, 10);

/** Whether a word announces the product itself, and does not only speak of a part of it. */
const isOfProduct = (word: OfficialWord): boolean =>
  Boolean(word.announces) && word.stance === 'supports' && OF_THE_PRODUCT.has(findSubject(word.subject)?.family ?? '');

const isGivenUp = ({ subject, value, stance }: OfficialWord): boolean =>
  subject === 'status' && stance === 'supports' && GIVEN_UP.includes(value);

/**
 * What the words of those who must know make of each rumor about one device. Nothing where none of them announces the
 * product or gives it up: words about a part of it settle nothing by themselves.
 *
 * @param words about that device, in the order in which they were said
 */
export function suggest(rumors: readonly Unsettled[], words: readonly OfficialWord[]): ProposedVerdict[] {
  const announcement = words.find((word) => isOfProduct(word) && !isGivenUp(word)) ?? null;
  const end = words.findLast((word) => Boolean(word.announces) && isGivenUp(word)) ?? null;
  if (announcement === null && end === null) return [];
  return rumors.map((rumor) => {
    const own = verdictByWord(rumor, words);
    if (own !== null && own.outcome !== null) return own;
    const whole = announcement === null || own !== null ? null : verdictByAnnouncement(rumor, announcement);
    const ended = end === null || (announcement?.said_at ?? 0) > end.said_at ? null : verdictByEnd(rumor, end);
    return whole ?? ended ?? own ?? leftOpen(rumor, 'not_said', null);
  });
}

/** The verdict by the last word on that claim, else by the last one on another answer to the same question. */
function verdictByWord(rumor: Unsettled, words: readonly OfficialWord[]): ProposedVerdict | null {
  const claimed = readOf(rumor);
  if (claimed === null) return null;
  const on = words.filter((word) => isOfQuestion(word, rumor));
  const direct = on.findLast((word) => word.rumor_id === rumor.id);
  if (direct?.stance === 'refutes') return decided(rumor, direct, 'false', null, 'denied');
  const known = on.filter((word) => word.stance === 'supports');
  const word = known.findLast(({ rumor_id: id }) => id === rumor.id) ?? known.at(-1);
  const said = word && readOf(word);
  if (!word || !said) return null;
  return isSettledBy(said.value, word)
    ? verdictByValue(rumor, claimed, word, said.value)
    : leftOpen(rumor, 'not_yet', word);
}

function verdictByValue(rumor: Unsettled, claimed: Read, word: OfficialWord, actual: ClaimValue): ProposedVerdict {
  const verdict = bearsOut(claimed.subject, claimed.value, actual);
  const isSame = printValue(claimed.value) === printValue(actual);
  const value = isSame && actual.type !== 'dates' ? null : printValue(actual);
  if (verdict === true) return decided(rumor, word, 'true', value, isSame ? 'said' : 'other_value');
  if (verdict === false) return decided(rumor, word, 'false', value, 'other_value');
  const isPart = claimed.value.type === actual.type && (actual.type === 'number' || isSameMoney(claimed.value, actual));
  return isPart ? decided(rumor, word, 'partly', value, 'overlaps') : leftOpen(rumor, 'not_said', null);
}

const isSameMoney = (one: ClaimValue, other: ClaimValue): boolean =>
  one.type === 'money' && other.type === 'money' && one.currency === other.currency;

/** That it exists, and on which day it was announced, is known by the announcement itself. */
function verdictByAnnouncement(rumor: Unsettled, word: OfficialWord): ProposedVerdict | null {
  const claimed = readOf(rumor);
  if (claimed?.value.type === 'yes_no' && rumor.subject === 'existence') {
    return decided(rumor, word, claimed.value.yes ? 'true' : 'false', null, 'announced');
  }
  if (claimed?.value.type !== 'dates' || rumor.subject !== 'announcement.date') return null;
  const actual: ClaimValue = { type: 'dates', earliestOn: dayOf(word), latestOn: dayOf(word) };
  const outcome = bearsOut(claimed.subject, claimed.value, actual) ? 'true' : 'false';
  return decided(rumor, word, outcome, printValue(actual), 'announced');
}

/** What was given up will not be launched, and nobody will learn what it would have been. */
function verdictByEnd(rumor: Unsettled, word: OfficialWord): ProposedVerdict | null {
  const { family } = findSubject(rumor.subject) ?? {};
  if (family === 'existence' || family === 'status') return null;
  return decided(rumor, word, family === 'launch' ? 'false' : 'void', null, 'cancelled');
}

/** Whether a word answers the question of a rumor; a claim that is tied to no place is met anywhere. */
const isOfQuestion = (word: OfficialWord, { subject, region, variant }: Unsettled): boolean =>
  word.subject === subject && word.variant === variant && (word.region === region || region === null);

/** Whether what was said had come true when it was said: a day that was still to come may be missed. */
const isSettledBy = (value: ClaimValue, word: OfficialWord): boolean =>
  value.type !== 'dates' || (value.latestOn !== null && value.latestOn <= dayOf(word));

/** A claim that is stored, as it reads today; null where it cannot be read any more. */
function readOf({ subject: key, value }: Pick<Unsettled, 'subject' | 'value'>): Read | null {
  const subject = findSubject(key);
  if (!subject) return null;
  try {
    return { subject, value: readValue(subject, value) };
  } catch (error) {
    if (error instanceof InvalidValue) return null;
    throw error;
  }
}

function decided(
  { id: rumorId }: Unsettled,
  word: OfficialWord,
  outcome: Outcome,
  value: string | null,
  reason: VerdictReason,
): ProposedVerdict {
  const day = (outcome === 'true' && ONE_DAY.exec(value ?? '')?.[1]) || dayOf(word);
  const proof = { evidenceId: word.evidence_id, statementId: word.statement_id };
  return { rumorId, outcome, value, happenedOn: day, ...proof, note: null, reason };
}

function leftOpen({ id: rumorId }: Unsettled, reason: VerdictReason, word: OfficialWord | null): ProposedVerdict {
  const proof = { evidenceId: word?.evidence_id ?? null, statementId: word?.statement_id ?? null };
  return { rumorId, outcome: null, value: null, happenedOn: null, ...proof, note: null, reason };
}
