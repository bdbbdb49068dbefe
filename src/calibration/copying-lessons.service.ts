import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { copiersIn, type Turns } from '../engine/learning/index.js';
import { EvidenceCounts } from '../evidence/evidence-counts.service.js';
import { SourceCopyings, type CopyingPair } from '../sources/source-copyings.service.js';
import { HeardQuestions } from './heard-questions.service.js';

/** Learns which sources take over what others say, from all that was said and decided. */
@Injectable()
export class CopyingLessons {
  constructor(
    private readonly heard: HeardQuestions,
    private readonly copyings: SourceCopyings,
    private readonly links: EvidenceCounts,
  ) {}

  /** Who copies, found anew from the rows, round by round: between two of them others have their turn. */
  async learn(): Promise<CopyingPair[]> {
    const { reports, settled, ids } = await this.heard.all();
    const pairs = await inTurns(copiersIn(reports, settled));
    return pairs.map(({ first, second, probability: pDep, common }) => {
      const [one, other] = [ids.get(first)!, ids.get(second)!];
      const [sourceId, otherId] = one < other ? [one, other] : [other, one];
      return { sourceId, otherId, pDep, common };
    });
  }

  /** Keeps that, within an act, and has weighed again what both of a pair spoke of; how many pairs count otherwise now. */
  async keep(found: readonly CopyingPair[]): Promise<number> {
    const changed = await this.copyings.keep(found);
    for (const { sourceId, otherId } of changed) {
      await this.links.markDueOfBoth([sourceId, otherId], { kind: 'copying', ids: [sourceId, otherId] });
    }
    return changed.length;
  }
}

async function inTurns<Result>(turns: Turns<Result>): Promise<Result> {
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
    await nextTurn();
  }
}
