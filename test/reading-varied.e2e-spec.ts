import { nameKey } from '../src/engine/subjects/index.js';
import { AnnotatedArticles, claimKey, f1, share, type Annotated } from './support/annotated-articles.js';

const VARIED = new AnnotatedArticles('varied.jsonl');
const ARTICLES = VARIED.all;
const readingOf = (article: Annotated): ReturnType<typeof VARIED.readingOf> => VARIED.readingOf(article);
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
    expect(share(about, (each) => VARIED.isMainFound(each))).toBeGreaterThanOrEqual(0.9);
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
    expect(VARIED.claims(articles)).toBeGreaterThanOrEqual(least);
  });

  it('knows how surely they are said', () => {
    const pairs = ARTICLES.flatMap((article) =>
      readingOf(article).claims.flatMap((read) => {
        const key = claimKey(VARIED.annotated(article, read.device), read);
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
