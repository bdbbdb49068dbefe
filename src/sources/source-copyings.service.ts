import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MODEL_VERSION, type Learned } from '../engine/confidence/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { isOneOf, joined, lotsOf, sql } from '../platform/database/sql.js';
import { SourceCopying } from './source-copying.entity.js';

/** A pair of sources as it is kept. */
export type CopyingPair = Pick<SourceCopying, 'sourceId' | 'otherId' | 'pDep' | 'common'>;

interface PairRow {
  readonly source_id: string;
  readonly other_id: string;
  readonly p_dep: number;
}

/** Keeps which sources take over what others say, by which their reports count together. */
@Injectable()
export class SourceCopyings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The pairs in which both are of these sources, as the weighing takes them. */
  async of(sourceIds: readonly string[]): Promise<Learned['copying']> {
    const found = new Map<string, Map<string, number>>();
    const wanted = new Set(sourceIds);
    const note = (one: string, other: string, probability: number): void => {
      const own = found.get(one) ?? new Map<string, number>();
      found.set(one, own.set(other, probability));
    };
    for (const lot of lotsOf(sourceIds)) {
      const { text, values } = sql`select c.source_id, c.other_id, c.p_dep from source_copying c
        where ${isOneOf(sql`c.source_id`, lot)} order by c.source_id, c.other_id`;
      for (const { source_id: one, other_id: other, p_dep: probability } of await this.database.read<PairRow>(
        text,
        values,
      )) {
        if (!wanted.has(other)) continue;
        note(one, other, probability);
        note(other, one, probability);
      }
    }
    return found;
  }

  /** The pairs that count otherwise by what was found: those that are new, gone or moved. */
  async changedBy(found: readonly CopyingPair[]): Promise<CopyingPair[]> {
    const { gone, changed, known } = await this.compared(this.database.rows, found);
    return [...gone, ...changed.filter((pair) => known.get(keyOf(pair))?.pDep !== pair.pDep)];
  }

  /** Puts right which sources copy; returns the pairs that were wrong. Only what changed is written. */
  keep(found: readonly CopyingPair[]): Promise<CopyingPair[]> {
    return this.database.transaction(async (rows) => {
      const { gone, changed } = await this.compared(rows, found);
      for (const lot of lotsOf([...gone, ...changed])) {
        const pairs = lot.map(({ sourceId, otherId }) => sql`(${sourceId}, ${otherId})`);
        await execute(
          rows,
          sql`delete from source_copying where (source_id, other_id) in (values ${joined(pairs, ', ')})`,
        );
      }
      const stamps = { modelVersion: MODEL_VERSION, learnedAt: this.clock.now() };
      for (const lot of lotsOf(changed))
        await rows.insert(
          SourceCopying,
          lot.map((pair) => ({ ...pair, ...stamps })),
        );
      return [...gone, ...changed];
    });
  }

  /** What is kept beside what was found: the pairs that are gone, and those that are new or came to something else. */
  private async compared(rows: EntityManager, found: readonly CopyingPair[]) {
    const order = { sourceId: 'ASC', otherId: 'ASC' } as const;
    const known = new Map((await rows.find(SourceCopying, { order })).map((row) => [keyOf(row), row]));
    const kept = new Set(found.map(keyOf));
    const gone = [...known.values()].filter((row) => !kept.has(keyOf(row)));
    return { known, gone, changed: found.filter((pair) => !isSame(known.get(keyOf(pair)), pair)) };
  }
}

const keyOf = ({ sourceId, otherId }: Pick<CopyingPair, 'sourceId' | 'otherId'>): string => `${sourceId} ${otherId}`;

const isSame = (known: SourceCopying | undefined, { pDep, common }: CopyingPair): boolean =>
  known?.pDep === pDep && known.common === common && known.modelVersion === MODEL_VERSION;
