import type { Act } from '../subjects/index.js';
import type { FoundCue } from './cues.js';
import { apposition, nameRuns, type NameRun, type Person } from './people.js';
import { findQuotes, type Quote } from './quotes.js';
import { cuesOf, type Line } from './scene.js';

/** Who speaks, with role and organisation as written. */
export interface Speaker {
  readonly speaker: string;
  readonly role: string | null;
  readonly organisation: string | null;
}

/** Words of a speaker while they are read; offsets in the text. */
export interface Spoken extends Speaker {
  readonly act: Act;
  readonly direct: boolean;
  readonly start: number;
  readonly end: number;
}

const ACTS: readonly (readonly [Act, RegExp])[] = [
  ['declines', /\b(?:declin|no comment|would not comment|refus)/],
  ['denies', /\b(?:den(?:y|ies|ied)|dismiss|refut|untrue|not true|no plans|false|rejects?|rejected)/],
  ['corrects', /\b(?:correct(?:s|ed)|clarif|misunderst|set the record)/],
  ['teases', /\b(?:teas|hint|promis|stay tuned|coming soon)/],
  ['confirms', /\b(?:confirm|acknowledg|admit)/],
];

/** What the speaker does with these words, by the words around and in them; where nothing else shows, he announces. */
export function actOf(around: string, words: string): Act {
  for (const [act, pattern] of ACTS) if (pattern.test(around)) return act;
  return ACTS.slice(0, 2).find(([, pattern]) => pattern.test(words))?.[0] ?? 'announces';
}

const surname = (name: string): string => name.split(' ').at(-1) ?? name;

/** The person of that full name or surname, with the role and organisation given anywhere in the article. */
function personNamed(name: string, people: readonly Person[]): Speaker | null {
  const same = people.filter((each) => each.name === name || (!name.includes(' ') && surname(each.name) === name));
  if (same.length === 0) return null;
  return {
    speaker: same[0]!.name,
    role: same.find((each) => each.role !== null)?.role ?? null,
    organisation: same.find((each) => each.organisation !== null)?.organisation ?? null,
  };
}

function speakerNamed(line: Line, run: NameRun, people: readonly Person[]): Speaker | null {
  const person = people.find((each) => each.line === line.index && each.start >= run.start && each.end <= run.end);
  if (person) {
    const known = personNamed(person.name, people);
    const here = apposition(line, person.end);
    return {
      speaker: person.name,
      role: here.role ?? person.role ?? known?.role ?? null,
      organisation: here.organisation ?? person.organisation ?? known?.organisation ?? null,
    };
  }
  const company = line.mentions.find((each) => each.kind === 'company' && each.start < run.end && run.start < each.end);
  if (company) return { speaker: company.name, role: null, organisation: company.name };
  return personNamed(run.name, people) ?? personNamed(surname(run.name), people);
}

/** A name of joined words (`TechGoing`) that is no company, person or device: an outlet. */
const outletNamed = (run: NameRun): Speaker | null =>
  /[a-z\d][A-Z]/.test(run.name) ? { speaker: run.name, role: null, organisation: run.name } : null;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const LEADS_TO_NAME = /^ ?(?:by |the |a |an )?(?:(?!that )[\p{L}-]+ ){0,3}$/u;

/** Names that may be the subject of a verb: none inside a quotation, none that is only the employer of another. */
function subjects(line: Line, masked: readonly Stretch[], people: readonly Person[]): NameRun[] {
  const employers = people.filter((each) => each.line === line.index && each.organisation !== null);
  return nameRuns(line).filter((run) => {
    const quoted = masked.some((each) => each.start < run.end && run.start < each.end);
    const employer = employers.some(
      (each) => run.start > each.end && run.start - each.end < 90 && each.organisation!.includes(run.name),
    );
    const handle = line.text.charAt(run.start - 1) === '@' && people.some((each) => each.line === line.index);
    return !quoted && !employer && !handle;
  });
}

const namesKnown = (line: Line, run: NameRun): boolean =>
  line.mentions.some((each) => each.start < run.end && run.start < each.end);

