import { actOf } from './acts.js';
import type { FoundCue } from './cues.js';
import type { Hearing, Spoken } from './hearing.js';
import type { Speaker } from './officers.js';
import type { People } from './people.js';
import { lastNamed } from './quote-speakers.js';
import { cuesOf, type Line } from './scene.js';
import { speakerOf } from './speakers.js';
import { countWords } from './spoken-words.js';

const MAX_REPORTED = 320;
const LEAD =
  /^(?:(?: (?:on|in|at|earlier|last|to|again|also|a|al|alla|à|au|ao|en|em|nel)(?= )[^,.;]{0,36}?)? (?:that|que|qu'|che)(?![a-z])|,(?: dass| że)?)? ?/;
const NEAR = 40;
const FEWEST_REPORTED = 3;

/** The words from an offset of the sentence to its end, said by that speaker; null where they are too few. */
function words(line: Line, from: number, speaker: Speaker, around: string): Spoken | null {
  const end = Math.min(line.text.replace(/[.!?]{1,3}$/, '').length, from + MAX_REPORTED);
  if (countWords(line.text.slice(from, end).trim()) < FEWEST_REPORTED) return null;
  return { ...speaker, act: actOf(around, ''), direct: false, start: line.start + from, end: line.start + end };
}

/** The words around a verb that tell what the speaker does. */
const around = (line: Line, verb: FoundCue): string => line.lower.slice(Math.max(0, verb.start - 30), verb.end + 12);

/** `X said that …`: a named person right before the verb. */
function saidBy(line: Line, verb: FoundCue, people: People): Spoken | null {
  const speaker = speakerOf(line, verb, people);
  const isPerson =
    speaker !== null && people.named(speaker.speaker)?.name === speaker.speaker && speaker.speaker.includes(' ');
  const near =
    isPerson &&
    [...people.on(line.index), ...line.names].some(
      ({ name, end }) =>
        (name === speaker?.speaker || speaker?.speaker.endsWith(` ${name}`)) &&
        end <= verb.start &&
        verb.start - end < NEAR,
    );
  if (!speaker || !near) return null;
  return words(line, verb.end + (LEAD.exec(line.text.slice(verb.end))?.[0].length ?? 0), speaker, around(line, verb));
}

/** Who goes on, at the start of a sentence: `She also said`, `O executivo reconheceu`. */
const GOES_ON =
  /^(?:he|she|the (?:executive|manager|founder|ceo|director|president)|er|sie|el directivo|la directiva|él|ella|il|elle|le dirigeant|la dirigeante|lui|lei|il (?:manager|dirigente)|la manager|o executivo|a executiva|ele|ela)(?: (?:also|further|auch|también|anche|também|a|ha))? $/;
/** What a clause begins with that tells what was said, at most a place and a time behind the verb. */
const CLAUSE =
  /^(?: (?:in|on|at|during|to|en|em|nel|dans|lors) [^,.;]{2,40}?)?,? (?:that |dass |que |qu'|che |że )|^ (?=(?:the|it|its|they|there) )/;

/** `He also said that …` behind a sentence that names somebody. */
function saidFurther(line: Line, verb: FoundCue, people: People): Spoken | null {
  if (!GOES_ON.test(line.lower.slice(0, verb.start))) return null;
  const clause = CLAUSE.exec(line.lower.slice(verb.end));
  const speaker = clause && lastNamed(people, line);
  return speaker ? words(line, verb.end + clause[0].length, speaker, around(line, verb)) : null;
}

/** What stands before the verb of a clause that goes on with somebody: `…, she added`. */
const HE_BEFORE = /, (?:he|she) (?:also |further )?$/;
/** What such a verb at the end of its clause is followed by. */
const ENDS = /^(?:[.;]|$| (?:in|on|at|during) [^,;]{2,40}[.;])/;

/** Who goes on behind the verb that ends a sentence: `…, so die Managerin.`, `…, ha aggiunto il manager.` */
const GOES_ON_BEHIND =
  /^ (?:er|sie|(?:der|die) (?:manager|chef|gründer|sprecher|geschäftsführer)(?:in)?|(?:el directivo|la directiva)|(?:le dirigeant|la dirigeante)|il (?:manager|dirigente)|la (?:manager|dirigente)|[oa] executiv[oa]|the (?:executive|manager|founder))(?: weiter| abschließend)?[.;]?$/;

/** `Sales begin in May, she added.`: the clause before, said by whoever was named last. */
function saidAfterwards(line: Line, verb: FoundCue, people: People): Spoken | null {
  const before = line.text.slice(0, verb.start);
  const behind = GOES_ON_BEHIND.test(line.lower.slice(verb.end));
  if (!behind && !ENDS.test(line.text.slice(verb.end))) return null;
  const pronoun = behind ? /, $/.exec(before) : HE_BEFORE.exec(before);
  const [surname] = line.names.filter(
    ({ start, end }) => before.slice(start - 2, start) === ', ' && before.slice(end) === ' ',
  );
  const speaker = pronoun ? lastNamed(people, line) : surname ? people.named(surname.name) : null;
  const end = pronoun?.index ?? (surname ? surname.start - 2 : 0);
  if (!speaker || countWords(line.text.slice(0, end)) < FEWEST_REPORTED) return null;
  const { name, role, organisation } = 'name' in speaker ? speaker : { ...speaker, name: speaker.speaker };
  const act = actOf(around(line, verb), '');
  return { speaker: name, role, organisation, act, direct: false, start: line.start, end: line.start + end };
}

/** `According to her`, at the start of a sentence. */
const ACCORDING_TO_HER =
  /^(?:according to (?:him|her)|laut (?:ihm|ihr)|(?:ihm|ihr) zufolge|selon (?:lui|elle)|según (?:él|ella)|secondo (?:lui|lei)|segundo (?:ele|ela)|według (?:niego|niej)),? /;

/** `According to her, sales begin in May`: said by whoever was named last. */
function saidAccordingToHer(line: Line, people: People): Spoken | null {
  const lead = ACCORDING_TO_HER.exec(line.lower);
  const speaker = lead && lastNamed(people, line);
  return speaker ? words(line, lead[0].length, speaker, lead[0]) : null;
}

/** `Sales begin in May, its founder Dana Vale said.`: the clause before somebody with an office and the verb. */
function saidByOfficer(line: Line, verb: FoundCue, people: People): Spoken | null {
  if (!ENDS.test(line.text.slice(verb.end))) return null;
  const officer = people.on(line.index).find(({ role, end }) => role !== null && end === verb.start - 1);
  const comma = officer ? line.text.lastIndexOf(', ', officer.start) : -1;
  if (!officer || comma < 0 || countWords(line.text.slice(0, comma)) < FEWEST_REPORTED) return null;
  if (officer.start - comma > NEAR + officer.role!.length) return null;
  const { name: speaker, role, organisation } = officer;
  const act = actOf(around(line, verb), '');
  return { speaker, role, organisation, act, direct: false, start: line.start, end: line.start + comma };
}

/** What leads to whoever is relayed, in all languages, with a role between the two. */
const ACCORDING =
  /^(?:according to|laut|nach angaben von|selon|d'après|según|secondo|stando a|segundo|de acordo com|według|zdaniem)(?: (?:the|der|dem|die|le|la|el|il|o|a))? $/;

/** `According to X, its founder, …`: what follows the name and office of a person. */
function saidAccording(line: Line, people: People): Spoken | null {
  const [run] = line.names;
  const person = people.on(line.index)[0];
  const start = person?.start ?? run?.start ?? 0;
  const lead = line.text.slice(0, start).replace(person?.role ? `${person.role} ` : '', '');
  if (!ACCORDING.test(lead.toLowerCase())) return null;
  const known = people.named(person?.name ?? run!.name);
  if (!known) return null;
  const until = person ? Math.max(person.end, person.until) : run!.end;
  const from = until + (/^,? ?/.exec(line.text.slice(until))?.[0].length ?? 0);
  const speaker = { speaker: known.name, role: known.role, organisation: known.organisation };
  return words(line, from, speaker, line.lower.slice(0, until));
}

/** Verbs that stand beside quotations but tell no words: `he named no day`. */
const NO_SPEECH = /^(?:named|shared|shares|expects|concluded)$/;
/** Verbs that have a thing as their object as well: `promised a phone`. */
const OF_THINGS = /^(?:promis|teas|announc)/;
/** What shows that they tell something nevertheless. */
const CLAUSE_OF_THINGS = /^(?: (?:in|on|at) [^,.;]{2,30}?)? (?:that|to) /;
/** A verb that tells nothing of its own: after a pronoun, or `neither confirmed nor denied`. */
const OF_PRONOUN = /\b(?:he|she|it|they|neither|nor) $/;

/** Whether the verb tells no words there. */
function isSilent(line: Line, verb: FoundCue): boolean {
  const verbText = line.lower.slice(verb.start, verb.end);
  const after = line.lower.slice(verb.end);
  return (
    NO_SPEECH.test(verbText) ||
    OF_PRONOUN.test(line.lower.slice(0, verb.start)) ||
    (OF_THINGS.test(verbText) && !CLAUSE_OF_THINGS.test(after))
  );
}

/** Whether the sentence names somebody the article knows. */
const namesSomebody = (line: Line, people: People): boolean =>
  line.names.some((each) => people.named(each.name.split(' ').at(-1)!) !== null);

function inLine(line: Line, { people, isInvolved }: Hearing): Spoken | null {
  const own = (spoken: Spoken | null): Spoken | null => (spoken && isInvolved(spoken.organisation) ? spoken : null);
  const verbs = cuesOf(line, 'say');
  for (const verb of verbs) {
    const further = own(
      saidFurther(line, verb, people) ?? saidAfterwards(line, verb, people) ?? saidByOfficer(line, verb, people),
    );
    if (further) return further;
  }
  const relayed = own(saidAccordingToHer(line, people));
  if (relayed || !namesSomebody(line, people)) return relayed;
  for (const verb of verbs) {
    const said = isSilent(line, verb) ? null : own(saidBy(line, verb, people));
    if (said) return said;
  }
  return own(saidAccording(line, people));
}

/** Reported speech of officials: a named person of an involved company, a verb of saying, and what follows it. */
export function reportedSpeech(hearing: Hearing): Spoken[] {
  return hearing.lines.flatMap((line) => {
    if (line.where !== 'text' || /["“„«]/.test(line.text)) return [];
    return inLine(line, hearing) ?? [];
  });
}
