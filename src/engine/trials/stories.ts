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
import { nameKey, questionKey, valueKey, type Stance } from '../subjects/index.js';
import { Names, placedOf, subjectOf, valueOf, type Placed, type ToldArticle, type ToldClaim } from './told.js';

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

const UNREADABLE_RATE = 0.45;

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
