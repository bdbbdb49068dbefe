import { compare, identify, type Fingerprint } from '../similarity/index.js';
import {
  DAY_MS,
  dayNumber,
  findSubject,
  InvalidValue,
  nameKey,
  questionKey,
  readValue,
  valueKey,
  type Certainty,
  type ClaimValue,
  type Stance,
  type Subject,
} from '../subjects/index.js';

/** What an article claims, in the form in which `hearsay extract` gives it out. */
export interface ToldClaim {
  readonly device: string;
  readonly subject: string;
  readonly value: string;
  readonly region: string | null;
  readonly variant: string | null;
  readonly stance: Stance;
  readonly certainty: Certainty;
}

/** An article of a story with what it claims. */
export interface ToldArticle {
  readonly id: string;
  readonly story: string;
  /** Who published it; the article itself where that is unknown. */
  readonly publisher: string | null;
  /** The day of publication, or its month; null where it is unknown. */
  readonly published: string | null;
  readonly text: string;
  /** The names of one device together, of each device that it is about. */
  readonly devices: readonly (readonly string[])[];
  /** Whom it names as its sources. */
  readonly credits: readonly string[];
  readonly claims: readonly ToldClaim[];
}

/** Where what is told lies. */
export interface Placed {
  readonly article: ToldArticle;
  readonly claim: ToldClaim;
  readonly device: string;
  readonly question: string;
  readonly subject: Subject;
  readonly value: ClaimValue;
  readonly origin: string;
  readonly isCopy: boolean;
  readonly at: number;
}

/** The subject of a key; of one that is no subject, a specification. */
export const subjectOf = (key: string): Subject | null => findSubject(key) ?? findSubject(`spec.${key}`);

/** The value of a text; null where it is none of the subject. */
export function valueOf(subject: Subject, text: string): ClaimValue | null {
  try {
    return readValue(subject, text);
  } catch (error) {
    if (error instanceof InvalidValue) return null;
    throw error;
  }
}

/** The day of an article in epoch milliseconds: the middle of a month; null where it is unknown. */
function publishedAt({ published }: ToldArticle): number | null {
  const day = dayNumber(published?.length === 7 ? `${published}-15` : (published ?? ''));
  return day === null ? null : day * DAY_MS;
}

/** Articles in the order of their days. One without a day is taken to stand in the middle of what is dated. */
function inOrder(articles: readonly ToldArticle[]): { readonly article: ToldArticle; readonly at: number }[] {
  const known = articles.flatMap((article) => publishedAt(article) ?? []);
  const middle = known.length === 0 ? 0 : (Math.min(...known) + Math.max(...known)) / 2;
  const placed = articles.map((article) => ({ article, at: publishedAt(article) ?? middle }));
  return placed.sort((a, b) => a.at - b.at || (a.article.id < b.article.id ? -1 : 1));
}

/** Devices by their names: names that one article gives to one device are names of one device. */
export class Names {
  private readonly parents = new Map<string, string>();

  constructor(articles: readonly ToldArticle[]) {
    for (const names of articles.flatMap(({ devices }) => devices)) {
      for (const name of names.slice(1)) this.parents.set(this.of(name), this.of(names[0]!));
    }
  }

  of(name: string): string {
    let key = nameKey(name);
    for (let next = this.parents.get(key); next !== undefined && next !== key; next = this.parents.get(key)) key = next;
    return key;
  }
}

/** The article that each article is a copy of; itself where it is none. */
function copiesOf(ordered: readonly ToldArticle[]): Map<string, string> {
  const prints: { readonly id: string; readonly print: Fingerprint }[] = [];
  const origins = new Map<string, string>();
  for (const { id, text } of ordered) {
    const print = identify(text)?.fingerprint;
    const first = print && prints.find((other) => compare(print, other.print).relation !== 'apart');
    origins.set(id, first ? origins.get(first.id)! : id);
    if (print) prints.push({ id, print });
  }
  return origins;
}

/** All claims with where they lie: what two articles have from the same source goes back to one origin. */
export function placedOf(articles: readonly ToldArticle[]): Placed[] {
  const names = new Names(articles);
  const ordered = inOrder(articles);
  const copies = copiesOf(ordered.map(({ article }) => article));
  const upstream = new Map<string, string>();
  return ordered.flatMap(({ article, at }) =>
    article.claims.flatMap((claim): Placed[] => {
      const subject = subjectOf(claim.subject);
      const value = subject && valueOf(subject, claim.value);
      if (subject === null || value === null) return [];
      const device = names.of(claim.device);
      const question = questionKey(subject.key, claim.region, claim.variant);
      const own = copies.get(article.id)!;
      const sources = article.credits.map((name) => `${device} ${question} ${valueKey(value)} ${nameKey(name)}`);
      const origin = sources.map((key) => upstream.get(key)).find((known) => known !== undefined) ?? own;
      for (const key of sources) if (!upstream.has(key)) upstream.set(key, origin);
      return [{ article, claim, device, question, subject, value, origin, isCopy: own !== article.id, at }];
    }),
  );
}
