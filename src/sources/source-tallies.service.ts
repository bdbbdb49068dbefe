import { Injectable } from '@nestjs/common';
import { type PartTally, type TallyPart } from '../engine/scoring/index.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, lotsOf, sql } from '../platform/database/sql.js';
import { SourceTally } from './source-tally.entity.js';

/** The tallies of a source: of everything, and by question those parts that come to something else without it. */
export interface Tallied {
  readonly whole: readonly PartTally[];
  readonly besides: ReadonlyMap<string, readonly PartTally[]>;
}

interface TallyRow {
  readonly source_id: string;
  readonly besides: string;
  readonly side: PartTally['side'];
  readonly part: TallyPart;
  readonly hits: number;
  readonly trials: number;
  readonly right_credit: number;
  readonly events: number;
}

/** Keeps how right each source was, by which what it says is weighed. */
@Injectable()
export class SourceTallies {
  constructor(private readonly database: Database) {}

  /** Puts the tallies of a source right; whether any was wrong. Only what changed is written. */
  keep(sourceId: string, tallied: Tallied): Promise<boolean> {
    return this.database.transaction(async (rows) => {
      const known = new Map((await rows.findBy(SourceTally, { sourceId })).map((row) => [keyOf(row), row]));
      const found = rowsOf(sourceId, tallied);
      const kept = new Set(found.map(keyOf));
      const gone = [...known.values()].filter((row) => !kept.has(keyOf(row)));
      const changed = found.filter((row) => !isSame(known.get(keyOf(row)), row));
      for (const row of [...gone, ...changed]) await rows.delete(SourceTally, idOf(row));
      for (const row of changed) await rows.insert(SourceTally, row);
      return gone.length + changed.length > 0;
    });
  }

  /** The tallies of these sources, as far as they are of everything or of everything besides one of these questions. */
  async of(sourceIds: readonly string[], questions: readonly string[]): Promise<Map<string, Tallied>> {
    const found = new Map<string, { whole: PartTally[]; besides: Map<string, PartTally[]> }>();
    for (const lot of lotsOf(sourceIds)) {
      const { text, values } = sql`select t.* from source_tallies t where ${isOneOf(sql`t.source_id`, lot)}
        and ${isOneOf(sql`t.besides`, ['', ...questions])} order by t.source_id, t.besides, t.side, t.part`;
      for (const row of await this.database.read<TallyRow>(text, values)) {
        const own = found.get(row.source_id) ?? { whole: [], besides: new Map<string, PartTally[]>() };
        found.set(row.source_id, own);
        const list = row.besides === '' ? own.whole : (own.besides.get(row.besides) ?? []);
        if (row.besides !== '') own.besides.set(row.besides, list);
        list.push(tallyOf(row));
      }
    }
    return found;
  }
}

/** The tallies that what a source says about a question is weighed by: without the question's own claims. */
export function besides({ whole, besides: apart }: Tallied, question: string): PartTally[] {
  const own = apart.get(question) ?? [];
  return whole.map((tally) => own.find(({ side, part }) => side === tally.side && part === tally.part) ?? tally);
}

type Stored = Omit<SourceTally, 'source'>;

function rowsOf(sourceId: string, tallied: Tallied): Stored[] {
  const row = (apart: string, { right, ...tally }: PartTally): Stored => ({
    ...{ sourceId, besides: apart, rightCredit: right },
    ...tally,
  });
  return [
    ...tallied.whole.map((tally) => row('', tally)),
    ...[...tallied.besides].flatMap(([question, own]) => own.map((tally) => row(question, tally))),
  ];
}

const tallyOf = ({ side, part, hits, trials, right_credit: right, events }: TallyRow): PartTally => ({
  ...{ side, part, hits, trials, right, events },
});

const idOf = ({ sourceId, besides: apart, side, part }: Stored) => ({ sourceId, besides: apart, side, part });
const keyOf = (row: Stored): string => JSON.stringify(idOf(row));

const isSame = (known: Stored | undefined, { hits, trials, rightCredit, events }: Stored): boolean =>
  known?.hits === hits && known.trials === trials && known.rightCredit === rightCredit && known.events === events;
