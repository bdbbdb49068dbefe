import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAKERS } from '../src/companies/makers.registry.js';
import {
  extract,
  prepareKnowledge,
  type ReadClaim,
  type ReadStatement,
  type Reading,
} from '../src/engine/extraction/index.js';
import { nameKey } from '../src/engine/subjects/index.js';

interface Annotated {
  readonly id: string;
  readonly kind: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly given: string | null;
  readonly published: string | null;
  readonly is_rumor: boolean;
  readonly devices: readonly {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly primary: boolean;
  }[];
  readonly claims: readonly (Pick<ReadClaim, 'subject' | 'value' | 'region' | 'stance' | 'certainty'> & {
    readonly device?: string;
  })[];
  readonly statements: readonly (Pick<ReadStatement, 'speaker' | 'organisation' | 'act' | 'official'> & {
    readonly quote_start: string;
    readonly claims: readonly string[];
  })[];
  readonly credits: readonly string[];
}

const ARTICLES = readFileSync(join(import.meta.dirname, 'fixtures', 'articles', 'articles.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Annotated);

const KNOWLEDGE = prepareKnowledge({ companies: MAKERS, devices: [] });
const READINGS: ReadonlyMap<string, Reading> = new Map(
  ARTICLES.map(({ id, title, text, given }) => [id, extract({ title, text, publishedOn: given }, KNOWLEDGE)]),
);
const readingOf = (article: Annotated): Reading => READINGS.get(article.id)!;

/** Counts of what was found of what is there; F1 is the harmonic mean of precision and recall, 0..1. */
interface Score {
  readonly hits: number;
  readonly found: number;
  readonly there: number;
}
const f1 = ({ hits, found, there }: Score): number => (found + there === 0 ? 1 : (2 * hits) / (found + there));

/** Scores lists of keys over all articles. */
function score(
  there: (article: Annotated) => readonly string[],
  found: (article: Annotated) => readonly string[],
): Score {
  const sum = { hits: 0, found: 0, there: 0 };
  for (const article of ARTICLES) {
    const right = there(article);
    const read = found(article);
    sum.there += right.length;
    sum.found += read.length;
    sum.hits += right.filter((key) => read.includes(key)).length;
  }
  return sum;
}

const share = (articles: readonly Annotated[], holds: (article: Annotated) => boolean): number =>
  articles.filter(holds).length / articles.length;

const names = (device: { readonly name: string; readonly aliases: readonly string[] }): string[] =>
  [device.name, ...device.aliases].map(nameKey);

function hasPrimary(article: Annotated): boolean {
  const right = article.devices.find((device) => device.primary);
  const read = readingOf(article).devices.find((device) => device.primary);
  if (!right || !read) return !right && !read;
  const known = names(right);
  return names(read).some(
    (name) => known.includes(name) || known.some((each) => each.endsWith(` ${name}`) || name.endsWith(` ${each}`)),
  );
}

const claimKey = (claim: { subject: string; value: string; stance: string; device?: string }): string =>
  [claim.subject, claim.value.toLowerCase(), claim.stance].join('|');
const ofPrimary = (reading: Reading): readonly ReadClaim[] => {
  const primary = reading.devices.find((device) => device.primary)?.name;
  return reading.claims.filter((claim) => claim.device === primary);
};

/** How many of the claims that were found have the right certainty. */
const certainties = (article: Annotated): { equal: number; all: number } => {
  const read = ofPrimary(readingOf(article));
  const pairs = article.claims.flatMap((claim) => {
    const same = read.find((each) => claimKey(each) === claimKey(claim));
    return same ? [same.certainty === claim.certainty] : [];
  });
  return { equal: pairs.filter(Boolean).length, all: pairs.length };
};

const statementKey = (speaker: string, organisation: string | null): string =>
  `${nameKey(speaker)}|${nameKey(organisation ?? '')}`;
const sourceKey = (name: string): string => nameKey(name).replace(/^the /, '');

describe('the reader on the annotated articles', () => {
  it('knows whether an article tells a rumor', () => {
    expect(share(ARTICLES, (article) => readingOf(article).isRumor === article.is_rumor)).toBeGreaterThanOrEqual(0.97);
  });

  it('knows what an article is mainly about', () => {
    expect(share(ARTICLES, hasPrimary)).toBeGreaterThanOrEqual(0.94);
  });

  it('finds the claims, with value and stance', () => {
    const claims = score(
      (article) => article.claims.map(claimKey),
      (article) => ofPrimary(readingOf(article)).map(claimKey),
    );
    expect(f1(claims)).toBeGreaterThanOrEqual(0.92);
  });

  it('knows how surely they are said', () => {
    const sums = ARTICLES.map(certainties);
    const equal = sums.reduce((sum, each) => sum + each.equal, 0);
    const all = sums.reduce((sum, each) => sum + each.all, 0);
    expect(equal / all).toBeGreaterThanOrEqual(0.93);
  });

  it('claims nothing from reviews, deals, guides, instructions, updates, figures, patents and football', () => {
    const silent = ARTICLES.filter((article) => article.claims.length === 0);
    expect(silent.length).toBeGreaterThanOrEqual(8);
    expect(silent.filter((article) => readingOf(article).claims.length > 0).map(({ id }) => id)).toEqual([]);
  });

  it('finds who speaks, and for whom', () => {
    const speakers = score(
      (article) => article.statements.map((each) => statementKey(each.speaker, each.organisation)),
      (article) => readingOf(article).statements.map((each) => statementKey(each.speaker, each.organisation)),
    );
    expect(f1(speakers)).toBeGreaterThanOrEqual(0.95);
  });

  it('knows what they do with their words', () => {
    const acts = score(
      (article) => article.statements.map((each) => `${nameKey(each.speaker)} ${each.act} ${each.official}`),
      (article) => readingOf(article).statements.map((each) => `${nameKey(each.speaker)} ${each.act} ${each.official}`),
    );
    expect(f1(acts)).toBeGreaterThanOrEqual(0.85);
  });

  it.each(ARTICLES.filter((article) => article.statements.length > 0).map((article) => [article.id, article] as const))(
    'links the statements of %s to the claims that they make',
    (_id, article) => {
      const { statements, claims } = readingOf(article);
      const links = statements.map((each) => ({
        quote_start: each.span.exact.split(/\s+/).slice(0, 8).join(' '),
        claims: each.claims.map(({ index, stance }) => `${claims[index]!.subject}:${stance}`),
      }));
      expect(links).toEqual(article.statements.map(({ quote_start, claims: made }) => ({ quote_start, claims: made })));
    },
  );

  it('finds the sources that are named', () => {
    const credits = score(
      (article) => article.credits.map(sourceKey),
      (article) => readingOf(article).credits.flatMap(({ name }) => sourceKey(name)),
    );
    expect(f1(credits)).toBeGreaterThanOrEqual(0.85);
  });

  it('knows when an article was published', () => {
    expect(
      ARTICLES.filter((article) => readingOf(article).publishedOn !== article.published).map(({ id }) => id),
    ).toEqual([]);
  });

  it('knows the language', () => {
    expect(ARTICLES.filter((article) => readingOf(article).language !== article.language).map(({ id }) => id)).toEqual(
      [],
    );
  });
});
