import { copiersIn, type Turns } from '../engine/learning/index.js';
import { CERTAINTIES } from '../engine/subjects/index.js';
import type { CopyingPair } from '../sources/source-copyings.service.js';
import type { DecidedRow } from './decided.js';
import { Hearings, type HeardRow, type HeardSource } from './hearings.js';

/** An answer of a question as it is heard. */
export type HeardClaim = Omit<DecidedRow, 'company_slug' | 'category'>;

/**
 * What was said to some questions, in columns: so it goes from one thread to another without being copied. Only what a
 * source with standing says as an origin has a source; of everything else one report tells that the answer is there.
 */
export interface HeardBatch {
  /** The answers, each question's together. */
  readonly claims: readonly HeardClaim[];
  /** Of each report the place of its answer, and of its source among those that are listened to; -1: of none of them. */
  readonly claimOf: Uint32Array<ArrayBuffer>;
  readonly sourceOf: Int32Array<ArrayBuffer>;
  /** 1 for, -1 against; the place in `CERTAINTIES`; epoch milliseconds; the share that is not recorded as copied. */
  readonly side: Int8Array<ArrayBuffer>;
  readonly certainty: Uint8Array<ArrayBuffer>;
  readonly publishedAt: Float64Array<ArrayBuffer>;
  readonly independence: Float64Array<ArrayBuffer>;
}

/** Listens to what was said, batch after batch, and finds which sources take over what others say: without a database. */
export class Listening {
  private readonly hearings: Hearings;

  /** @param sources those that are listened to, in the order to which the batches refer */
  constructor(private readonly sources: readonly HeardSource[]) {
    this.hearings = new Hearings(new Map(sources.map((source) => [source.standing.id, source])));
  }

  /** Takes in a batch of whole questions. */
  hear(batch: HeardBatch): void {
    const rows = Array.from(batch.claimOf, (claim, at): HeardRow => ({
      ...batch.claims[claim]!,
      company_slug: '',
      category: null,
      source_id: this.sources[batch.sourceOf[at]!]?.standing.id ?? '',
      stance: batch.side[at]! > 0 ? 'supports' : 'refutes',
      certainty: CERTAINTIES[batch.certainty[at]!]!,
      published_at: batch.publishedAt[at]!,
      independence: batch.independence[at]!,
    }));
    this.hearings.hear(rows);
  }

  /** Who copies, round by round. */
  *copiers(): Turns<CopyingPair[]> {
    const { reports, settled, ids } = this.hearings.all();
    yield;
    const found = yield* copiersIn(reports, settled);
    return found.map(({ first, second, probability: pDep, common }) => {
      const [one, other] = [ids.get(first)!, ids.get(second)!];
      const [sourceId, otherId] = one < other ? [one, other] : [other, one];
      return { sourceId, otherId, pDep, common };
    });
  }
}
