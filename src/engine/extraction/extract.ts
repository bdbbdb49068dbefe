import { castOf, type Cast } from './cast.js';
import { readCredits } from './credits.js';
import { draftsOf } from './drafts.js';
import type { Spoken } from './hearing.js';
import { involvedIn, type Involved } from './involved.js';
import { claimsOn, isRumor, kindOf, scoreKinds, type Kind } from './kind.js';
import { languageOf, lexiconOf } from './language.js';
import type { Lexicon } from './lexicon/cue.js';
import { linksOf } from './links.js';
import { mergeClaims, type SettledDraft } from './merge.js';
import { prepareKnowledge, type PreparedKnowledge } from './names.js';
import { withNewcomers } from './newcomers.js';
import { peopleOf, type People } from './people.js';
import { publication } from './published.js';
import type { Article, Knowledge, ReadClaim, ReadCredit, ReadDevice, Reading, ReadStatement } from './reading.js';
import { readLines, type Line } from './scene.js';
import { segment } from './segment.js';
import { settle } from './settle.js';
import { claimSpan, spanOf } from './spans.js';
import { readStatements } from './statements.js';
import { withSteadyNames } from './steady-names.js';

/** An article with everything found in it that claims, statements and sources are read from. */
interface Scene {
  readonly article: Article;
  readonly publishedOn: string | null;
  readonly lexicon: Lexicon;
  readonly lines: readonly Line[];
  readonly cast: Cast;
  readonly people: People;
  readonly kind: Kind;
}

/** The statements and claims of an article, and every mention that the claims were merged from. */
interface Claimed {
  readonly involved: Involved;
  readonly spoken: readonly Spoken[];
  readonly claims: readonly SettledDraft[];
  readonly mentions: readonly SettledDraft[];
}

const SAMPLE = 20_000;
/** Kinds of article that may be about a product without a name. */
const DESCRIBING: ReadonlySet<Kind> = new Set(['rumor', 'filing', 'other']);

/** The latest year that a text names, for dates without a year where the publication is not known. */
function latestYear(text: string): number | null {
  const years = [...text.slice(0, SAMPLE).matchAll(/(?<![\d.,$€£])20[0-3]\d(?![\d.]\d|\d|[a-z])/g)];
  return years.length === 0 ? null : Math.max(...years.map((hit) => Number(hit[0])));
}

function sceneOf(
  article: Article,
  knowledge: PreparedKnowledge,
  publishedOn: string | null,
): Scene & { language: string } {
  const title = article.title ?? '';
  const sentences = segment(title, article.text);
  const language = languageOf(sentences.flatMap((each) => each.tokens));
  const lexicon = lexiconOf(language);
  const anchor = { publishedOn, year: latestYear(`${title} ${article.text}`) };
  const read = readLines(sentences, lexicon, knowledge, anchor);
  const named = withSteadyNames(withNewcomers(read, knowledge, language));
  const kind = kindOf(scoreKinds(named, publishedOn));
  const cast = castOf(named, language, DESCRIBING.has(kind));
  const lines = named.map((line, index) => ({ ...line, mentions: cast.mentions[index] ?? line.mentions }));
  const people = peopleOf(lines, cast.company);
  return { article, publishedOn, language, lexicon, lines, cast, people, kind };
}

function claimedIn(scene: Scene): Claimed {
  const { article, lines, cast, people, publishedOn, kind, lexicon } = scene;
  const dating = { publishedOn, maker: cast.company, awaited: kind !== 'official', lines };
  const drafts = lines
    .flatMap((line) => draftsOf(line, cast, dating, lexicon))
    .filter((each) => claimsOn(kind, each.subject));
  const partners = drafts.filter((each) => each.subject === 'partner').map((each) => each.value);
  const spelled = lines.flatMap((line) => line.mentions.filter((each) => each.kind === 'company'));
  const involved = involvedIn(cast.company === null ? partners : [cast.company, ...partners], spelled);
  const spoken = readStatements({ text: article.text, lines, people, maker: cast.company, isInvolved: involved.has });
  const ground = { lines, cast, people, involved, spoken, announced: kind === 'official' };
  const mentions = cast.devices.length > 0 ? settle(drafts, ground) : [];
  return { involved, spoken, claims: mergeClaims(mentions), mentions };
}

