import { Injectable } from '@nestjs/common';
import type { Moment } from '../events/moments.service.js';
import { Fault } from '../platform/fault.js';
import { sayInstant } from '../platform/instant.js';
import type { Basis } from './basis.js';
import { Explanations, type Explained, type PointRow } from './explanations.service.js';
import { ReconstructionBoard } from './reconstruction-board.service.js';

/** Codes of what Hearsay did not believe anything of at a moment. */
const BEFORE_ANY_BELIEF: ReadonlySet<string> = new Set(['not-yet-known', 'not-assessed']);

/** The past of a rumor on either basis: what was believed is never mixed with what was worked out later. */
@Injectable()
export class Past {
  constructor(
    private readonly explanations: Explanations,
    private readonly reconstructions: ReconstructionBoard,
  ) {}

  /** The confidence of a rumor over time up to a moment, oldest first; what was worked out later comes first, and is marked. */
  async history(rumorId: string, moment: Moment, basis: Basis = 'any'): Promise<PointRow[]> {
    const reconstructed = basis === 'believed' ? [] : await this.reconstructions.course(rumorId, moment);
    const believed = basis === 'reconstructed' ? [] : await this.explanations.history(rumorId, moment);
    return [...reconstructed, ...believed];
  }

  /**
   * Why a rumor had its confidence at a moment, or would have had it.
   *
   * @throws Fault not found as `Explanations.why`, and `not-reconstructed` where that is asked for and is not there
   */
  async why(rumorId: string, moment: Moment, basis: Basis = 'believed'): Promise<Explained> {
    if (basis === 'reconstructed') return this.reconstructed(rumorId, moment);
    try {
      return await this.explanations.why(rumorId, moment);
    } catch (error) {
      if (!(error instanceof Fault) || !BEFORE_ANY_BELIEF.has(error.code)) throw error;
      const found = await this.reconstructions.why(rumorId, moment.at);
      if (found === null) throw error;
      if (basis === 'any') return found;
      const way = 'basis=reconstructed says what it would have said';
      throw new Fault(
        error.kind,
        error.code,
        `${error.message} Nothing was believed of it then; ${way}.`,
        error.errors,
      );
    }
  }

  private async reconstructed(rumorId: string, { at }: Moment): Promise<Explained> {
    const found = await this.reconstructions.why(rumorId, at);
    if (found) return found;
    const message = `Nobody has worked out what would have been said of ${rumorId} at ${sayInstant(at)}.`;
    throw new Fault('not_found', 'not-reconstructed', message);
  }
}
