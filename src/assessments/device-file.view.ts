import { viewCompany } from '../companies/company.view.js';
import { round, viewDevice } from '../devices/device.view.js';
import { subjectOf, viewRumor } from '../rumors/rumor.view.js';
import { type DeviceFileAnswer, type FiledDeviceAnswer, type Headline } from './device-file.answer.js';
import type { FiledDevice } from './device-file.service.js';
import type { AskedQuestion } from './question-board.service.js';

/** How many questions are shown with a device. */
const MOST_HEADLINES = 6;

/** A device as it is shown in a list, with what was asked for under `expanded`. */
export function viewFiledDevice(device: FiledDevice): FiledDeviceAnswer {
  const { rumors, company } = device.expanded;
  if (!rumors && !company) return viewDevice(device);
  const expanded = {
    ...(rumors && { rumors: rumors.map(viewRumor) }),
    ...(company && { company: viewCompany(company) }),
  };
  return { ...viewDevice(device), expanded };
}

/** A question in short: the answer that is most likely so far, and how many there are. */
function viewHeadline({ question, rumors, spread }: AskedQuestion): Headline[] {
  const [leading] = rumors;
  if (leading === undefined) return [];
  const { label, answers } = subjectOf(leading);
  const other = spread === null || answers === 'each' ? null : round(spread.other);
  const { subject, region, variant } = leading;
  return [{ question, subject, label, region, variant, answers: rumors.length, other, leading: viewRumor(leading) }];
}

/** A device as it is shown by itself: with the questions that most reports speak to. */
export function viewDeviceFile({
  device,
  questions,
}: {
  device: FiledDevice;
  questions: readonly AskedQuestion[];
}): DeviceFileAnswer {
  return { ...viewFiledDevice(device), questions: questions.slice(0, MOST_HEADLINES).flatMap(viewHeadline) };
}