function claimOf(draft: SettledDraft, { cast, article }: Scene): ReadClaim {
  const { subject, value, stance, certainty, region = null, variant = null } = draft;
  const device = cast.devices[draft.device]?.name ?? '';
  return { device, subject, value, region, variant, stance, certainty, span: claimSpan(draft, article) };
}

/** Subjects whose values are names of the device. */
const NAMING = new Set(['codename', 'name']);

/** The main device, and those beside it that something is claimed of. */
function devicesOf({ cast, kind }: Scene, claims: readonly SettledDraft[]): ReadDevice[] {
  if (kind === 'guide' || kind === 'sports') return [];
  const claimed = new Set(claims.map((each) => each.device));
  const alsoCalled = (index: number): string[] =>
    claims
      .filter(({ device, subject, stance }) => device === index && stance === 'supports' && NAMING.has(subject))
      .map(({ value }) => value);
  return cast.devices.flatMap(({ company, name, aliases, known }, index) => {
    if (index > 0 && !claimed.has(index)) return [];
    const all = new Set([...aliases, ...alsoCalled(index)].filter((each) => each !== name));
    return [{ company, name, aliases: [...all], knownId: known?.id ?? null, primary: index === 0 }];
  });
}

function statementsOf({ article, lines }: Scene, claimed: Claimed): ReadStatement[] {
  const { involved, spoken, claims, mentions } = claimed;
  return spoken.map(({ start, end, ...each }) => ({
    ...each,
    official: involved.has(each.organisation),
    span: spanOf(article, 'text', start, end),
    claims: linksOf({ ...each, start, end }, claims, mentions, lines, involved),
  }));
}

/** Subjects that a maker has mostly told long before the article, which rests on others. */
const OLD_NEWS = new Set(['partner', 'announcement.date', 'name', 'existence']);

function creditsOf({ article, lines, people, cast }: Scene, claimed: Claimed, makerCounts: boolean): ReadCredit[] {
  const { involved, claims, mentions } = claimed;
  const ofMaker = ({ certainty, device, subject }: SettledDraft): boolean =>
    certainty === 'official' && device === 0 && !OLD_NEWS.has(subject);
  const makerDenies = claims.some((each) => ofMaker(each) && each.stance === 'refutes');
  const makerTells = new Set(mentions.filter(ofMaker).map(({ line }) => line.index));
  const sourcing = {
    lines,
    people,
    maker: cast.company,
    isInvolved: involved.has,
    makerCounts,
    makerDenies,
    makerTells,
  };
  return readCredits(sourcing).map(({ name, aliases, where, start, end }) => ({
    name,
    aliases,
    span: spanOf(article, where, start, end),
  }));
}

const isPrepared = (knowledge: Knowledge | PreparedKnowledge): knowledge is PreparedKnowledge => 'names' in knowledge;

/**
 * Reads an article: what it claims about which device, who says it and how surely, and when it was published. The time
 * it takes grows in proportion to the length of the text.
 *
 * @param knowledge the companies and devices whose names may be relied on; prepared once where many articles are read
 */
export function extract(article: Article, knowledge: Knowledge | PreparedKnowledge): Reading {
  const known = isPrepared(knowledge) ? knowledge : prepareKnowledge(knowledge);
  const published = publication(article);
  const scene = sceneOf(article, known, published.publishedOn);
  const claimed = claimedIn(scene);
  const rumor = isRumor(scene.kind, claimed.claims, published.publishedOn);
  return {
    isRumor: rumor,
    language: scene.language,
    ...published,
    devices: devicesOf(scene, claimed.claims),
    claims: claimed.claims.map((each) => claimOf(each, scene)),
    statements: statementsOf(scene, claimed),
    credits: creditsOf(scene, claimed, rumor),
  };
}
