import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Device } from '../devices/device.entity.js';
import { Journal } from '../events/journal.service.js';
import type { EventType } from '../events/event-types.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { newId } from '../platform/ids.js';
import { IdentityAct, type IdentityKind } from './identity-act.entity.js';
import type { IdentityChanges } from './identity-changes.js';

/** What is written down about an act. */
export interface DoneAct {
  readonly kind: IdentityKind;
  readonly device: Device;
  readonly other: Device | null;
  readonly reason: string | null;
  readonly evidenceId?: string | null;
  readonly statementId?: string | null;
  readonly changes: IdentityChanges;
}

const EVENTS: Readonly<Record<IdentityKind, EventType>> = {
  merge: 'device.merged',
  supersede: 'device.superseded',
  split: 'device.split',
  takedown: 'device.removed',
};

/** Keeps the acts about who is who: those that hold, and those that were undone. */
@Injectable()
export class IdentityBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** @throws Fault not found `unknown-act` */
  async get(id: string): Promise<IdentityAct> {
    const act = await this.database.rows.findOneBy(IdentityAct, { id });
    if (act) return act;
    throw new Fault('not_found', 'unknown-act', `There is no act ${id}.`);
  }

  /** A later act about one of the same devices that holds; null if there is none. */
  later({ id, deviceId, otherId }: IdentityAct): Promise<Pick<IdentityAct, 'id' | 'kind'> | null> {
    const devices = [deviceId, otherId ?? deviceId];
    return this.database.readOne<Pick<IdentityAct, 'id' | 'kind'>>(
      `select i.id, i.kind from identity_acts i where i.id > ? and i.undone_at is null
       and (i.device_id in (?, ?) or i.other_id in (?, ?)) order by i.id desc limit 1`,
      [id, ...devices, ...devices],
    );
  }

  /** Writes an act down, and tells of it. */
  record(done: DoneAct, actor: Actor): Promise<IdentityAct> {
    const { kind, device, changes } = done;
    return this.database.transaction(async (rows) => {
      const act = rows.create(IdentityAct, this.row(done, actor));
      await rows.insert(IdentityAct, act);
      const { id, otherId, reason, evidenceId, statementId } = act;
      const told = { act_id: id, kind, other_id: otherId, reason, evidence_id: evidenceId, statement_id: statementId };
      const after = { ...told, ...countsOf(changes) };
      await this.journal.record(actor, { action: kind, thing: device.id, before: null, after, event: EVENTS[kind] });
      return act;
    });
  }

  /** Notes that an act was undone, and tells of it. */
  close({ id, kind, deviceId, otherId, version }: IdentityAct, reason: string, actor: Actor): Promise<void> {
    const undone = { undoneAt: this.clock.now(), undoneBy: actor.name, undoneReason: reason };
    return this.database.transaction(async (rows) => {
      await rows.update(IdentityAct, { id }, { ...undone, version: version + 1 });
      const before = { act_id: id, kind, other_id: otherId };
      const entry = { action: 'undo', thing: deviceId, before, after: { ...before, undone: true, reason } };
      await this.journal.record(actor, { ...entry, event: 'device.restored' });
    });
  }

  private row({ kind, device, other, changes, reason, ...proof }: DoneAct, actor: Actor): Partial<IdentityAct> {
    const at = this.clock.now();
    return {
      id: newId('act', at),
      kind,
      deviceId: device.id,
      otherId: other?.id ?? null,
      reason,
      evidenceId: proof.evidenceId ?? null,
      statementId: proof.statementId ?? null,
      changes,
      at,
      by: actor.name,
      undoneAt: null,
      undoneBy: null,
      undoneReason: null,
      version: 1,
    };
  }
}

const countsOf = ({ carried, united }: IdentityChanges) => ({
  carried: carried.length,
  united: united.filter(({ formerly }) => formerly === null).length,
});
