import { certaintyOf, type Tone } from './certainty.js';
import { castOf, type Cast } from './cast.js';
import { topicOf, type Topic } from './topic.js';
import { readCredits } from './credits.js';
import { readDated } from './dated.js';
import type { Anchor } from './dates.js';
import type { Draft } from './draft.js';
import { readAvailability, readFate } from './fate.js';
import { readIdentity } from './identity.js';
import { kindOf, scoreKinds } from './kind.js';
import { languageOf, lexiconOf } from './language.js';
import { mergeClaims, type SettledDraft } from './merge.js';
import { prepareKnowledge, type PreparedKnowledge } from './names.js';
import { readParties } from './parties.js';
import { readParts } from './parts.js';
import { findPeople } from './people.js';
import { readPrices } from './prices.js';
import { publication } from './published.js';
import type { Article, Knowledge, ReadClaim, ReadCredit, ReadDevice, Reading, ReadStatement, Span } from './reading.js';
import { cuesOf, readLines, type Line } from './scene.js';
import { segment } from './segment.js';
import { readSpecs } from './specs.js';
import { readQuotations, readReportedSpeech, speakerOf, type Spoken } from './statements.js';

const isPrepared = (knowledge: Knowledge | PreparedKnowledge): knowledge is PreparedKnowledge => 'names' in knowledge;

/** The year that the text speaks of most where no publication is known: the latest one it names. */
function yearOf(text: string): number | null {
  const years = [...text.slice(0, 20_000).matchAll(/(?<![\d.,$€£])20[0-3]\d(?![\d.]\d|\d|[a-z])/g)].map((hit) =>
    Number(hit[0]),
  );
  return years.length === 0 ? null : Math.max(...years);
}

/** Every draft of a sentence. */
function draftsOf(line: Line, cast: Cast, published: string | null): Draft[] {
  return [
    ...readDated(line, published),
    ...readIdentity(line, cast),
    ...readParties(line, cast),
    ...readFate(line),
    ...readAvailability(line),
    ...readPrices(line),
    ...readSpecs(line),
    ...readParts(line),
  ];
}

/** Subjects whose value belongs to the subject of its sentence, whatever is named beside it. */
const DATED = new Set(['launch.date', 'announcement.date', 'preorder.date', 'production.start']);

function settled(drafts: readonly Draft[], lines: readonly Line[], topic: Topic, tone: Tone): SettledDraft[] {
  return drafts.flatMap((each) => {
    const device = each.primary ? 0 : topic(each.line, each, DATED.has(each.subject));
    if (device < 0) return [];
    return [
      {
        ...each,
        device,
        stance: each.stance ?? 'supports',
        certainty: each.certainty ?? certaintyOf(each, lines, tone),
      },
    ];
  });
}

const MOST_WORDS = 15;

/** The passage that shows a claim: its clause, at most 15 words around cue and value. */
function spanOf(each: SettledDraft, article: Article): Span {
  const { line } = each;
  const first = line.tokens.findIndex((token) => token.end > Math.min(each.start, each.cueStart));
  const last = line.tokens.findLastIndex((token) => token.start < Math.max(each.end, each.cueEnd));
  let from = Math.max(0, first);
  let until = Math.max(from, last);
  if (until - from >= MOST_WORDS) {
    from = Math.max(
      0,
      line.tokens.findIndex((token) => token.end > each.start),
    );
    until = Math.max(
      from,
      line.tokens.findLastIndex((token) => token.start < each.end),
    );
  }
  while (
    until - from < 9 &&
    from > 0 &&
    !/[,;:.()]/.test(line.text.slice(line.tokens[from - 1]!.end, line.tokens[from]!.start))
  )
    from -= 1;
  const start = line.tokens[from]?.start ?? each.start;
  const end = Math.max(each.end, line.tokens[until]?.end ?? each.end);
  return exact(article, line.where, line.start + start, line.start + end);
}

function exact(article: Article, where: 'title' | 'text', start: number, end: number): Span {
  return { where, start, end, exact: (where === 'title' ? (article.title ?? '') : article.text).slice(start, end) };
}

function claimOf(each: SettledDraft, cast: Cast, article: Article): ReadClaim {
  return {
    device: cast.devices[each.device]?.name ?? '',
    subject: each.subject,
    value: each.value,
    region: each.region ?? null,
    variant: each.variant ?? null,
    stance: each.stance,
    certainty: each.certainty,
    span: spanOf(each, article),
  };
}

function devicesOf(cast: Cast, used: ReadonlySet<number>): ReadDevice[] {
  return cast.devices.flatMap((each, index) =>
    index === 0 || used.has(index)
      ? [
          {
            company: each.company,
            name: each.name,
            aliases: each.aliases,
            knownId: each.known?.id ?? null,
            primary: index === 0,
          },
        ]
      : [],
  );
}

