import { Injectable } from '@nestjs/common';
import { LaunchWindows } from '../../assessments/launch-windows.service.js';
import { DeviceBoard } from '../../devices/device-board.service.js';
import { viewDevice } from '../../devices/device.view.js';
import type { Moment } from '../../events/moments.service.js';
import { StatementBoard } from '../../statements/statement-board.service.js';
import { viewStatement } from '../../statements/statement.view.js';
import type { RumorStory } from '../rumor/rumor-story.js';
import { RumorTeller } from '../rumor/rumor-teller.service.js';
import type { DeviceStory } from './device-story.js';
import type { LaunchStory, RegionStory } from './launch-story.js';

const DOTS = 50;
/** How many regions are told of beside the one that most reports speak of. */
const MOST_ELSEWHERE = 8;

/** Puts the page of a device together. */
@Injectable()
export class DeviceReader {
  constructor(
    private readonly devices: DeviceBoard,
    private readonly statements: StatementBoard,
    private readonly teller: RumorTeller,
    private readonly launches: LaunchWindows,
  ) {}

  /** Everything about a device as it was known at a moment. */
  async read(reference: string, moment: Moment): Promise<Omit<DeviceStory, 'asOf' | 'at' | 'today' | 'mayVerify'>> {
    const device = viewDevice(await this.devices.get(reference, moment));
    const launch = await this.launchOf(device.id, moment);
    const stories = await this.teller.list({ deviceId: device.id }, moment);
    return {
      device,
      questions: byQuestion(stories),
      statements: (await this.statements.list({ deviceId: device.id }, moment)).map(viewStatement),
      launch,
    };
  }

  /** The launch in the region that most reports speak of, and beside it those in the others. */
  private async launchOf(deviceId: string, moment: Moment): Promise<LaunchStory | null> {
    const { region, regions, window, slips } = await this.launches.of(deviceId, { dots: DOTS }, moment);
    if (window === null) return null;
    const elsewhere: RegionStory[] = [];
    for (const other of regions.filter((each) => each !== null && each !== region).slice(0, MOST_ELSEWHERE)) {
      const found = await this.launches.of(deviceId, { region: other ?? undefined, dots: DOTS }, moment);
      if (found.window !== null) elsewhere.push({ region: other, ...found.window });
    }
    return { region, slips, elsewhere, ...window };
  }
}

function byQuestion(stories: readonly RumorStory[]) {
  const questions = new Map<string, RumorStory[]>();
  for (const story of stories) {
    const { question } = story.rumor;
    questions.set(question, [...(questions.get(question) ?? []), story]);
  }
  return [...questions].map(([question, answers]) => ({ question, answers }));
}
