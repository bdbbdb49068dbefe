import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAKERS } from '../../src/companies/makers.registry.js';
import { extract, prepareKnowledge, type ReadClaim, type Reading } from '../../src/engine/extraction/index.js';
import { nameKey } from '../../src/engine/subjects/index.js';

/** An article with what a careful reader would note; a claim names its device. */
export interface Annotated {
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

/** F1 of what was found of what is there: the harmonic mean of precision and recall, 0..1. */
export function f1(
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

/** The share of the articles for which it holds, 0..1. */
export const share = (articles: readonly Annotated[], holds: (article: Annotated) => boolean): number =>
  articles.filter(holds).length / articles.length;

type Named = Pick<Annotated['devices'][number], 'name' | 'aliases' | 'company'>;
const bare = ({ name, aliases, company }: Named): readonly string[] =>
  [name, ...aliases].map((each) => nameKey(each).replace(`${nameKey(company)} `, ''));

/** Whether two descriptions are of one device: any of their names agree, with or without the maker's. */
export const isSame = (a: Named, b: Named): boolean => bare(a).some((name) => bare(b).includes(name));

/** A device, subject, value and stance as one text. */
export const claimKey = (
  device: string,
  { subject, value, stance }: Pick<ReadClaim, 'subject' | 'value' | 'stance'>,
): string => [nameKey(device), subject, value.toLowerCase(), stance].join('|');

/** The annotated articles of a file of `test/fixtures/articles`, and what the reader that knows the registry finds. */
export class AnnotatedArticles {
  readonly all: readonly Annotated[];
  private readonly readings: ReadonlyMap<string, Reading>;

  constructor(file: string) {
    const path = join(import.meta.dirname, '..', 'fixtures', 'articles', file);
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    this.all = lines.map((line) => JSON.parse(line) as Annotated);
    const knowledge = prepareKnowledge({ companies: MAKERS, devices: [] });
    this.readings = new Map(
      this.all.map(({ id, title, text, given }) => [id, extract({ title, text, publishedOn: given }, knowledge)]),
    );
  }

  /** What the reader found in the article. */
  readingOf({ id }: Annotated): Reading {
    return this.readings.get(id)!;
  }

  /** Whether the reader finds the device that the article is mainly about. */
  isMainFound(article: Annotated): boolean {
    const read = this.readingOf(article).devices.find(({ primary }) => primary);
    const right = article.devices.find(({ primary }) => primary);
    return read !== undefined && right !== undefined && isSame(read, right);
  }

  /** The name under which the annotation has a device that the reader found; its own where it has none. */
  annotated(article: Annotated, device: string): string {
    const read = this.readingOf(article).devices.find((each) => each.name === device);
    return article.devices.find((each) => read !== undefined && isSame(each, read))?.name ?? device;
  }

  /** F1 of the claims, to the last digit, 0..1. */
  claims(articles: readonly Annotated[]): number {
    const there = (article: Annotated): string[] => article.claims.map((each) => claimKey(each.device, each));
    const found = (article: Annotated): string[] =>
      this.readingOf(article).claims.map((each) => claimKey(this.annotated(article, each.device), each));
    return f1(articles, there, found);
  }
}
