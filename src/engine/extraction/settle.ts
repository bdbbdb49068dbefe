import type { Cast } from './cast.js';
import { certaintyOf, voicesIn, type Tone } from './certainty.js';
import type { Certainty } from '../subjects/index.js';
import type { FoundCue } from './cues.js';
import type { Draft } from './draft.js';
import type { Spoken } from './hearing.js';
import type { Involved } from './involved.js';
import { isDated, type SettledDraft } from './merge.js';
import type { People } from './people.js';
import { lastNamed } from './quote-speakers.js';
import type { Line } from './scene.js';
import { speakerOf } from './speakers.js';
import { isOfBoth, topicOf } from './topic.js';

/** What drafts are settled against. */
export interface Ground {
  readonly lines: readonly Line[];
  readonly cast: Cast;
  readonly people: People;
  readonly involved: Involved;
  /** The statements of the article. */
  readonly spoken: readonly Spoken[];
  /** Whether the article tells of a finished launch or decision of the maker. */
  readonly announced: boolean;
}

/** Sources without a name, and the maker without its name, as the subject of a verb of saying. */
const NAMELESS =
  /\b(?:sources|suppliers|people|analysts|insiders|engineers|employees|leakers|tipsters|reports|matter) $/;
const OWN_WORD =
  /\b(?:the|both) (?:company|firm|maker|manufacturer|brand|companies|firms)(?: (?:behind|of|that makes) [^,]{2,40},)?(?: also| has| have)? $|(?<![a-zß-ɏ])(?:(?:la (?:propia )?(?:empresa|compañía|firma|marca|société|marque)|l'(?:entreprise|azienda)|le (?:constructeur|fabricant)|el fabricante|il produttore|a (?:empresa|fabricante|marca)|das unternehmen|der hersteller|producent)(?: ha| a| hat| já| ya| également| auch)?) $/;
/** Somebody without a name beside a verb of saying, who is whoever was named last: `he added`, `fügte er hinzu`, `他称`. */
const HE_BEFORE =
  /(?<![a-z\u00df-\u024f])(?:he|she|er|sie|il|elle|lui|lei|él|ella|ele|ela) (?:also |further )?$|[他她](?:还|也)?[^。；]{0,24}$/;
const HE_BEHIND = /^ (?:er|sie)(?![a-z\u00df-\u024f])|^-t-(?:il|elle)/;
const isPronoun = (line: Line, verb: FoundCue): boolean =>
  HE_BEFORE.test(line.lower.slice(Math.max(0, verb.start - LEAD), verb.start)) ||
  HE_BEHIND.test(line.lower.slice(verb.end, verb.end + 8));

/** A company that stands so near before a verb is its subject. */
const SUBJECT_REACH = 20;
const LEAD = 64;

function isOfficial({ people, involved }: Ground, line: Line, verb: FoundCue): boolean | null {
  const before = line.lower.slice(Math.max(0, verb.start - LEAD), verb.start);
  if (OWN_WORD.test(before)) return true;
  if (NAMELESS.test(before)) return false;
  const speaker = speakerOf(line, verb, people) ?? (isPronoun(line, verb) ? lastNamed(people, line) : null);
  return speaker && involved.has(speaker.organisation);
}

function isForeign({ involved }: Ground, line: Line, verb: FoundCue): boolean {
  const subject = line.mentions.findLast((each) => each.end <= verb.start && verb.start - each.end < SUBJECT_REACH);
  return subject !== undefined && !involved.has(subject.company);
}

/** What a quotation around a draft makes of it: on the record by somebody of a company involved, else relayed. */
function quoted({ spoken, involved }: Ground, { line, start, end }: Draft): Certainty | null {
  if (line.where !== 'text') return null;
  const around = spoken.find((each) => each.start <= line.start + start && line.start + end <= each.end);
  return around === undefined ? null : involved.has(around.organisation) ? 'official' : null;
}

/** The number of the one other device of the main one's maker, with which it makes a pair; null where there is none or more. */
function siblingOf({ devices }: Cast): number | null {
  const [main] = devices;
  const generation = (key: string): string => /^.*\d/.exec(key)?.[0] ?? key;
  const others = devices.flatMap(({ company, key }, index) => {
    const isOfOne = generation(key) === generation(main!.key) || key.startsWith(main!.key);
    return index > 0 && company === main!.company && isOfOne ? [index] : [];
  });
  return others.length === 1 ? others[0]! : null;
}

/** Each draft with its device, stance and certainty; drafts about rivals and predecessors are left out. */
export function settle(drafts: readonly Draft[], ground: Ground): SettledDraft[] {
  const { lines, cast, announced } = ground;
  const topic = topicOf(cast, lines);
  const tone: Tone = {
    isOfficial: (line, verb) => isOfficial(ground, line, verb),
    isForeign: (line, verb) => isForeign(ground, line, verb),
  };
  const voices = voicesIn(lines, tone);
  const pair = siblingOf(cast);
  return drafts.flatMap((each) => {
    const device = each.primary ? 0 : topic(each.line, each, isDated(each.subject));
    if (device < 0) return [];
    const certainty =
      quoted(ground, each) ?? each.certainty ?? certaintyOf(each, voices, announced ? 'official' : 'reported');
    const settled = { ...each, device, stance: each.stance ?? 'supports', certainty };
    const other =
      pair !== null && (device === 0 || device === pair) && isOfBoth(each.line, each) ? pair - device : null;
    return other === null ? [settled] : [settled, { ...settled, device: other }];
  });
}