/** The claims that a statement itself makes: the claim's value (or its speaker's own company as the value) and its subject stand inside. */
function linksOf(
  spoken: Spoken,
  claims: readonly SettledDraft[],
  all: readonly SettledDraft[],
  lines: readonly Line[],
  companyOf: (organisation: string | null) => string | null,
): ReadStatement['claims'] {
  const own = companyOf(spoken.organisation);
  return claims.flatMap((claim, index) => {
    const inside = all.find(
      (each) =>
        each.device === claim.device &&
        each.subject === claim.subject &&
        each.value === claim.value &&
        each.line.where === 'text' &&
        each.line.start + each.start >= spoken.start &&
        each.line.start + each.end <= spoken.end,
    );
    if (inside) return [{ index, stance: inside.stance }];
    if (claim.subject !== 'partner') return [];
    const within = lines.filter(
      (line) => line.where === 'text' && line.start + line.text.length > spoken.start && line.start < spoken.end,
    );
    const cue = within.some((line) =>
      cuesOf(line, 'partner').some(
        (each) =>
          line.start + each.start >= spoken.start &&
          line.start + each.end <= spoken.end &&
          /partner|collab|cooper|co-?oper|joint|alliance|together|co-/.test(line.lower.slice(each.start, each.end)),
      ),
    );
    const named = within.some((line) =>
      line.mentions.some(
        (each) =>
          each.kind === 'company' &&
          each.company === claim.value &&
          line.start + each.start >= spoken.start &&
          line.start + each.end <= spoken.end,
      ),
    );
    return cue && (named || own === claim.value) ? [{ index, stance: 'supports' as const }] : [];
  });
}

/** Reads an article: what it claims about which device, who says it and how surely, and when it was published. */
export function extract(article: Article, knowledge: Knowledge | PreparedKnowledge): Reading {
  const known = isPrepared(knowledge) ? knowledge : prepareKnowledge(knowledge);
  const published = publication(article);
  const sentences = segment(article.title ?? '', article.text);
  const language = languageOf(sentences.flatMap((each) => each.tokens));
  const lexicon = lexiconOf(language);
  const anchor: Anchor = { publishedOn: published.publishedOn, year: yearOf(`${article.title ?? ''} ${article.text}`) };
  const raw = readLines(sentences, lexicon, known, anchor);
  const cast = castOf(raw, known);
  const lines = raw.map((line, index) => ({ ...line, mentions: cast.mentions[index] ?? line.mentions }));
  const topic = topicOf(cast, lines);
  const people = lines.flatMap((line) => findPeople(line));
  const scores = scoreKinds(lines);
  const kind = kindOf(scores);

  const drafts = lines.flatMap((line) => draftsOf(line, cast, published.publishedOn));
  const maker = cast.devices[0]?.company ?? cast.company;
  const involved = new Set<string>(maker === null ? [] : [maker]);
  for (const each of drafts) if (each.subject === 'partner') involved.add(each.value);
  const companyOf = (organisation: string | null): string | null => {
    if (organisation === null) return null;
    const lower = organisation.toLowerCase();
    for (const name of involved) if (lower.includes(name.toLowerCase())) return name;
    return null;
  };
  const isInvolved = (organisation: string | null): boolean => companyOf(organisation) !== null;
  const tone: Tone = {
    announced: kind === 'official',
    isOfficial: (line, verb) => isInvolved(speakerOf(line, verb, people)?.organisation ?? null),
  };
  const reportable = kind === 'rumor' || kind === 'official';
  const all = reportable && cast.devices.length > 0 ? settled(drafts, lines, topic, tone) : [];
  const claims = mergeClaims(all);
  const spoken = [
    ...readQuotations(article.text, lines, people, maker),
    ...readReportedSpeech(lines, people, isInvolved),
  ].sort((a, b) => a.start - b.start);
  const statements = spoken.map((each): ReadStatement => ({
    speaker: each.speaker,
    role: each.role,
    organisation: each.organisation,
    act: each.act,
    official: isInvolved(each.organisation),
    direct: each.direct,
    span: exact(article, 'text', each.start, each.end),
    claims: linksOf(each, claims, all, lines, companyOf),
  }));
  const credits = readCredits(lines, people, (company) => company === maker, '').map((credit): ReadCredit => ({
    ...credit,
    span: exact(article, credit.span.where, credit.span.start, credit.span.end),
  }));
  return {
    isRumor: kind === 'rumor' && cast.devices.length > 0,
    language,
    ...published,
    devices: devicesOf(cast, new Set(claims.map((each) => each.device))),
    claims: claims.map((each) => claimOf(each, cast, article)),
    statements,
    credits,
  };
}
