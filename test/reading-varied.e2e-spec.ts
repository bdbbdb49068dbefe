import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAKERS } from '../src/companies/makers.registry.js';
import { extract, prepareKnowledge, type ReadClaim, type Reading } from '../src/engine/extraction/index.js';
import { nameKey } from '../src/engine/subjects/index.js';

/** An article of `varied.jsonl`, with what a careful reader would note; a claim names its device. */
interface Annotated {
  readonly id: string;
  readonly kind: string;
  readonly language: string;
  readonly title: string | null;
  readonly text: string;
  readonly given: string;
  readonly is_rumor: boolean;
  readonly devices: readonly { name: string; aliases: readonly string[]; company: string; primary: boolean }[];
  readonly claims: readonly Pick<ReadClaim, 'device' | 'subject' | 'value' | 'stance' | 'certainty'>[];
  readonly statements: readonly { speaker: string; organisation: string | null; official: boolean }[];
  readonly credits: readonly string[];
}

const ARTICLES = readFileSync(join(import.meta.dirname, 'fixtures', 'articles', 'varied.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Annotated);
const KNOWLEDGE = prepareKnowledge({ companies: MAKERS, devices: [] });
const READINGS: ReadonlyMap<string, Reading> = new Map(
  ARTICLES.map(({ id, title, text, given }) => [id, extract({ title, text, publishedOn: given }, KNOWLEDGE)]),
);
const readingOf = ({ id }: Annotated): Reading => READINGS.get(id)!;

/** F1 of what was found of what is there: the harmonic mean of precision and recall, 0..1. */
function f1(
  articles: readonly Annotated[],
  there: (article: Annotated) => readonly string[],
  found: (article: Annotated) => readonly string[],
): number {
  let [hits, all] = [0, 0];
  for (const article of articles) {
    const right = there(article);
    const read = [...found(article)];
    all += right.length + read.length;
    for (const key of right) {
      const at = read.indexOf(key);
      if (at < 0) continue;
      hits += 1;
      read.splice(at, 1);
    }
  }
  return all === 0 ? 1 : (2 * hits) / all;
}

const share = (articles: readonly Annotated[], holds: (article: Annotated) => boolean): number =>
  articles.filter(holds).length / articles.length;

type Named = Pick<Annotated['devices'][number], 'name' | 'aliases' | 'company'>;
const bare = ({ name, aliases, company }: Named): readonly string[] =>
  [name, ...aliases].map((each) => nameKey(each).replace(`${nameKey(company)} `, ''));
const isSame = (a: Named, b: Named): boolean => bare(a).some((name) => bare(b).includes(name));

/** The name under which the annotation has a device that the reader found; its own where it has none. */
function annotated(article: Annotated, device: string): string {
  const read = readingOf(article).devices.find((each) => each.name === device);
  return article.devices.find((each) => read !== undefined && isSame(each, read))?.name ?? device;
}

const claimKey = (
  device: string,
  { subject, value, stance }: Pick<ReadClaim, 'subject' | 'value' | 'stance'>,
): string => [nameKey(device), subject, value.toLowerCase(), stance].join('|');
const claimsThere = (article: Annotated): string[] => article.claims.map((each) => claimKey(each.device, each));
const claimsFound = (article: Annotated): string[] =>
  readingOf(article).claims.map((each) => claimKey(annotated(article, each.device), each));
const lastName = (speaker: string): string => nameKey(speaker).split(' ').at(-1)!;

describe('the reader on articles of many kinds, makers and languages', () => {
  it('has enough of them: every language, and texts that are no rumors', () => {
    const languages = new Map<string, number>();
    for (const { language } of ARTICLES) languages.set(language, (languages.get(language) ?? 0) + 1);
    expect(ARTICLES.length).toBeGreaterThanOrEqual(100);
    expect([...languages.keys()].sort()).toEqual(['de', 'en', 'es', 'fr', 'it', 'pl', 'pt', 'zh']);
    expect(Math.min(...languages.values())).toBeGreaterThanOrEqual(8);
    expect(ARTICLES.filter(({ is_rumor }) => !is_rumor).length).toBeGreaterThanOrEqual(25);
  });

  it('knows the language, and whether an article tells a rumor', () => {
    expect(ARTICLES.filter((each) => readingOf(each).language !== each.language).map(({ id }) => id)).toEqual([]);
    expect(share(ARTICLES, (each) => readingOf(each).isRumor === each.is_rumor)).toBeGreaterThanOrEqual(0.98);
  });

  it('knows what an article is mainly about', () => {
    const about = ARTICLES.filter(({ devices }) => devices.length > 0);
    const isFound = (article: Annotated): boolean => {
      const read = readingOf(article).devices.find(({ primary }) => primary);
      const right = article.devices.find(({ primary }) => primary);
      return read !== undefined && right !== undefined && isSame(read, right);
    };
    expect(share(about, isFound)).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    ['de', 0.84],
    ['en', 0.8],
    ['es', 0.66],
    ['fr', 0.78],
    ['it', 0.7],
    ['pl', 0.88],
    ['pt', 0.85],
    ['zh', 0.78],
  ])('finds the claims, to the last digit, in %s', (language, least) => {
    const articles = ARTICLES.filter((each) => each.language === language);
    expect(f1(articles, claimsThere, claimsFound)).toBeGreaterThanOrEqual(least);
  });

  it('knows how surely they are said', () => {
    const pairs = ARTICLES.flatMap((article) =>
      readingOf(article).claims.flatMap((read) => {
        const key = claimKey(annotated(article, read.device), read);
        const right = article.claims.find((each) => claimKey(each.device, each) === key);
        return right ? [right.certainty === read.certainty] : [];
      }),
    );
    expect(pairs.filter(Boolean).length / pairs.length).toBeGreaterThanOrEqual(0.94);
  });

  it('claims nothing from reviews, deals, guides, instructions, updates and figures', () => {
    const silent = ARTICLES.filter(({ claims }) => claims.length === 0);
    expect(silent.length).toBeGreaterThanOrEqual(20);
    expect(silent.filter((each) => readingOf(each).claims.length > 0).map(({ id }) => id)).toEqual([]);
  });

  it('finds who speaks, and whether for a company that takes part', () => {
    const found = f1(
      ARTICLES,
      (article) => article.statements.map(({ speaker, official }) => `${lastName(speaker)} ${official}`),
      (article) => readingOf(article).statements.map(({ speaker, official }) => `${lastName(speaker)} ${official}`),
    );
    expect(found).toBeGreaterThanOrEqual(0.85);
  });

  it('finds the sources that are named', () => {
    const key = (name: string): string => nameKey(name).replaceAll(' ', '').replace(/^the/, '');
    const found = f1(
      ARTICLES,
      (article) => article.credits.map(key),
      (article) => readingOf(article).credits.map(({ name }) => key(name)),
    );
    expect(found).toBeGreaterThanOrEqual(0.82);
  });

  it('shows where each thing stands: every span is what it says', () => {
    for (const article of ARTICLES) {
      const { claims, statements, credits } = readingOf(article);
      for (const { span } of [...claims, ...statements, ...credits]) {
        const text = span.where === 'title' ? (article.title ?? '') : article.text;
        expect([article.id, text.slice(span.start, span.end)]).toEqual([article.id, span.exact]);
      }
    }
  });
});
