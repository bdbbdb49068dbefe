import type { Act } from '../subjects/index.js';
import type { FoundCue } from './cues.js';
import type { NameRun, Person } from './people.js';
import { apposition, nameRuns } from './people.js';
import { findQuotes, type Quote } from './quotes.js';
import { cuesOf, type Line } from './scene.js';

/** Words of a speaker while they are read; offsets in the text. */
export interface Spoken {
  readonly speaker: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly act: Act;
  readonly direct: boolean;
  readonly start: number;
  readonly end: number;
}

interface Voice {
  readonly speaker: string;
  readonly role: string | null;
  readonly organisation: string | null;
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

/** Knows everybody whom the article names, so that `Riccio` is `Dan Riccio`, vice president of Apple. */
export class People {
  constructor(readonly all: readonly Person[]) {}

  /** The person of that full name or surname, with the role and organisation given anywhere in the article. */
  find(name: string): Voice | null {
    const same = this.all.filter((each) => each.name === name || (!name.includes(' ') && surname(each.name) === name));
    if (same.length === 0) return null;
    return {
      speaker: same[0]!.name,
      role: same.find((each) => each.role !== null)?.role ?? null,
      organisation: same.find((each) => each.organisation !== null)?.organisation ?? null,
    };
  }
}

function voiceOfRun(line: Line, run: NameRun, people: People): Voice | null {
  const inside = people.all.find((each) => each.line === line.index && each.start >= run.start && each.end <= run.end);
  if (inside) {
    const known = people.find(inside.name);
    const here = apposition(line, inside.end);
    return {
      speaker: inside.name,
      role: here.role ?? inside.role ?? known?.role ?? null,
      organisation: here.organisation ?? inside.organisation ?? known?.organisation ?? null,
    };
  }
  const company = line.mentions.filter(
    (each) => each.kind === 'company' && each.start < run.end && run.start < each.end,
  )[0];
  if (company) return { speaker: company.name, role: null, organisation: company.name };
  return people.find(run.name) ?? people.find(surname(run.name));
}

/** Who says it: the name nearest to a verb of saying. */
export function speakerOf(line: Line, verb: FoundCue, people: People): Voice | null {
  const runs = nameRuns(line);
  const after = runs.find(
    (run) =>
      run.start >= verb.end &&
      run.start - verb.end <= 30 &&
      /^ ?(?:by |the |a )?(?:[\p{L}-]+ ){0,3}$/u.test(line.text.slice(verb.end, run.start)),
  );
  const before = runs
    .filter((run) => run.end <= verb.start)
    .findLast((run) => !/["“”»]/.test(line.text.slice(run.end, verb.start)) || run.end + 2 >= verb.start);
  const inverted =
    after &&
    (line.lower.slice(verb.start, verb.end) === 'according to' ||
      /["“”»,]\s?$/.test(line.text.slice(Math.max(0, verb.start - 3), verb.start)) ||
      !before);
  if (inverted) {
    const voice = voiceOfRun(line, after, people);
    if (voice) return voice;
  }
  for (const run of runs.filter((each) => each.end <= verb.start).reverse()) {
    const voice = voiceOfRun(line, run, people);
    if (voice) return voice;
  }
  return after ? voiceOfRun(line, after, people) : null;
}

const inside = (line: Line, cue: FoundCue, quotes: readonly Quote[]): boolean =>
  quotes.some((quote) => line.start + cue.start >= quote.start && line.start + cue.end <= quote.end);

/** The verb of saying that goes with a quotation: the nearest one outside it, in the sentences that it touches. */
function verbOf(lines: readonly Line[], quote: Quote, quotes: readonly Quote[]): { line: Line; verb: FoundCue } | null {
  let best: { line: Line; verb: FoundCue; gap: number } | null = null;
  for (const line of lines) {
    const touches = line.start <= quote.end + 3 && quote.start - 3 <= line.start + line.text.length;
    if (!touches) continue;
    for (const verb of cuesOf(line, 'say')) {
      if (inside(line, verb, quotes)) continue;
      const gap =
        line.start + verb.end <= quote.start
          ? quote.start - line.start - verb.end
          : line.start + verb.start - quote.end;
      if (gap >= 0 && gap < 120 && (best === null || gap < best.gap)) best = { line, verb, gap };
    }
  }
  return best;
}

const countWords = (text: string): number => text.split(/\s+/).length;
const PRONOUN = /\b(?:he|she|they|who|the (?:analyst|leaker|tipster|executive|ceo|company))\b/;

/** The quotations of the text, each with its speaker. */
export function readQuotations(text: string, lines: readonly Line[], people: People): Spoken[] {
  const quotes = findQuotes(text);
  const body = lines.filter((line) => line.where === 'text');
  const spoken: Spoken[] = [];
  for (const quote of quotes) {
    const words = text.slice(quote.start, quote.end);
    const said = verbOf(body, quote, quotes);
    if (countWords(words) < 2 || !said) continue;
    const clause = said.line.text.slice(Math.max(0, said.verb.start - 40), said.verb.end + 20).toLowerCase();
    const voice =
      (PRONOUN.test(clause) && !nameRunsNear(said.line, said.verb) ? lastSpeaker(spoken, people, said.line) : null) ??
      speakerOf(said.line, said.verb, people) ??
      lastSpeaker(spoken, people, said.line);
    if (voice)
      spoken.push({
        ...voice,
        act: actOf(clause, words.toLowerCase()),
        direct: true,
        start: quote.start,
        end: quote.end,
      });
  }
  return spoken;
}

function nameRunsNear(line: Line, verb: FoundCue): boolean {
  return nameRuns(line).some((run) => run.end <= verb.start && verb.start - run.end < 3);
}

function lastSpeaker(spoken: readonly Spoken[], people: People, line: Line): Voice | null {
  const named = people.all.filter((each) => each.line < line.index && each.line >= line.index - 2).at(-1);
  const last = spoken.at(-1);
  return named
    ? people.find(named.name)
    : last
      ? { speaker: last.speaker, role: last.role, organisation: last.organisation }
      : null;
}

const MAX_REPORTED = 320;

/** Reported speech of officials: a named person of an involved company, a verb of saying, and what follows it. */
export function readReportedSpeech(
  lines: readonly Line[],
  people: People,
  isInvolved: (organisation: string | null) => boolean,
): Spoken[] {
  return lines.flatMap((line): Spoken[] => {
    if (line.where !== 'text' || /["“„«]/.test(line.text)) return [];
    for (const verb of cuesOf(line, 'say')) {
      const voice = speakerOf(line, verb, people);
      const person =
        voice &&
        people.all.some(
          (each) =>
            each.name === voice.speaker &&
            each.line === line.index &&
            each.end <= verb.start &&
            verb.start - each.end < 40,
        );
      if (!voice || !person || !isInvolved(voice.organisation)) continue;
      const lead = /^(?: that| on \w+ that|,)? ?/.exec(line.text.slice(verb.end))?.[0].length ?? 0;
      const start = verb.end + lead;
      const end = Math.min(line.text.replace(/[.!?]+$/, '').length, start + MAX_REPORTED);
      if (countWords(line.text.slice(start, end).trim()) < 3) continue;
      return [
        {
          ...voice,
          act: actOf(line.lower.slice(Math.max(0, verb.start - 30), verb.end + 12), ''),
          direct: false,
          start: line.start + start,
          end: line.start + end,
        },
      ];
    }
    return [];
  });
}
