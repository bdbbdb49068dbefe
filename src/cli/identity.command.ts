import type { Abstract } from '@nestjs/common';
import { OPERATOR } from '../access/actor.js';
import { Assessor } from '../assessments/assessor.service.js';
import type { SupersededReason } from '../devices/device.entity.js';
import { IdentityBoard } from '../identity/identity-board.service.js';
import {
  MergeDeviceDto,
  RemoveDeviceDto,
  SplitDeviceDto,
  SupersedeDeviceDto,
  UndoActDto,
} from '../identity/identity.dto.js';
import { viewIdentityAct } from '../identity/identity.view.js';
import { Merges } from '../identity/merges.service.js';
import { Splits } from '../identity/splits.service.js';
import { Supersessions } from '../identity/supersessions.service.js';
import { Takedowns } from '../identity/takedowns.service.js';
import { Undoing } from '../identity/undoing.service.js';
import { Database } from '../platform/database/database.js';
import { checked } from '../platform/validation.js';
import type { Context } from './context.js';
import { effectLines, viewEffects } from './effects.js';
import { count } from './wording.js';

/** What `hearsay identity supersede` is told. */
export interface SupersedeOptions {
  readonly reason: SupersededReason;
  readonly evidence?: string;
  readonly statement?: string;
  readonly on?: string;
  readonly note?: string;
}

/** What `hearsay identity split` is told. */
export interface SplitOptions {
  readonly name?: string;
  readonly into?: string;
  readonly rumors?: string[];
  readonly aliases?: string[];
  readonly reason?: string;
}

/** Folds a device into another one. */
export function merge(device: string, into: string, context: Context): Promise<void> {
  const act = checked(MergeDeviceDto, { into });
  return perform(Merges, async (merges) => (await merges.merge(device, act, null, OPERATOR)).id, context);
}

/** Says that a device turned out to be another one. */
export function supersede(device: string, by: string, options: SupersedeOptions, context: Context): Promise<void> {
  const { on: happened_on, ...given } = options;
  const act = checked(SupersedeDeviceDto, told({ by, happened_on, ...given }));
  return perform(Supersessions, async (acts) => (await acts.supersede(device, act, null, OPERATOR)).id, context);
}

/** Takes rumors and names out of a device for another one. */
export function split(device: string, options: SplitOptions, context: Context): Promise<void> {
  const act = checked(SplitDeviceDto, told({ ...options }));
  return perform(Splits, async (splits) => (await splits.split(device, act, null, OPERATOR)).id, context);
}

/** Takes a device down. */
export function remove(device: string, reason: string, context: Context): Promise<void> {
  const act = checked(RemoveDeviceDto, { reason });
  return perform(Takedowns, async (acts) => (await acts.remove(device, act, null, OPERATOR)).id, context);
}

/** Undoes an act. */
export function undo(id: string, reason: string, context: Context): Promise<void> {
  const act = checked(UndoActDto, { reason });
  const done = async (undoing: Undoing): Promise<string> => {
    await undoing.undo(id, act, null, OPERATOR);
    return id;
  };
  return perform(Undoing, done, context);
}

/** Does an act and weighs what it touched, both or neither; shows the act and what it did to the numbers. */
async function perform<T>(service: Abstract<T>, act: (service: T) => Promise<string>, context: Context): Promise<void> {
  const [database, assessor] = [await context.get(Database), await context.get(Assessor)];
  const acts = await context.get(service);
  const { id, effects } = await database.transaction(async () => {
    const done = await act(acts);
    return { id: done, effects: await assessor.assessDue() };
  });
  const done = viewIdentityAct(await (await context.get(IdentityBoard)).get(id));
  const moved = await effectLines(effects, context);
  const { device, other, kind, carried, united, undone } = done;
  const what = `${undone === null ? kind : `${kind} undone`}: ${device.name}${other === null ? '' : ` · ${other.name}`}`;
  context.screen.answer({ ...done, effects: viewEffects(effects) }, () => [
    `${what}  ${context.screen.styled('dim', id)}`,
    `  ${count(carried.length, 'rumor')} carried over, ${count(united.length, 'rumor')} united`,
    ...moved,
  ]);
}

/** What was given, without what was not. */
const told = (given: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
