import { Injectable } from '@nestjs/common';
import type { DateDistribution } from '../engine/confidence/index.js';
import type { Moment } from '../events/moments.service.js';
import type { RumorRow } from '../rumors/rumor.view.js';
import { launchWindowOf, probabilityBy, type DotCount, type LaunchWindow } from './launch-window.js';
import { QuestionBoard, type AskedQuestion } from './question-board.service.js';

/** What is asked of a launch window. Where no region is named, it is that which most reports speak of. */
export interface LaunchQuery {
  readonly region?: string;
  readonly dots: DotCount;
  /** The day by whose end the launch is to have happened. */
  readonly by?: string;
}

/** When a device is expected in one region, and who said so. */
export interface ExpectedLaunch {
  readonly region: string | null;
  /** The regions that somebody spoke of; null among them is a launch that is tied to no region. */
  readonly regions: readonly (string | null)[];
  /** The rumors that the window is made of; none where nobody has said anything. */
  readonly rumors: readonly RumorRow[];
  /** Null where nobody has said anything. */
  readonly window: LaunchWindow | null;
  readonly probabilityBy: number | null;
  /** When Hearsay believed it, epoch milliseconds. */
  readonly at: number | null;
}

/** Tells when devices are expected: from the one distribution over days that their launch rumors are read from too. */
@Injectable()
export class LaunchWindows {
  constructor(private readonly questions: QuestionBoard) {}

  /** The launch window of a device at a moment. A region that nobody spoke of is never filled from another. */
  async of(deviceId: string, { region, dots, by }: LaunchQuery, moment: Moment): Promise<ExpectedLaunch> {
    const asked = await this.questions.ofDevice(deviceId, { subject: 'launch.date' }, moment);
    const spoken = asked.filter(({ rumors: [first] }) => first?.variant === null);
    const regions = spoken.map(regionOf);
    const chosen = spoken.find((question) => region === undefined || regionOf(question) === region);
    const distribution = chosen ? distributionOf(chosen) : null;
    return {
      region: region ?? (chosen ? regionOf(chosen) : null),
      regions,
      rumors: chosen?.rumors ?? [],
      window: distribution && launchWindowOf(distribution, dots),
      probabilityBy: distribution && by !== undefined ? probabilityBy(distribution, by) : null,
      at: chosen?.spread?.at ?? null,
    };
  }
}

const regionOf = ({ rumors: [first] }: AskedQuestion): string | null => first?.region ?? null;

/** Where a launch lies: on its day once it has happened, else where it was last found to lie; null before that. */
function distributionOf({ rumors, spread }: AskedQuestion): DateDistribution | null {
  const day = rumors.find(({ outcome }) => outcome === 'true')?.happened_on ?? null;
  if (day !== null) return { buckets: [{ earliestOn: day, latestOn: day, probability: 1 }], other: 0 };
  return spread?.buckets ? { buckets: spread.buckets, other: spread.other } : null;
}
