import type { Effect } from '../assessments/assessor.service.js';
import { likely } from '../devices/device.view.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import { sayRumor } from '../rumors/rumor.view.js';
import type { Context } from './context.js';
import { percent } from './wording.js';

/** What an act did to the confidences, as data. */
export const viewEffects = (effects: readonly Effect[]) =>
  effects.map(({ rumorId, before, after }) => ({
    rumor_id: rumorId,
    before: before === null ? null : likely(before),
    after: likely(after),
  }));

/** The same for people, a line for each rumor. */
export async function effectLines(effects: readonly Effect[], context: Context): Promise<string[]> {
  const rumors = await (await context.get(RumorBoard)).list({ ids: effects.map((effect) => effect.rumorId) });
  return effects.map(({ rumorId, before, after }) => {
    const rumor = rumors.find((row) => row.id === rumorId);
    const from = before === null ? '–' : percent(before);
    return `  ${rumor ? `${rumor.device_name}: ${sayRumor(rumor)}` : rumorId}  ${from} → ${percent(after)}`;
  });
}
