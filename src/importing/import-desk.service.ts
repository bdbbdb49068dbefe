import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Article, Reading } from '../engine/extraction/index.js';
import type { HandInArticleDto } from '../ingestion/article.dto.js';
import { assertReadable } from '../ingestion/article.js';
import { Commits } from '../ingestion/commits.service.js';
import { Proposals, type Proposal } from '../ingestion/proposals.service.js';
import { knownDay } from '../ingestion/ingestion-rows.js';
import { isFollowable } from '../ingestion/reader.service.js';
import { Clock } from '../platform/clock.js';
import { Fault, type FaultKind } from '../platform/fault.js';
import { GivenReadings } from './given-readings.service.js';
import { articleOf, type LineArticle, type Taking } from './import-article.js';
import type { ImportLine } from './import-line.js';
import type { ImportCounts } from './import-run.entity.js';

/** How lines are taken: `commits` writes down what they claim, otherwise it waits for its review. */
export interface LineTaking extends Taking {
  readonly commits: boolean;
  /** Whether the past of the devices that it tells of is to be worked out afterwards. */
  readonly replays?: boolean;
}

/** What became of a line, and its fault where it was refused. */
export interface LineOutcome {
  readonly became: keyof ImportCounts;
  readonly fault: Fault | null;
  /** The ingestion that it is known by; missing where there is none. */
  readonly ingestionId?: string;
}

/** Takes in the article of one line, as if it were handed in by itself; its questions stay to be weighed. */
@Injectable()
export class ImportDesk {
  /** The articles of lines that were looked at before they were taken. */
  private readonly articles = new WeakMap<object, LineArticle>();

  constructor(
    private readonly proposals: Proposals,
    private readonly commits: Commits,
    private readonly readings: GivenReadings,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a line; to be called within an act. What is wrong with the line itself is its outcome; what breaks the act
   * halfway is thrown, for then nothing of the act may stay.
   */
  async take(line: ImportLine, actor: Actor, taking: LineTaking): Promise<LineOutcome> {
    if (line.fault || line.members === null) return refused(line.fault);
    const proposal = await this.proposal(line.members, actor, taking);
    if (!('ingestion' in proposal)) return proposal;
    const { ingestion, recognised } = proposal;
    const ingestionId = ingestion.id;
    if (ingestion.status === 'committed') return { ...outcome('recognised'), ingestionId };
    if (!taking.commits) return outcome(recognised ? 'recognised' : 'waiting');
    await this.commits.writeDown(ingestion.id, actor);
    return { ...outcome('committed'), ingestionId };
  }

  /** What the reader will be asked to read of a line; null where there is nothing to read, or it will be refused. */
  articleFor({ members, fault }: ImportLine, taking: Taking): Article | null {
    if (fault || members === null) return null;
    try {
      const { article, given } = this.articleIn(members, taking);
      return given === null ? readOf(article) : null;
    } catch {
      return null; // it is told when the line is taken
    }
  }

  private articleIn(members: Readonly<Record<string, unknown>>, taking: Taking): LineArticle {
    const article = this.articles.get(members) ?? articleOf(members, taking);
    this.articles.set(members, article);
    return article;
  }

  /** Reads a line and stores nothing: whether it could be taken, and whether it claims something. */
  async tryOut({ members, fault }: ImportLine, taking: LineTaking): Promise<LineOutcome> {
    if (fault || members === null) return refused(fault);
    try {
      const told = this.articleIn(members, taking);
      if (told.given === null || told.article.text !== '') assertReadable(told.article.text);
      const reading = await this.readings.of(told);
      knownDay(reading, this.clock.now());
      return outcome(reading.claims.some(isFollowable) ? 'waiting' : 'withoutClaims');
    } catch (error) {
      return refused(faultOfLine(error));
    }
  }

  /** The article of a line among those that wait; what is wrong with it is said before anything is written. */
  private async proposal(
    members: Readonly<Record<string, unknown>>,
    actor: Actor,
    taking: Taking,
  ): Promise<Proposal | LineOutcome> {
    try {
      const told = this.articleIn(members, taking);
      const { article, given } = told;
      if (given === null) return await this.proposals.propose(article, actor);
      const reading = await this.readings.of(told);
      return await this.proposals.propose(article, actor, { reading, key: keyOf(article, reading) });
    } catch (error) {
      const fault = faultOfLine(error);
      return fault.code === 'no-claims' ? outcome('withoutClaims') : refused(fault);
    }
  }
}

/** Kinds of fault that are no matter of the line: the run stops, and goes on later from where it stands. */
const OF_THE_STORE: ReadonlySet<FaultKind> = new Set<FaultKind>(['unavailable', 'internal']);

/** The fault of a line; anything else is thrown on. */
export function faultOfLine(error: unknown): Fault {
  if (error instanceof Fault && !OF_THE_STORE.has(error.kind)) return error;
  throw error;
}

/** What tells a report from others without its text: its address, else all that is said of it. */
const keyOf = ({ url, title, published_on: on, source }: HandInArticleDto, { claims }: Reading): string =>
  JSON.stringify(url ?? [title, on, source?.name, claims]);

const readOf = ({ text, title = null, url = null, published_on: publishedOn = null }: HandInArticleDto): Article => ({
  text,
  title,
  url,
  publishedOn,
});
const outcome = (became: keyof ImportCounts): LineOutcome => ({ became, fault: null });
const refused = (fault: Fault | null): LineOutcome => ({ became: 'refused', fault });
