import { Injectable } from '@nestjs/common';
import { isEstablished } from '../engine/confidence/index.js';
import { talliesOf, type PartTally } from '../engine/scoring/index.js';
import { EvidenceCounts } from '../evidence/evidence-counts.service.js';
import { SourceTallies, type Tallied } from '../sources/source-tallies.service.js';
import type { Source } from '../sources/source.entity.js';
import { standingOf } from '../sources/standing.js';
import type { Called } from './calls.service.js';

/** Keeps what each source's words weigh by its record, and has what it said weighed again where that changes. */
@Injectable()
export class SourceWeights {
  constructor(
    private readonly tallies: SourceTallies,
    private readonly links: EvidenceCounts,
  ) {}

  /** Puts the tallies of a source right; whether any was wrong. */
  keep(source: Source, called: Called): Promise<boolean> {
    return this.tallies.keep(source.id, talliedOf(called));
  }

  /**
   * Has what a source said weighed again where it weighs otherwise now: its early calls have made it established, or no longer
   * do; or it is, and its tallies came to something else. A maker's accuracy is fixed.
   *
   * @param earlyCalls as counted just now; the source has those of before
   */
  async weighAnew(source: Source, earlyCalls: number, isTallied: boolean): Promise<void> {
    const before = standingOf(source);
    const isNow = isEstablished({ ...before, earlyCalls });
    const [of, ids] = [{ sourceId: source.id }, [source.id]];
    if (isEstablished(before) !== isNow) await this.links.markDueOf(of, { kind: 'source', ids });
    else if (isTallied && isNow && source.kind !== 'maker') {
      await this.links.markDueOf(of, { kind: 'track_record', ids });
    }
  }
}

/** The tallies of everything, and of everything besides each open question. */
function talliedOf({ calls, open }: Called): Tallied {
  const whole = talliesOf(calls);
  const besides = new Map<string, readonly PartTally[]>();
  for (const question of open) {
    const others = talliesOf(calls.filter((call) => call.question !== question));
    const own = whole.map((tally) => others.find((other) => isOf(other, tally)) ?? nothingOf(tally));
    besides.set(
      question,
      own.filter((tally, index) => !isSame(tally, whole[index]!)),
    );
  }
  return { whole, besides };
}

const isOf = (one: PartTally, other: PartTally): boolean => one.side === other.side && one.part === other.part;
const nothingOf = (tally: PartTally): PartTally => ({ ...tally, hits: 0, trials: 0, right: 0, events: 0 });
const isSame = (one: PartTally, other: PartTally): boolean =>
  one.hits === other.hits && one.trials === other.trials && one.right === other.right && one.events === other.events;
