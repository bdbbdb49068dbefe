import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { assertReadable } from '../ingestion/article.js';
import { Commits } from '../ingestion/commits.service.js';
import { Proposals, type Proposal } from '../ingestion/proposals.service.js';
import { knownDay } from '../ingestion/ingestion-rows.js';
import { isFollowable, Reader } from '../ingestion/reader.service.js';
import { Clock } from '../platform/clock.js';
import { Fault, type FaultKind } from '../platform/fault.js';
import { articleOf, type Taking } from './import-article.js';
import type { ImportLine } from './import-line.js';
import type { ImportCounts } from './import-run.entity.js';

/** How lines are taken: `commits` writes down what they claim, otherwise it waits for its review. */
export interface LineTaking extends Taking {
  readonly commits: boolean;
}

/** What became of a line, and its fault where it was refused. */
export interface LineOutcome {
  readonly became: keyof ImportCounts;
  readonly fault: Fault | null;
}

/** Takes in the article of one line, as if it were handed in by itself; its questions stay to be weighed. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly proposals: Proposals,
    private readonly commits: Commits,
    private readonly reader: Reader,
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
    if (ingestion.status === 'committed') return outcome('recognised');
    if (!taking.commits) return outcome(recognised ? 'recognised' : 'waiting');
    await this.commits.writeDown(ingestion.id, actor);
    return outcome('committed');
  }

  /** Reads a line and stores nothing: whether it could be taken, and whether it claims something. */
  async tryOut({ members, fault }: ImportLine, taking: LineTaking): Promise<LineOutcome> {
    if (fault || members === null) return refused(fault);
    try {
      const { text, title = null, url = null, published_on: publishedOn = null } = articleOf(members, taking);
      assertReadable(text);
      const reading = await this.reader.read({ text, title, url, publishedOn });
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
      return await this.proposals.propose(articleOf(members, taking), actor);
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

const outcome = (became: keyof ImportCounts): LineOutcome => ({ became, fault: null });
const refused = (fault: Fault | null): LineOutcome => ({ became: 'refused', fault });