/** Who says it: the name that goes with a verb of saying, before it or, in "…, said X", behind it. */
export function speakerOf(
  line: Line,
  verb: Stretch,
  people: readonly Person[],
  masked: readonly Stretch[] = [],
): Speaker | null {
  const runs = subjects(line, masked, people);
  const behind = runs.find(
    (run) =>
      run.start >= verb.end && run.start - verb.end <= 40 && LEADS_TO_NAME.test(line.text.slice(verb.end, run.start)),
  );
  const before = runs.filter((run) => run.end <= verb.start).reverse();
  const turned =
    line.lower.slice(verb.start, verb.end) === 'according to' ||
    /["“”»«,]\s?$/.test(line.text.slice(Math.max(0, verb.start - 3), verb.start)) ||
    verb.start < 3;
  const isClose = before.some((run) => verb.start - run.end < 3);
  const free = before.filter(
    (run) => !/\b(?:with|of|from|by|to|for|at|in|on|about) (?:the )?$/.test(line.text.slice(0, run.start)),
  );
  const first = turned && behind && !isClose ? [behind] : [];
  const stranger = before[0] && verb.start - before[0].end < 3 && !namesKnown(line, before[0]) ? before[0] : null;
  const candidates = [first, stranger ? [stranger] : [], free, before, behind ? [behind] : []];
  for (const runs of candidates) {
    for (const name of [(run: NameRun) => speakerNamed(line, run, people), outletNamed]) {
      for (const run of runs) {
        const speaker = name(run);
        if (speaker) return speaker;
        if (run === stranger && name === outletNamed) return { speaker: run.name, role: null, organisation: null };
      }
    }
  }
  return null;
}

const NOUN_BEFORE = /\b(?:the|these|those|were|are|by|to|of|earlier|former|new|recent|other|several|more|many|such) $/;

/** The verb of saying that goes with a quotation: the nearest one outside every quotation, in the sentences it touches. */
function verbOf(
  lines: readonly Line[],
  quote: Quote,
  quotes: readonly Quote[],
  words: number,
): { readonly line: Line; readonly verb: FoundCue } | null {
  let best: { line: Line; verb: FoundCue; gap: number } | null = null;
  const reach = words < 4 ? 24 : 140;
  for (const line of lines) {
    if (line.start > quote.end + 3 || quote.start - 3 > line.start + line.text.length) continue;
    for (const verb of cuesOf(line, 'say')) {
      const start = line.start + verb.start;
      const end = line.start + verb.end;
      if (quotes.some((each) => start >= each.start && end <= each.end)) continue;
      if (
        /(?:reports|claims|notes|posts|hints)$/.test(line.lower.slice(0, verb.end)) &&
        NOUN_BEFORE.test(line.lower.slice(0, verb.start))
      )
        continue;
      const gap = end <= quote.start ? quote.start - end : start - quote.end + 1;
      if (gap >= 0 && gap < reach && (best === null || gap < best.gap)) best = { line, verb, gap };
    }
  }
  return best;
}

const countWords = (text: string): number => text.split(/\s+/).length;
/** A single word, or words that all have a capital: a name in quotation marks, not a statement. */
const isName = (words: string): boolean =>
  countWords(words) < 2 ||
  (countWords(words) < 5 && words.split(/\s+/).every((word) => word.charAt(0) !== word.charAt(0).toLowerCase()));
const PRONOUN = /\b(?:he|she|the (?:analyst|leaker|tipster|executive|ceo))\b/;
const COMPANY_PRONOUN = /\b(?:they|the (?:company|firm|maker|two|pair|firms|companies)|both)\b/;

function lastSpeaker(spoken: readonly Spoken[], people: readonly Person[], line: Line): Speaker | null {
  const named = people.filter((each) => each.line <= line.index && each.line >= line.index - 2).at(-1);
  if (named) return personNamed(named.name, people);
  const last = spoken.at(-1);
  return last ? { speaker: last.speaker, role: last.role, organisation: last.organisation } : null;
}

const within = (line: Line, quotes: readonly Quote[]): Stretch[] =>
  quotes.map((quote) => ({ start: quote.start - line.start, end: quote.end - line.start }));

/** The quotations of the text of two words or more, each with its speaker. */
export function readQuotations(
  text: string,
  lines: readonly Line[],
  people: readonly Person[],
  maker: string | null,
): Spoken[] {
  const quotes = findQuotes(text);
  const spoken: Spoken[] = [];
  const body = lines.filter((line) => line.where === 'text');
  for (const quote of quotes) {
    const words = text.slice(quote.start, quote.end);
    const said = isName(words) ? null : verbOf(body, quote, quotes, countWords(words));
    if (!said) continue;
    const around = said.line.lower.slice(Math.max(0, said.verb.start - 24), said.verb.end + 16);
    const back = PRONOUN.test(around) ? lastSpeaker(spoken, people, said.line) : null;
    const company =
      COMPANY_PRONOUN.test(around) && maker !== null ? { speaker: maker, role: null, organisation: maker } : null;
    const speaker =
      back ??
      speakerOf(said.line, said.verb, people, within(said.line, quotes)) ??
      company ??
      lastSpeaker(spoken, people, said.line);
    if (!speaker) continue;
    spoken.push({
      ...speaker,
      act: actOf(around, words.toLowerCase()),
      direct: true,
      start: quote.start,
      end: quote.end,
    });
  }
  return spoken;
}

const MAX_REPORTED = 320;

function reportedIn(line: Line, verb: FoundCue, people: readonly Person[]): Spoken | null {
  const speaker = speakerOf(line, verb, people);
  if (!speaker) return null;
  const near = people.some(
    (each) =>
      each.name === speaker.speaker && each.line === line.index && each.end <= verb.start && verb.start - each.end < 40,
  );
  const lead = /^(?: that| on \w+ that|,)? ?/.exec(line.text.slice(verb.end))?.[0].length ?? 0;
  const start = verb.end + lead;
  const end = Math.min(line.text.replace(/[.!?]+$/, '').length, start + MAX_REPORTED);
  if (!near || countWords(line.text.slice(start, end).trim()) < 3) return null;
  const act = actOf(line.lower.slice(Math.max(0, verb.start - 30), verb.end + 12), '');
  return { ...speaker, act, direct: false, start: line.start + start, end: line.start + end };
}

/** Reported speech of officials: a named person of an involved company, a verb of saying, and what follows it. */
export function readReportedSpeech(
  lines: readonly Line[],
  people: readonly Person[],
  isInvolved: (organisation: string | null) => boolean,
): Spoken[] {
  return lines.flatMap((line): Spoken[] => {
    if (line.where !== 'text' || /["“„«]/.test(line.text)) return [];
    for (const verb of cuesOf(line, 'say')) {
      const spoken = reportedIn(line, verb, people);
      if (spoken && isInvolved(spoken.organisation)) return [spoken];
    }
    return [];
  });
}
