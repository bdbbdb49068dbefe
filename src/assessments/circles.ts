import {
  assessQuestion,
  clashesIn,
  clashesOf,
  cohere,
  SHIFTED_SUBJECTS,
  type Clash,
  type Fact,
  type Member,
  type QuestionAssessment,
} from '../engine/confidence/index.js';
import { findSubject, isInCircle, readValue } from '../engine/subjects/index.js';
import { byKind } from '../rumors/causes.js';
import type { Cause } from '../rumors/rumor.entity.js';
import { askedOf, learnedFor, type FactRow, type LoadedQuestion, type QuestionKey } from './asked.js';

/** A question with what the engine found about it. */
export interface FoundQuestion {
  readonly loaded: LoadedQuestion;
  readonly member: Member;
  readonly found: QuestionAssessment;
}

/** What was found about the questions of one device, and the contradictions among its rumors. */
export interface FoundCircle {
  readonly questions: readonly FoundQuestion[];
  readonly clashes: readonly Clash[];
}

/** A question as it is weighed by itself; throws where what is stored of it cannot be read. */
export function memberOf(loaded: LoadedQuestion, at: number): Member {
  const asked = askedOf(loaded);
  const learned = learnedFor(loaded, asked.sources.keys(), at);
  const { region, variant } = loaded.rows[0]!;
  return { asked, learned, region, variant, own: assessQuestion(asked, learned, at) };
}

function factOf({ id, subject, value, region, variant }: FactRow): Fact {
  const found = findSubject(subject)!;
  return { rumorId: id, subject: found, value: readValue(found, value), region, variant };
}

/** Brings the questions about one device into agreement, as far as one says something for another. */
export function agreed(
  weighed: readonly { readonly loaded: LoadedQuestion; readonly member: Member }[],
  facts: readonly FactRow[],
  at: number,
): FoundCircle {
  const inside = weighed.filter(({ member }) => isInCircle(member.asked.subject.key));
  const circle = { members: inside.map(({ member }) => member), facts: facts.map(factOf) };
  const assessments = new Map(cohere(circle, at).map((found, place) => [inside[place]!.member, found]));
  return {
    questions: weighed.map(({ loaded, member }) => ({ loaded, member, found: assessments.get(member) ?? member.own })),
    clashes: [...weighed.flatMap(({ member }) => clashesIn(member.asked, member.own)), ...clashesOf(circle)],
  };
}

const RULING = ['status', 'existence'];

/**
 * The causes for which other questions about the device are weighed that say something for this one: a cancellation for
 * a launch, anything that implies it for existence, a sign for its days.
 *
 * @param causesOf why a question was asked to be weighed
 */
export function relatedCauses(
  { rows: [first], signs }: LoadedQuestion,
  others: readonly LoadedQuestion[],
  causesOf: (other: LoadedQuestion) => readonly Cause[],
): Cause[] {
  const subject = first!.subject;
  if (!isInCircle(subject) || subject === 'status') return [];
  const shifting = new Set(SHIFTED_SUBJECTS.includes(subject) ? signs.map(({ rumor_id }) => rumor_id) : []);
  const hears = ({ rows, question }: LoadedQuestion): boolean =>
    question !== first!.question &&
    (rows.some(({ id }) => shifting.has(id)) ||
      (subject === 'existence'
        ? isInCircle(rows[0]!.subject)
        : subject !== 'partner' && RULING.includes(rows[0]!.subject)));
  const ids = others
    .filter(hears)
    .flatMap((other) => (causesOf(other).length > 0 ? other.rows.map(({ id }) => id) : []));
  return ids.length === 0 ? [] : byKind([{ kind: 'related_rumor', ids }]);
}

/** Questions by the device that they are about. */
export function byDevice<Key extends QuestionKey>(keys: readonly Key[]): Map<string, Key[]> {
  const devices = new Map<string, Key[]>();
  for (const key of keys) {
    const list = devices.get(key.deviceId);
    if (list) list.push(key);
    else devices.set(key.deviceId, [key]);
  }
  return devices;
}
