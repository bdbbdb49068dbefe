import {
  assessQuestion,
  cohere,
  grouped,
  NOTHING_LEARNED,
  type Answer,
  type Confidence,
  type Member,
  type Question,
  type SourceStanding,
  type Testimony,
} from '../confidence/index.js';
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

/** A claim about which a story is asked once all of it is told. */
export type AskedClaim = Pick<ToldClaim, 'device' | 'subject' | 'value' | 'region' | 'variant'>;

/** What is believed of a claim after the last article, and by two readers who weigh nothing. */
export interface StoryBelief {
  /** Null where no article of the story says it of this device, or its value cannot be read. */
  readonly confidence: Confidence | null;
  /** The base rate of the claim, and what counting articles comes to: (b + for) / (1 + for + against). */
  readonly baseRate: number;
  readonly counted: number;
}

/** Where what is told lies. */
interface Placed {
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

const UNREADABLE_RATE = 0.45;

/** The subject of a key; of one that is no subject, a specification. */
const subjectOf = (key: string): Subject | null => findSubject(key) ?? findSubject(`spec.${key}`);

function valueOf(subject: Subject, text: string): ClaimValue | null {
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
class Names {
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
function placedOf(articles: readonly ToldArticle[]): Placed[] {
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

function standingOf({ article }: Placed, isEstablished: boolean): SourceStanding {
  const name = article.publisher ?? article.id;
  return { id: nameKey(name), name, kind: 'outlet', grade: null, vetted: isEstablished, earlyCalls: 0 };
}

const rumorIdOf = ({ device, question, value }: Placed): string => `${device} ${question} ${valueKey(value)}`;

/** Official words count as verified once two independent origins pass them on. */
function isVerified(one: Placed, told: readonly Placed[]): boolean {
  if (one.claim.certainty !== 'official') return false;
  const same = told.filter(
    (other) =>
      other.claim.certainty === 'official' &&
      !other.isCopy &&
      other.claim.stance === one.claim.stance &&
      rumorIdOf(other) === rumorIdOf(one),
  );
  const publishers = new Set(same.map(({ article }) => article.publisher ?? article.id));
  return publishers.size > 1;
}

function testimonyOf(one: Placed, index: number, told: readonly Placed[], isEstablished: boolean): Testimony {
  const { article, claim, origin, isCopy, at } = one;
  const verified = isVerified(one, told);
  const act = claim.stance === 'refutes' ? ('denies' as const) : ('announces' as const);
  return {
    id: `${article.id} ${index}`,
    reportId: article.id,
    sourceId: standingOf(one, isEstablished).id,
    originId: verified ? article.id : origin,
    independence: isCopy ? 0 : 1,
    stance: claim.stance,
    certainty: claim.certainty,
    publishedAt: at,
    statement: verified ? { id: `${rumorIdOf(one)} ${claim.stance}`, act, verified } : null,
  };
}

/** Everything that was told of a device, as questions. */
function membersOf(told: readonly Placed[], isEstablished: boolean, at: number): Member[] {
  const questions = grouped(told, ({ question }) => question);
  return [...questions.values()].map((own): Member => {
    const { subject, claim } = own[0]!;
    const answers = [...grouped(own, rumorIdOf)].map(([rumorId, same]): Answer => ({
      rumorId,
      value: same[0]!.value,
      testimonies: same.map((one, index) => testimonyOf(one, index, told, isEstablished)),
    }));
    const sources = new Map(own.map((one) => standingOf(one, isEstablished)).map((source) => [source.id, source]));
    const asked: Question = { subject, answers, sources };
    const { region, variant } = claim;
    return { asked, learned: NOTHING_LEARNED, region, variant, own: assessQuestion(asked, NOTHING_LEARNED, at) };
  });
}

/** What was told, and what is believed of every rumor of it once all of it is. */
export class ToldStory {
  private readonly told: readonly Placed[];
  private readonly names: Names;
  private readonly beliefs = new Map<string, Confidence>();

  /** @param isEstablished whether those who tell it are taken as established, or as unproven */
  constructor(articles: readonly ToldArticle[], isEstablished: boolean) {
    this.names = new Names(articles);
    this.told = placedOf(articles);
    const at = this.told.reduce((last, one) => Math.max(last, one.at), 0);
    for (const own of grouped(this.told, ({ device }) => device).values()) {
      const members = membersOf(own, isEstablished, at);
      for (const { confidences } of cohere({ members, facts: [] }, at)) {
        for (const confidence of confidences) this.beliefs.set(confidence.rumorId, confidence);
      }
    }
  }

  /** What is believed of a claim after the last article. */
  belief({ device, subject: key, value: text, region, variant }: AskedClaim): StoryBelief {
    const subject = subjectOf(key);
    const value = subject && valueOf(subject, text);
    if (subject === null || value === null) {
      return { confidence: null, baseRate: UNREADABLE_RATE, counted: UNREADABLE_RATE };
    }
    const question = questionKey(subject.key, region, variant);
    const rumorId = `${this.names.of(device)} ${question} ${valueKey(value)}`;
    const bare: Question = { subject, answers: [{ rumorId, value, testimonies: [] }], sources: new Map() };
    const baseRate = assessQuestion(bare, NOTHING_LEARNED, 0).confidences[0]!.contributions[0]!;
    const rate = baseRate.kind === 'base_rate' ? baseRate.rate : UNREADABLE_RATE;
    return { confidence: this.beliefs.get(rumorId) ?? null, baseRate: rate, counted: this.counted(rumorId, rate) };
  }

  /** (b + for) / (1 + for + against): an article counts once, and for another answer against this one. */
  private counted(rumorId: string, rate: number): number {
    const here = this.told.filter((one) => rumorIdOf(one) === rumorId);
    const side = (stance: Stance): number =>
      new Set(here.filter(({ claim }) => claim.stance === stance).map(({ article }) => article.id)).size;
    const first = here[0];
    const rivals = first
      ? this.told.filter(
          (one) =>
            first.subject.answers === 'exclusive' &&
            one.device === first.device &&
            one.question === first.question &&
            rumorIdOf(one) !== rumorId &&
            one.claim.stance === 'supports',
        )
      : [];
    const against = side('refutes') + new Set(rivals.map(({ article }) => article.id)).size;
    const count = side('supports');
    return (rate + count) / (1 + count + against);
  }
}
