import { viewDevice } from '../devices/device.view.js';
import { viewEvidence } from '../evidence/evidence.view.js';
import { viewRumor } from '../rumors/rumor.view.js';
import { type RumorFileAnswer } from './rumor-file.answer.js';
import type { FiledRumor } from './rumor-file.service.js';

/** A rumor as it is shown by itself, with what was asked for under `expanded`. */
export function viewRumorFile({ rumor, evidence, device }: FiledRumor): RumorFileAnswer {
  if (!evidence && !device) return viewRumor(rumor);
  const expanded = {
    ...(evidence && { evidence: evidence.map(viewEvidence) }),
    ...(device && { device: viewDevice(device) }),
  };
  return { ...viewRumor(rumor), expanded };
}
