import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Clash, ClashKind } from '../engine/confidence/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, lotsOf, sql } from '../platform/database/sql.js';
import { newId } from '../platform/ids.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import type { RumorRow } from '../rumors/rumor.view.js';
import type { QuestionKey } from './asked.js';
import { Contradiction } from './contradiction.entity.js';

/** A contradiction that stands, with the rumors that it is between. */
export interface ContradictionRow {
  readonly id: string;
  readonly kind: ClashKind;
  readonly rumor: RumorRow;
  /** Null where verified words deny the first. */
  readonly other: RumorRow | null;
  /** When it was found, epoch milliseconds. */
  readonly since: number;
}

const pairOf = ({ kind, rumorId, otherId }: Clash): string => `${kind} ${rumorId} ${otherId ?? ''}`;

/** Keeps which rumors contradict each other, for an editor to look at: nothing is decided by it. */
@Injectable()
export class Contradictions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rumors: RumorBoard,
  ) {}

  /** Notes what was found among the questions that were just weighed; what was not found again is over. */
  note(weighed: readonly QuestionKey[], clashes: readonly Clash[]): Promise<void> {
    return this.database.transaction(async (rows) => {
      const now = this.clock.now();
      const standing = await this.among(weighed);
      const found = new Map(clashes.map((clash) => [pairOf(clash), clash]));
      const over = standing.filter((each) => !found.has(pairOf(each))).map(({ id }) => id);
      for (const lot of lotsOf(over)) await rows.update(Contradiction, { id: In(lot) }, { endedAt: now });
      for (const each of standing) found.delete(pairOf(each));
      if (found.size === 0) return;
      const devices = await this.devicesOf([...found.values()].map(({ rumorId }) => rumorId));
      const fresh = [...found.values()].map((clash) => ({
        ...{ id: newId('con', now), deviceId: devices.get(clash.rumorId)!, since: now, endedAt: null },
        ...{ kind: clash.kind, rumorId: clash.rumorId, otherId: clash.otherId },
      }));
      for (const lot of lotsOf(fresh)) await rows.insert(Contradiction, lot);
    });
  }

  /** The contradictions that stand, the oldest first: all, or those about one device. */
  async list(deviceId?: string): Promise<ContradictionRow[]> {
    const { text, values } = sql`select c.id, c.kind, c.rumor_id, c.other_id, c.since from contradictions c
      where c.ended_at is null ${deviceId === undefined ? sql`` : sql`and c.device_id = ${deviceId}`} order by c.since, c.id`;
    const rows = await this.database.read<StandingRow>(text, values);
    const ids = [...new Set(rows.flatMap((row) => [row.rumor_id, ...(row.other_id === null ? [] : [row.other_id])]))];
    const rumors = new Map((await this.rumors.list({ ids })).map((rumor) => [rumor.id, rumor]));
    return rows.flatMap(({ rumor_id: rumorId, other_id: otherId, ...row }) => {
      const [rumor, other] = [rumors.get(rumorId), otherId === null ? null : rumors.get(otherId)];
      return rumor === undefined || other === undefined ? [] : [{ ...row, rumor, other }]; // its device was taken down
    });
  }

  /** Those that stand between rumors of these questions, and those that settled or moved rumors have left behind. */
  private async among(weighed: readonly QuestionKey[]): Promise<Contradiction[]> {
    const questions = new Set(weighed.map(({ deviceId, question }) => `${deviceId} ${question}`));
    const deviceIds = [...new Set(weighed.map(({ deviceId }) => deviceId))];
    const found: Contradiction[] = [];
    for (const lot of lotsOf(deviceIds)) {
      found.push(...(await this.database.rows.findBy(Contradiction, { deviceId: In(lot), endedAt: IsNull() })));
    }
    if (found.length === 0) return found;
    const { text, values } = sql`select m.id, m.device_id, m.question, m.status from rumors m
      where ${isOneOf(sql`m.id`, [...new Set(found.map(({ rumorId }) => rumorId))])}`;
    const rumors = await this.database.read<{ id: string; device_id: string; question: string }>(text, values);
    const place = new Map(rumors.map((row) => [row.id, row]));
    return found.filter(({ rumorId, deviceId }) => {
      const row = place.get(rumorId);
      return row?.device_id !== deviceId || questions.has(`${row.device_id} ${row.question}`);
    });
  }

  private async devicesOf(rumorIds: readonly string[]): Promise<Map<string, string>> {
    const { text, values } = sql`select m.id, m.device_id from rumors m where ${isOneOf(sql`m.id`, rumorIds)}`;
    const rows = await this.database.read<{ id: string; device_id: string }>(text, values);
    return new Map(rows.map((row) => [row.id, row.device_id]));
  }
}

interface StandingRow {
  readonly id: string;
  readonly kind: ClashKind;
  readonly rumor_id: string;
  readonly other_id: string | null;
  readonly since: number;
}
