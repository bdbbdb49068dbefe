import { round, type DeviceRow } from '../devices/device.view.js';
import { sayInstant } from '../platform/instant.js';
import { sayRumor } from '../rumors/rumor.view.js';
import { type LaunchWindowAnswer } from './launch-window.answer.js';
import type { ExpectedLaunch } from './launch-windows.service.js';

const VERBS = {
  'launch.date': ['launches', 'launch'],
  'announcement.date': ['is announced', 'announcement'],
  'preorder.date': ['can be ordered', 'first order'],
} as const;

const place = (region: string | null): string => (region === null ? '' : ` in ${region}`);

function sayLaunch({ subject, region, window, rumors }: ExpectedLaunch, name: string): string {
  const [verb, noun] = VERBS[subject];
  if (rumors.length === 0) return `Nobody has said when ${name} ${verb}${place(region)}.`;
  if (window === null) return `What was said about the ${noun} of ${name}${place(region)} is not weighed yet.`;
  const { p05, p50 } = window.quantiles;
  if (p50 !== null) return `As likely as not by ${p50}${place(region)}.`;
  return p05 === null
    ? `The days that were spoken of are over${place(region)}.`
    : `From ${p05}${place(region)}, but more likely not by ${window.horizonOn}.`;
}

/** As of when a launch window is shown (epoch milliseconds), and the day whose probability was asked for. */
interface Shown {
  readonly at: number;
  readonly by: string | null;
}

/** A launch window as it is shown; all null where nobody has said anything. */
export function viewLaunchWindow(device: DeviceRow, expected: ExpectedLaunch, { by, at }: Shown): LaunchWindowAnswer {
  const { region, regions, window, rumors } = expected;
  const official = rumors.find((rumor) => Boolean(rumor.announced));
  return {
    device: { id: device.id, slug: device.slug, name: device.name },
    subject: expected.subject,
    region,
    said: rumors.length > 0,
    regions,
    text: sayLaunch(expected, device.name),
    quantiles: window?.quantiles ?? null,
    dots: window?.dots ?? [],
    horizon_on: window?.horizonOn ?? null,
    not_by_horizon: window === null ? null : round(window.notByHorizon),
    probability_by:
      by === null
        ? null
        : { on: by, probability: expected.probabilityBy === null ? null : round(expected.probabilityBy) },
    official: official === undefined ? null : { rumor_id: official.id, text: sayRumor(official) },
    slips: expected.slips.map(({ from, to, days, rumorId, at: on }) => ({
      from,
      to,
      days,
      rumor_id: rumorId,
      at: sayInstant(on),
    })),
    past_gaps: expected.pastGaps,
    rumors: rumors.map(({ id }) => id),
    assessed_at: expected.at === null ? null : sayInstant(expected.at),
    as_of: sayInstant(at),
  };
}
