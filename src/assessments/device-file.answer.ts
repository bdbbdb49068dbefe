import { Type, type Static } from 'typebox';
import { CompanyAnswer } from '../companies/company.answer.js';
import { DeviceAnswer } from '../devices/device.answer.js';
import { list, named, nullable, probability, text, whole } from '../platform/http/answer-shapes.js';
import { pageOf } from '../platform/http/answers.js';
import { QUESTION, RumorAnswer } from '../rumors/rumor.answer.js';

const Expanded = named('DeviceExpansions', 'What was asked for beside the device by `expand`.', {
  rumors: Type.Optional(list(RumorAnswer, 'Its rumors.')),
  company: Type.Optional(CompanyAnswer),
});

/** A device with what was asked for beside it, as it is shown in a list. */
export const FiledDeviceAnswer = named('FiledDevice', 'A device, with what was asked for beside it by `expand`.', {
  ...DeviceAnswer.properties,
  expanded: Type.Optional(Expanded),
});
export type FiledDeviceAnswer = Static<typeof FiledDeviceAnswer>;

/** A page of devices. */
export const FiledDevicePage = pageOf(FiledDeviceAnswer);

const Headline = named('Headline', 'A question about a device in short.', {
  ...QUESTION,
  label: text('The subject in words.', 'launch date'),
  answers: whole('How many rumors answer it.', 3),
  other: nullable(
    probability('The probability that none of them is true.', 0.12),
    'The probability that none of them is true; null = they do not rule each other out, or were not weighed yet.',
  ),
  leading: RumorAnswer,
});
export type Headline = Static<typeof Headline>;

/** A device by itself, as it is shown. */
export const DeviceFileAnswer = named('DeviceFile', 'A device with the questions that most reports speak to.', {
  ...FiledDeviceAnswer.properties,
  questions: list(Headline, 'The questions that most reports speak to.'),
});
export type DeviceFileAnswer = Static<typeof DeviceFileAnswer>;
