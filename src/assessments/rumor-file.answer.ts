import { Type, type Static } from 'typebox';
import { DeviceAnswer } from '../devices/device.answer.js';
import { EvidenceAnswer } from '../evidence/evidence.answer.js';
import { list, named } from '../platform/http/answer-shapes.js';
import { RumorAnswer } from '../rumors/rumor.answer.js';

const Expanded = named('RumorExpansions', 'What was asked for beside the rumor by `expand`.', {
  evidence: Type.Optional(list(EvidenceAnswer, 'The evidence for and against it.')),
  device: Type.Optional(DeviceAnswer),
});

/** A rumor by itself, as it is shown. */
export const RumorFileAnswer = named('RumorFile', 'A rumor, with what was asked for beside it by `expand`.', {
  ...RumorAnswer.properties,
  expanded: Type.Optional(Expanded),
});
export type RumorFileAnswer = Static<typeof RumorFileAnswer>;
