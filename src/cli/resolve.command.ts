import { OPERATOR } from '../access/actor.js';
import { Assessor, type Effect } from '../assessments/assessor.service.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { checked } from '../platform/validation.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import type { Outcome } from '../rumors/rumor.entity.js';
import { viewRumor } from '../rumors/rumor.view.js';
import { ResolutionBoard } from '../resolutions/resolution-board.service.js';
import { ReopenRumorDto, ResolveRumorDto } from '../resolutions/resolution.dto.js';
import { viewResolution } from '../resolutions/resolution.view.js';
import { Resolutions } from '../resolutions/resolutions.service.js';
import type { Context } from './context.js';
import { effectLines, viewEffects } from './effects.js';

/** What `hearsay resolve` is told. */
export interface ResolveOptions {
  readonly evidence?: string;
  readonly statement?: string;
  readonly on?: string;
  readonly value?: string;
  readonly note?: string;
  /** Why the resolution is taken back. */
  readonly reopen?: string;
}

/** Records what became of a rumor or, with `--reopen`, takes that back; shows what it does to the others. */
export async function resolve(
  rumorId: string,
  outcome: Outcome | undefined,
  options: ResolveOptions,
  context: Context,
): Promise<void> {
  const { reopen } = options;
  if ((outcome === undefined) === (reopen === undefined)) {
    throw new Fault('invalid', 'invalid-input', 'Name the outcome, or say with --reopen why it is taken back.');
  }
  if (reopen !== undefined) return takeBack(rumorId, reopen, context);
  const { on: happened_on, evidence, statement, value, note } = options;
  const given = Object.entries({ outcome, value, happened_on, evidence, statement, note });
  const act = checked(ResolveRumorDto, Object.fromEntries(given.filter(([, text]) => text !== undefined)));
  const effects = await weighed(rumorId, context, (resolutions) => resolutions.resolve(rumorId, act, null, OPERATOR));
  const resolution = viewResolution(await (await context.get(ResolutionBoard)).ofRumor(rumorId));
  const moved = await effectLines(effects, context);
  context.screen.answer({ ...resolution, effects: viewEffects(effects) }, () => [
    `${resolution.device.name}: ${resolution.rumor.text} · ${resolution.outcome} · ${resolution.happened_on}` +
      `  ${context.screen.styled('dim', resolution.id)}`,
    ...moved,
  ]);
}

async function takeBack(rumorId: string, reason: string, context: Context): Promise<void> {
  const act = checked(ReopenRumorDto, { reason });
  const effects = await weighed(rumorId, context, (resolutions) => resolutions.reopen(rumorId, act, null, OPERATOR));
  const rumor = viewRumor(await (await context.get(RumorBoard)).get(rumorId));
  const moved = await effectLines(effects, context);
  context.screen.answer({ ...rumor, effects: viewEffects(effects) }, () => [
    `${rumor.device.name}: ${rumor.text} · ${rumor.status}`,
    ...moved,
  ]);
}

/** Does an act and weighs the question of the rumor, both or neither. */
async function weighed(
  rumorId: string,
  context: Context,
  act: (resolutions: Resolutions) => Promise<unknown>,
): Promise<readonly Effect[]> {
  const [database, resolutions] = [await context.get(Database), await context.get(Resolutions)];
  const assessor = await context.get(Assessor);
  return database.transaction(async () => {
    await act(resolutions);
    return assessor.assessRumors([rumorId]);
  });
}
