import { AnnotatedArticles, share } from './support/annotated-articles.js';

const BATCH = new AnnotatedArticles('devices.jsonl');
const ABOUT = BATCH.all.filter(({ devices }) => devices.length > 0);
const LONG = 230;

describe('the reader on what an article is about', () => {
  it('has enough articles, long ones among them, in every language', () => {
    expect(BATCH.all.length).toBeGreaterThanOrEqual(170);
    expect(BATCH.all.filter(({ text }) => text.split(/\s+/).length >= LONG).length).toBeGreaterThanOrEqual(3);
    expect([...new Set(BATCH.all.map(({ language }) => language))].sort()).toEqual([
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

  it.each([
    ['de', 0.8],
    ['en', 0.9],
    ['es', 0.95],
    ['fr', 0.95],
    ['it', 0.95],
    ['pl', 0.66],
    ['pt', 0.8],
    ['zh', 0.85],
  ])('finds the device in %s', (language, least) => {
    const articles = ABOUT.filter((each) => each.language === language);
    expect(share(articles, (each) => BATCH.isMainFound(each))).toBeGreaterThanOrEqual(least);
  });

  it('finds none where there is none', () => {
    const without = BATCH.all.filter(({ devices }) => devices.length === 0);
    expect(without.length).toBeGreaterThanOrEqual(4);
    expect(without.filter((each) => BATCH.readingOf(each).devices.length > 0).map(({ id }) => id)).toEqual([]);
  });
});
