import { Injectable } from '@nestjs/common';
import type { DateDistribution } from '../engine/confidence/index.js';
import type { Moment } from '../events/moments.service.js';
import { Database } from '../platform/database/database.js';
import type { RumorRow } from '../rumors/rumor.view.js';
import { launchWindowOf, probabilityBy, type DotCount, type LaunchWindow } from './launch-window.js';
import { pastGapsOf, type PastGap } from './past-gaps.js';
import { QuestionBoard, type AskedQuestion } from './question-board.service.js';
import { slipsOf, type Slip } from './slips.js';

/** What a window can be about: each is a question of its own, and none is filled from another. */
export const WINDOW_SUBJECTS = ['launch.date', 'announcement.date', 'preorder.date'] as const;
export type WindowSubject = (typeof WINDOW_SUBJECTS)[number];

/** What is asked of a launch window. Where no region is named, it is that which most reports speak of. */
export interface LaunchQuery {
  /** The launch where nothing is said. */
  readonly subject?: WindowSubject;
  readonly region?: string;
  readonly dots: DotCount;
  /** The day by whose end the launch is to have happened. */
  readonly by?: string;
}

/** When a device is expected in one region, and who said so. */
export interface ExpectedLaunch {
  readonly subject: WindowSubject;
  readonly region: string | null;
  /** The regions that somebody spoke of; null among them is a launch that is tied to no region. */
  readonly regions: readonly (string | null)[];
  /** The rumors that the window is made of; none where nobody has said anything. */
  readonly rumors: readonly RumorRow[];
  /** Null where nobody has said anything. */
  readonly window: LaunchWindow | null;
  readonly probabilityBy: number | null;
  /** How often it moved later, the oldest first. */
  readonly slips: readonly Slip[];
  /** How far ahead earlier devices of the line were told of. */
  readonly pastGaps: readonly PastGap[];
  /** When Hearsay believed it, epoch milliseconds. */
  readonly at: number | null;
}

/** Tells when devices are expected: from the one distribution over days that their launch rumors are read from too. */
@Injectable()
export class LaunchWindows {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionBoard,
  ) {}

  /** The launch window of a device at a moment. A region that nobody spoke of is never filled from another. */
  async of(deviceId: string, query: LaunchQuery, moment: Moment): Promise<ExpectedLaunch> {
    const { subject = 'launch.date', region, dots, by } = query;
    const asked = await this.questions.ofDevice(deviceId, { subject }, moment);
    const spoken = asked.filter(({ rumors: [first] }) => first?.variant === null);
    const regions = spoken.map(regionOf);
    const chosen = spoken.find((question) => region === undefined || regionOf(question) === region);
    const distribution = chosen ? distributionOf(chosen) : null;
    return {
      subject,
      region: region ?? (chosen ? regionOf(chosen) : null),
      regions,
      rumors: chosen?.rumors ?? [],
      window: distribution && launchWindowOf(distribution, dots),
      probabilityBy: distribution && by !== undefined ? probabilityBy(distribution, by) : null,
      slips: slipsOf(chosen?.rumors ?? []),
      pastGaps: await pastGapsOf(this.database, deviceId, subject, moment),
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
