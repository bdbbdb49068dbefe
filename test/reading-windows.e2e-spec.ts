import { nameKey } from '../src/engine/subjects/index.js';
import { AnnotatedArticles, claimKey, f1, share, type Annotated } from './support/annotated-articles.js';

const BATCH = new AnnotatedArticles('windows.jsonl');
const ARTICLES = BATCH.all;
const words = ({ text }: Annotated): number => text.split(/\s+/).length;

describe('the reader on articles that tell when, for how much and with what', () => {
  it('has long ones, and one in every language', () => {
    expect([...new Set(ARTICLES.map(({ language }) => language))].sort()).toEqual([
      'de',
      'en',
      'es',
      'fr',
      'it',
      'pl',
      'pt',
      'zh',
    ]);
    expect(ARTICLES.filter((each) => words(each) >= 250).length).toBeGreaterThanOrEqual(3);
  });

  it('knows the main device of each, and that it is a rumor', () => {
    expect(share(ARTICLES, (each) => BATCH.isMainFound(each))).toBe(1);
    expect(share(ARTICLES, (each) => BATCH.readingOf(each).isRumor === each.is_rumor)).toBe(1);
  });

  it('finds the claims, to the last digit', () => {
    expect(BATCH.claims(ARTICLES)).toBeGreaterThanOrEqual(0.96);
  });

  it('finds when things happen, and which dates were given up', () => {
    const isDate = (subject: string): boolean => /[.](?:date|start)$/.test(subject);
    const dates = f1(
      ARTICLES,
      ({ claims }) => claims.filter(({ subject }) => isDate(subject)).map((each) => claimKey('', each)),
      (article) =>
        BATCH.readingOf(article)
          .claims.filter(({ subject }) => isDate(subject))
          .map((each) => claimKey('', each)),
    );
    expect(dates).toBeGreaterThanOrEqual(0.95);
  });

  it('knows how surely they are said', () => {
    const wrong = ARTICLES.flatMap((article) =>
      BATCH.readingOf(article).claims.flatMap((read) => {
        const right = article.claims.find((each) => claimKey('', each) === claimKey('', read));
        return right && right.certainty !== read.certainty ? [`${article.id}: ${read.subject} ${read.value}`] : [];
      }),
    );
    expect(wrong.length).toBeLessThanOrEqual(2);
  });

  it('finds who speaks for whom, and the sources', () => {
    const spoken = f1(
      ARTICLES,
      ({ statements }) => statements.map((each) => `${each.speaker} ${each.organisation}`),
      (article) => BATCH.readingOf(article).statements.map((each) => `${each.speaker} ${each.organisation}`),
    );
    const key = (name: string): string => nameKey(name).replaceAll(' ', '').replace(/^the/, '');
    const sources = f1(
      ARTICLES,
      ({ credits }) => credits.map(key),
      (article) => BATCH.readingOf(article).credits.map(({ name }) => key(name)),
    );
    expect(spoken).toBeGreaterThanOrEqual(0.95);
    expect(sources).toBeGreaterThanOrEqual(0.85);
  });
});
