import { findSubject } from '../subjects/index.js';
import type { Cue } from './lexicon/cue.js';
import type { SettledDraft } from './merge.js';
import { isDated } from './merge.js';
import { hasCue, type Line } from './scene.js';

/** What an article is, as far as it matters for its claims. */
export const KINDS = [
  'rumor',
  'official',
  'review',
  'deal',
  'howto',
  'guide',
  'update',
  'business',
  'sports',
  'filing',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];

const OF_CUE: Partial<Readonly<Record<Cue, Kind>>> = {
  k_review: 'review',
  k_deal: 'deal',
  k_howto: 'howto',
  k_guide: 'guide',
  k_update: 'update',
  k_business: 'business',
  k_sports: 'sports',
  k_filing: 'filing',
};

/** How many cues an article has, those of the title and the first sentences counted more, by kind. */
export type KindScores = Readonly<Record<Kind, number>>;

const placeWeight = (line: Line): number => (line.where === 'title' ? 4 : line.index <= 3 ? 2 : 1);

/** A sentence that looks ahead or hedges counts for so much of one that goes back to a source. */
const AHEAD = 0.5;

/** What a presentation on the day of publication counts for. */
const PRESENTED = 3;
const FIRST_LINES = 3;

/** Whether one of the first sentences tells that something was presented or began to be sold on the day of publication. */
function isPresentedToday(line: Line, publishedOn: string | null): boolean {
  if (publishedOn === null || line.index > FIRST_LINES || !hasCue(line, 'announce', 'announced', 'launch'))
    return false;
  if (hasCue(line, 'reported', 'hedge', 'guess')) return false;
  return line.dates.some((date) => {
    const range = date.range(true);
    return range?.earliestOn === publishedOn && range.latestOn === publishedOn;
  });
}

/** What a headline says of a maker that presents its product in it, right behind its name. */
const PRESENTS =
  /^ (?:presenta|lanza|lancia|svela|présente|lance|dévoile|apresenta|lança|prezentuje|zaprezentował[ao]?|unveils|launches|introduces|debuts(?: as)?|stellt [^,:?]{3,60} vor) /;

/** Whether a headline begins with a maker or product and what it presents today: `Orvane unveils the K9`. */
function isPresentedIn(line: Line): boolean {
  const [first] = line.mentions;
  if (line.where !== 'title' || !first || first.start > 0 || line.dates.length > 0 || line.text.includes('?'))
    return false;
  return PRESENTS.test(line.text.slice(first.end)) && !hasCue(line, 'reported', 'hedge', 'guess', 'k_rumor');
}

/** Counts the words that show what kind of article it is. */
export function scoreKinds(lines: readonly Line[], publishedOn: string | null = null): Record<Kind, number> {
  const scores = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  for (const line of lines) {
    if (isPresentedToday(line, publishedOn) || isPresentedIn(line)) scores.official += PRESENTED;
    if (line.cues.some(({ cue }) => cue === 'reported' || cue === 'guess')) scores.other += 1;
    else if (line.cues.some(({ cue }) => cue === 'ahead' || cue === 'hedge')) scores.other += AHEAD;
    for (const { cue } of line.cues) {
      const kind: Kind | undefined = cue === 'k_rumor' ? 'rumor' : cue === 'k_done' ? 'official' : OF_CUE[cue];
      if (kind) scores[kind] += placeWeight(line);
    }
  }
  return scores;
}

/** How many times a kind of article outdoes the words of rumor before it is believed. */
const OUTDO: Readonly<Partial<Record<Kind, number>>> = {
  review: 1.2,
  deal: 1.2,
  howto: 1,
  guide: 1,
  update: 1.6,
  business: 1.2,
  sports: 1,
  filing: 2,
};
const LEAST = 5;
/** So many sentences that go back to a source make a rumor where nothing else shows. */
const TOLD = 2;

/** The kind of the article. */
export function kindOf(scores: KindScores): Kind {
  let best: Kind = 'rumor';
  let most = 0;
  for (const kind of KINDS) {
    const ratio = OUTDO[kind];
    if (ratio === undefined || scores[kind] < LEAST) continue;
    const strength = scores[kind] / (ratio * Math.max(1, scores.rumor));
    if (strength > 1 && scores[kind] > most) {
      best = kind;
      most = scores[kind];
    }
  }
  if (best !== 'rumor') return best;
  if (scores.official >= 2 && scores.official * 1.5 > scores.rumor + scores.other / 3) return 'official';
  return scores.rumor >= 2 || (scores.other >= TOLD && most === 0) ? 'rumor' : 'other';
}

/** The subjects that an article of that kind makes claims on: reviews, deals and the like on none, an unclear one on no specs. */
export function claimsOn(kind: Kind, subject: string): boolean {
  if (kind === 'rumor' || kind === 'official') return true;
  const family = findSubject(subject)?.family;
  return kind === 'other' && family !== 'spec' && family !== 'price';
}

/** Subjects whose official denial answers a rumor. */
const DENIABLE = new Set(['existence', 'partner', 'name']);

/** Whether the article tells, or speaks on the record of, something that is still to come, or denies such talk. */
export function isRumor(kind: Kind, claims: readonly SettledDraft[], publishedOn: string | null): boolean {
  if (kind === 'rumor') return true;
  if (kind !== 'other') return false;
  return claims.some(({ subject, value, stance, certainty }) => {
    const ahead = isDated(subject) && publishedOn !== null && value.slice(0, 10) > publishedOn;
    return ahead || (stance === 'refutes' && certainty === 'official' && DENIABLE.has(subject));
  });
}
