import { certaintyOf, type Tone } from './certainty.js';
import { castOf, type Cast } from './cast.js';
import { readCredits } from './credits.js';
import type { Draft } from './draft.js';
import { draftsOf } from './drafts.js';
import { involvedIn, type Involved } from './involved.js';
import { isRumor, kindOf, claimsOn, scoreKinds, type Kind } from './kind.js';
import { languageOf, lexiconOf } from './language.js';
import { linksOf } from './links.js';
import { isDated, mergeClaims, type SettledDraft } from './merge.js';
import { prepareKnowledge, type PreparedKnowledge } from './names.js';
import { findPeople, type Person } from './people.js';
import { publication } from './published.js';
import type { Article, Knowledge, ReadClaim, ReadCredit, ReadDevice, Reading, ReadStatement } from './reading.js';
import { readLines, type Line } from './scene.js';
import { segment } from './segment.js';
import { claimSpan, spanOf } from './spans.js';
import { readQuotations, readReportedSpeech, speakerOf, type Spoken } from './statements.js';
import { topicOf } from './topic.js';

/** An article with everything found in it that the claims are read from. */
interface Scene {
  readonly article: Article;
  readonly publishedOn: string | null;
  readonly lines: readonly Line[];
  readonly cast: Cast;
  readonly people: readonly Person[];
  readonly kind: Kind;
}

const isPrepared = (knowledge: Knowledge | PreparedKnowledge): knowledge is PreparedKnowledge => 'names' in knowledge;

const SAMPLE = 20_000;
const SUBJECT_REACH = 20;

/** The latest year that a text names, for dates without a year where the publication is not known. */
function latestYear(text: string): number | null {
  const years = [...text.slice(0, SAMPLE).matchAll(/(?<![\d.,$€£])20[0-3]\d(?![\d.]\d|\d|[a-z])/g)];
  return years.length === 0 ? null : Math.max(...years.map((hit) => Number(hit[0])));
}

/** Each draft with its device, stance and certainty; drafts about rivals and predecessors are left out. */
function settle(scene: Scene, drafts: readonly Draft[], involved: Involved): SettledDraft[] {
  const { lines, cast, people, kind } = scene;
  const topic = topicOf(cast, lines);
  const tone: Tone = {
    announced: kind === 'official',
    isOfficial: (line, verb) => involved.companyOf(speakerOf(line, verb, people)?.organisation ?? null) !== null,
    isForeign: (line, verb) => {
      const subject = line.mentions.findLast((each) => each.end <= verb.start && verb.start - each.end < SUBJECT_REACH);
      return subject !== undefined && involved.companyOf(subject.company) === null;
    },
  };
  return drafts.flatMap((each) => {
    const device = each.primary ? 0 : topic(each.line, each, isDated(each.subject));
    if (device < 0) return [];
    const certainty = each.certainty ?? certaintyOf(each, lines, tone);
    return [{ ...each, device, stance: each.stance ?? 'supports', certainty }];
  });
}

function claimOf(draft: SettledDraft, { cast, article }: Scene): ReadClaim {
  const { subject, value, stance, certainty, region = null, variant = null } = draft;
  const device = cast.devices[draft.device]?.name ?? '';
  return { device, subject, value, region, variant, stance, certainty, span: claimSpan(draft, article) };
}

function devicesOf({ cast }: Scene, claims: readonly SettledDraft[]): ReadDevice[] {
  return cast.devices.flatMap(({ company, name, aliases, known }, index) => {
    const spoken = index === 0 || claims.some((each) => each.device === index);
    return spoken ? [{ company, name, aliases, knownId: known?.id ?? null, primary: index === 0 }] : [];
  });
}

function statementsOf(
  scene: Scene,
  involved: Involved,
  claims: readonly SettledDraft[],
  mentions: readonly SettledDraft[],
): ReadStatement[] {
  const { article, lines, people, cast } = scene;
  const isInvolved = (organisation: string | null): boolean => involved.companyOf(organisation) !== null;
  const spoken: Spoken[] = [
    ...readQuotations(article.text, lines, people, cast.company),
    ...readReportedSpeech(lines, people, isInvolved),
  ].sort((a, b) => a.start - b.start);
  return spoken.map(({ start, end, ...each }) => ({
    ...each,
    official: isInvolved(each.organisation),
    span: spanOf(article, 'text', start, end),
    claims: linksOf({ ...each, start, end }, claims, mentions, lines, involved),
  }));
}

function creditsOf({ article, lines, people, kind }: Scene, involved: Involved): ReadCredit[] {
  const isInvolved = (organisation: string | null): boolean => involved.companyOf(organisation) !== null;
  return readCredits(lines, people, isInvolved, kind === 'rumor').map(({ name, aliases, where, start, end }) => ({
    name,
    aliases,
    span: spanOf(article, where, start, end),
  }));
}

/** Reads an article: what it claims about which device, who says it and how surely, and when it was published. */
export function extract(article: Article, knowledge: Knowledge | PreparedKnowledge): Reading {
  const known = isPrepared(knowledge) ? knowledge : prepareKnowledge(knowledge);
  const published = publication(article);
  const title = article.title ?? '';
  const sentences = segment(title, article.text);
  const language = languageOf(sentences.flatMap((each) => each.tokens));
  const anchor = { publishedOn: published.publishedOn, year: latestYear(`${title} ${article.text}`) };
  const named = readLines(sentences, lexiconOf(language), known, anchor);
  const cast = castOf(named);
  const lines = named.map((line, index) => ({ ...line, mentions: cast.mentions[index] ?? line.mentions }));
  const people = lines.flatMap((line) => findPeople(line));
  const scene: Scene = {
    article,
    publishedOn: published.publishedOn,
    lines,
    cast,
    people,
    kind: kindOf(scoreKinds(lines)),
  };
  return { language, ...published, ...read(scene) };
}

function read(scene: Scene): Omit<Reading, 'language' | 'publishedOn' | 'publishedFrom'> {
  const { lines, cast, publishedOn, kind } = scene;
  const dating = { publishedOn, maker: cast.company, awaited: kind !== 'official' };
  const drafts = lines.flatMap((line) => draftsOf(line, cast, dating)).filter((each) => claimsOn(kind, each.subject));
  const partners = drafts.filter((each) => each.subject === 'partner').map((each) => each.value);
  const involved = involvedIn(cast.company === null ? partners : [cast.company, ...partners]);
  const mentions = cast.devices.length > 0 ? settle(scene, drafts, involved) : [];
  const claims = mergeClaims(mentions);
  return {
    isRumor: isRumor(kind, claims, publishedOn),
    devices: devicesOf(scene, claims),
    claims: claims.map((each) => claimOf(each, scene)),
    statements: statementsOf(scene, involved, claims, mentions),
    credits: creditsOf(scene, involved),
  };
}
