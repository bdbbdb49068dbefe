import { Injectable } from '@nestjs/common';
import type { Moment } from '../events/moments.service.js';
import { Database } from '../platform/database/database.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import { sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import type { RumorRow } from '../rumors/rumor.view.js';
import type { ProposalStatus, ProposedVerdict } from './proposal.entity.js';
import type { ProposalRow, ShownProposal } from './proposal.view.js';

/** Which proposals are wanted; all where nothing is said. */
export interface ProposalFilter {
  readonly status?: ProposalStatus;
  readonly deviceId?: string;
}

/** The newest first: ids sort as the proposals were made. */
export const NEWEST_PROPOSAL_FIRST: SortKey = { column: 'id', descending: true };

/** The device that the device of a proposal (`p`) is by now: itself, unless it was merged. */
const HEIR = sql`(with recursive line(id, next_id) as (
    select x.id, x.merged_into_id from devices x where x.id = p.device_id
    union all select y.id, y.merged_into_id from devices y join line l on y.id = l.next_id)
  select line.id from line where line.next_id is null)`;

const PROPOSALS = sql`select p.id, d.id as device_id, d.slug as device_slug, d.name as device_name, p.status, p.verdicts,
  p.settled, p.version, p.created_at, p.updated_at, p.decided_at, p.decided_by, p.decided_reason
  from resolution_proposals p join devices d on d.id = ${HEIR}`;

/** Proposals as they are looked at, each with the rumors that it speaks of. */
@Injectable()
export class ProposalBoard {
  constructor(
    private readonly database: Database,
    private readonly rumors: RumorBoard,
  ) {}

  /** A part of the proposals of a filter, and one more where another part follows. */
  async page({ status, deviceId }: ProposalFilter, window: Window, moment: Moment): Promise<ShownProposal[]> {
    const conditions = [
      status !== undefined && sql`t.status = ${status}`,
      deviceId !== undefined && sql`t.device_id = ${deviceId}`,
    ].filter((condition) => condition !== false);
    return this.shown(await readWindow<ProposalRow>(this.database, PROPOSALS, conditions, window), moment);
  }

  /** @throws Fault not found `unknown-proposal` */
  async get(id: string, moment?: Moment): Promise<ShownProposal> {
    const { text, values } = sql`select t.* from (${PROPOSALS}) t where t.id = ${id}`;
    const [proposal] = await this.shown(await this.database.read<ProposalRow>(text, values), moment);
    if (proposal) return proposal;
    throw new Fault('not_found', 'unknown-proposal', `There is no proposal ${id}.`);
  }

  private async shown(rows: readonly ProposalRow[], moment?: Moment): Promise<ShownProposal[]> {
    const read = rows.map((row) => ({ row, verdicts: JSON.parse(row.verdicts) as ProposedVerdict[] }));
    const ids = [...new Set(read.flatMap(({ verdicts }) => verdicts.map(({ rumorId }) => rumorId)))];
    const found = ids.length === 0 ? [] : await this.rumors.list({ ids }, moment);
    const rumors = new Map<string, RumorRow>(found.map((rumor) => [rumor.id, rumor]));
    return read.map(({ row, verdicts }) => ({
      ...row,
      proposed: verdicts.flatMap((verdict) => {
        const rumor = rumors.get(verdict.rumorId);
        return rumor === undefined ? [] : [{ verdict, rumor }];
      }),
    }));
  }
}
