import { Injectable } from '@nestjs/common';
import {
  isRankable,
  type Place,
  placesOf,
  RANKED_FROM,
  recordOf,
  type Skill,
  type SourceRecord,
} from '../engine/scoring/index.js';
import type { Moment } from '../events/moments.service.js';
import { Named } from '../evidence/named.service.js';
import type { SortKey, Window } from '../platform/database/keyset.js';
import { SourceBoard } from '../sources/source-board.service.js';
import { filterOf, type Asked } from './asked.js';
import { Calls } from './calls.service.js';
import type { ScoredSource } from './source-records.service.js';

/** What a query asks of the leaderboard. */
export interface AskedBoard extends Asked {
  /** From how many events on a source is ranked. */
  readonly min_resolved?: number;
}

/** A source in the order of skill, the n-th of which has the place n. */
export interface RankedSource extends ScoredSource {
  readonly id: string;
  readonly place: number;
  readonly standing: Place;
  readonly skill: Skill;
}

/** Every source that has something decided. */
export interface Leaderboard {
  readonly ranked: readonly RankedSource[];
  /** Those with too little decided: the ones with the most first. */
  readonly unranked: readonly ScoredSource[];
  readonly unrankedTotal: number;
}

/** A leaderboard without anybody. */
export const EMPTY_BOARD: Leaderboard = { ranked: [], unranked: [], unrankedTotal: 0 };

/** The order of the leaderboard. */
export const BY_PLACE: SortKey = { column: 'place', descending: false };

/** How many sources that are not ranked are told at most. */
const MOST_UNRANKED = 100;

/** Ranks sources by how much better they were than the base rates. */
@Injectable()
export class Leaderboards {
  constructor(
    private readonly calls: Calls,
    private readonly sources: SourceBoard,
    private readonly named: Named,
  ) {}

  /**
   * The sources by skill; who has fewer events than asked for is not ranked.
   *
   * @throws Fault as `filterOf`
   */
  async of({ min_resolved: from = RANKED_FROM, ...asked }: AskedBoard, moment: Moment): Promise<Leaderboard> {
    const filter = await filterOf(asked, this.named, moment);
    const callers = (await this.calls.of(filter, moment)).filter(({ calls }) => calls.length > 0);
    const scored = callers.map(({ source, calls }) => ({ id: source.id, record: recordOf(source, calls, moment.at) }));
    const ranked = scored.flatMap((each) => rankable(each, from)).sort(bySkill);
    const taken = new Set(ranked.map(({ id }) => id));
    const rest = scored.filter(({ id }) => !taken.has(id)).sort(byCredits);
    const shown = rest.slice(0, MOST_UNRANKED);
    const ids = [...ranked, ...shown].map(({ id }) => id);
    const rows = new Map((await this.sources.ofIds(ids, moment)).map((row) => [row.id, row]));
    const places = placesOf(ranked.map(({ skill }) => skill));
    return {
      ranked: ranked.map(({ id, record, skill }, index) => {
        const standing = places[index]!;
        return { id, place: index + 1, standing, skill, record, source: rows.get(id)! };
      }),
      unranked: shown.map(({ id, record }) => ({ record, source: rows.get(id)! })),
      unrankedTotal: rest.length,
    };
  }
}

/** The part of the leaderboard that a page wants, and one more where another part follows. */
export function partOf({ ranked }: Leaderboard, { after, limit }: Window): RankedSource[] {
  const last = Number(after?.[0] ?? 0);
  return ranked.filter(({ place }) => place > last).slice(0, limit + 1);
}

interface Scored {
  readonly id: string;
  readonly record: SourceRecord;
}

const rankable = ({ id, record }: Scored, from: number) =>
  record.skill !== null && isRankable(record, from) ? [{ id, record, skill: record.skill }] : [];

/** The highest skill first; equals in the order in which they were added. */
function bySkill(a: Scored & { readonly skill: Skill }, b: Scored & { readonly skill: Skill }): number {
  return b.skill.skill - a.skill.skill || (a.id < b.id ? -1 : 1);
}

function byCredits(a: Scored, b: Scored): number {
  return b.record.credits - a.record.credits || (a.id < b.id ? -1 : 1);
}
