import { MAKERS } from '../src/companies/makers.registry.js';
import { AnnotatedArticles, f1, share, type Annotated } from './support/annotated-articles.js';

const BATCH = new AnnotatedArticles('makers.jsonl');
const ARTICLES = BATCH.all;
const KNOWN = new Set(MAKERS.flatMap(({ name, aliases }) => [name, ...aliases]));
const mainMaker = ({ devices }: Annotated): string | undefined => devices.find(({ primary }) => primary)?.company;

describe('the reader on articles about makers that are in no registry', () => {
  it('has enough of them, in every language', () => {
    const strange = ARTICLES.filter((each) => !KNOWN.has(mainMaker(each) ?? 'Samsung'));
    expect(strange.length).toBeGreaterThanOrEqual(ARTICLES.length / 2);
    expect([...new Set(strange.map(({ language }) => language))].sort()).toEqual([
      'de',
      'en',
      'es',
      'fr',
      'it',
      'pl',
      'pt',
      'zh',
    ]);
  });

  it('knows the language, and whether an article tells a rumor', () => {
    expect(ARTICLES.filter((each) => BATCH.readingOf(each).language !== each.language).map(({ id }) => id)).toEqual([]);
    expect(share(ARTICLES, (each) => BATCH.readingOf(each).isRumor === each.is_rumor)).toBeGreaterThanOrEqual(0.97);
  });

  it('knows what an article is mainly about', () => {
    const about = ARTICLES.filter(({ devices }) => devices.length > 0);
    expect(share(about, (each) => BATCH.isMainFound(each))).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    ['de', 0.9],
    ['en', 0.8],
    ['es', 0.85],
    ['fr', 0.85],
    ['it', 0.66],
    ['pl', 0.83],
    ['pt', 0.9],
    ['zh', 0.6],
  ])('finds the claims, to the last digit, in %s', (language, least) => {
    expect(BATCH.claims(ARTICLES.filter((each) => each.language === language))).toBeGreaterThanOrEqual(least);
  });

  it('finds when things are launched and shown, and which dates were given up', () => {
    const isDate = (subject: string): boolean => /^(?:launch|announcement)[.]date$/.test(subject);
    const dates = f1(
      ARTICLES,
      ({ claims }) => claims.filter(({ subject }) => isDate(subject)).map((each) => `${each.value} ${each.stance}`),
      (article) =>
        BATCH.readingOf(article)
          .claims.filter(({ subject }) => isDate(subject))
          .map((each) => `${each.value} ${each.stance}`),
    );
    expect(dates).toBeGreaterThanOrEqual(0.8);
  });

  it('claims nothing from reviews, deals, instructions, updates and television', () => {
    const silent = ARTICLES.filter(({ claims }) => claims.length === 0);
    expect(silent.length).toBeGreaterThanOrEqual(8);
    expect(silent.filter((each) => BATCH.readingOf(each).claims.length > 0).map(({ id }) => id)).toEqual([]);
  });
});
