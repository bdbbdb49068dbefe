import { isOblique, type People, type Person } from './people.js';
import type { Line, Stretch } from './scene.js';

/** Who speaks, with role and organisation as written. */
export interface Speaker {
  readonly speaker: string;
  readonly role: string | null;
  readonly organisation: string | null;
}

/** Whether the verb comes before its subject: `according to X`, `"…", said X`. */
export const isTurned = (line: Line, verb: Stretch): boolean =>
  line.lower.slice(verb.start, verb.end) === 'according to' ||
  /["“”»«,]\s?$/.test(line.text.slice(Math.max(0, verb.start - 3), verb.start)) ||
  verb.start < 3;

/** How much may stand between somebody with an office and the verb, before it and behind it. */
const [REACH_BEFORE, REACH_BEHIND] = [60, 80];

const isMasked = (person: Person, masked: readonly Stretch[]): boolean =>
  masked.some((quote) => quote.start < person.end && person.start < quote.end);

function speaking(person: Person, people: People): Speaker {
  const known = people.named(person.name);
  return { speaker: person.name, role: person.role, organisation: person.organisation ?? known?.organisation ?? null };
}

/** Somebody with a role who stands before the verb as its subject, whatever place or event is named in between. */
export function officerBefore(line: Line, verb: Stretch, people: People, masked: readonly Stretch[]): Speaker | null {
  const person = people.on(line.index).findLast((each) => each.end <= verb.start && !isMasked(each, masked));
  if (!person || person.role === null || isOblique(line, person.start)) return null;
  const between = line.text.slice(Math.max(person.end, person.until), verb.start);
  return between.length > REACH_BEFORE || /[.;:"„“”«»]/.test(between) ? null : speaking(person, people);
}

/** Somebody with a role behind a verb that stands before its subject: `"…", said the head of audio at X, Dana Vale`. */
export function officerBehind(line: Line, verb: Stretch, people: People, masked: readonly Stretch[]): Speaker | null {
  const person = people.on(line.index).find((each) => each.start >= verb.end && !isMasked(each, masked));
  if (!person || person.role === null) return null;
  const between = line.text.slice(verb.end, person.start);
  if (between.length > REACH_BEHIND || /[.;:"„“”«»]/.test(between) || !between.includes(person.role)) return null;
  return isTurned(line, verb) || / (?:by|von|por|par|da|przez) /.test(between) ? speaking(person, people) : null;
}
