import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../access/actor.js';
import { viewContradiction } from '../assessments/contradiction.view.js';
import { Contradictions } from '../assessments/contradictions.service.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import type { DeviceRow } from '../devices/device.view.js';
import { Database } from '../platform/database/database.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import { every, joined, sql, type Sql } from '../platform/database/sql.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import type { RumorRow } from '../rumors/rumor.view.js';
import { REVIEW_KINDS, type ReviewKind } from './review-kinds.js';
import { WAITING, type WaitingRow } from './waiting.js';

/** Something that waits for a decision, with what it is about. */
export interface ReviewItem extends WaitingRow {
  readonly device: DeviceRow | null;
  readonly rumor: RumorRow | null;
}

/** How much of each kind waits. */
export type ReviewCounts = Readonly<Record<ReviewKind, number>>;

/** How the queue can be sorted. */
export const REVIEW_SORTS = {
  waits_since: { column: 'waits_since', descending: false },
  '-waits_since': { column: 'waits_since', descending: true },
} as const satisfies Readonly<Record<string, SortKey>>;

/** Everything that waits for a decision: all of it for an editor, for anybody else what they proposed themselves. */
@Injectable()
export class ReviewQueue {
  constructor(
    private readonly database: Database,
    private readonly devices: DeviceBoard,
    private readonly rumors: RumorBoard,
    private readonly contradictions: Contradictions,
  ) {}

  /** A part of what waits of these kinds, and one more where another part follows. */
  async page(kinds: readonly ReviewKind[], actor: Actor, window: Window): Promise<ReviewItem[]> {
    const source = joined(
      kinds.map((kind) => WAITING[kind]),
      ' union all ',
    );
    const rows = await this.told(await readWindow<WaitingRow>(this.database, source, ownedBy(actor), window));
    const rumorIds = rows.flatMap(({ rumor_id: id }) => id ?? []);
    const rumors = rumorIds.length === 0 ? [] : await this.rumors.list({ ids: rumorIds });
    const about = rows.map((row) => {
      const rumor = rumors.find(({ id }) => id === row.rumor_id) ?? null;
      return { ...row, rumor, device_id: row.device_id ?? rumor?.device_id ?? null };
    });
    const deviceIds = [...new Set(about.flatMap(({ device_id: id }) => id ?? []))];
    const devices = deviceIds.length === 0 ? [] : await this.devices.list({ ids: deviceIds });
    return about.map((row) => ({ ...row, device: devices.find(({ id }) => id === row.device_id) ?? null }));
  }

  /** The rows with what is wrong about contradictions, in a sentence. */
  private async told(rows: readonly WaitingRow[]): Promise<WaitingRow[]> {
    if (!rows.some(({ kind }) => kind === 'contradiction')) return [...rows];
    const standing = new Map((await this.contradictions.list()).map((each) => [each.id, viewContradiction(each).why]));
    return rows.map((row) => ({ ...row, title: standing.get(row.id) ?? row.title }));
  }

  /** How much of each kind waits for somebody. */
  async counts(actor: Actor): Promise<ReviewCounts> {
    const counts: Partial<Record<ReviewKind, number>> = {};
    for (const kind of REVIEW_KINDS) {
      const { text, values } = sql`select count(*) as number from (${WAITING[kind]}) t where ${every(ownedBy(actor))}`;
      counts[kind] = (await this.database.readOne<{ number: number }>(text, values))?.number ?? 0;
    }
    return counts as ReviewCounts;
  }
}

const ownedBy = (actor: Actor): Sql[] => (may(actor, 'editor') ? [] : [sql`t.proposed_key_id = ${actor.keyId ?? ''}`]);
