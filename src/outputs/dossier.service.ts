import { Injectable } from '@nestjs/common';
import { DeviceFile, type FiledDevice } from '../assessments/device-file.service.js';
import { LaunchWindows, type ExpectedLaunch } from '../assessments/launch-windows.service.js';
import type { Moment } from '../events/moments.service.js';
import type { ResolutionRow } from '../resolutions/resolution.view.js';
import type { RumorRow } from '../rumors/rumor.view.js';
import type { StatementRow } from '../statements/statement.view.js';
import { Headlines, type Headline } from './headlines.service.js';
import { OnRecord } from './on-record.service.js';

/** Everything that one page tells about a device. */
export interface Dossier {
  readonly device: FiledDevice;
  readonly launch: ExpectedLaunch;
  /** The leading answer to each question, the one that most reports speak to first. */
  readonly headlines: readonly Headline[];
  /** The rumors whose number moved within the last seven days, the largest move first. */
  readonly moved: readonly RumorRow[];
  readonly official: readonly StatementRow[];
  readonly resolved: readonly ResolutionRow[];
  /** As of when it is told, epoch milliseconds. */
  readonly at: number;
}

/** The smallest move that is told of, as a probability. */
const MOVED_FROM = 0.01;
const MOST_MOVED = 8;

/** Puts together what one page tells about a device. */
@Injectable()
export class Dossiers {
  constructor(
    private readonly file: DeviceFile,
    private readonly windows: LaunchWindows,
    private readonly headlines: Headlines,
    private readonly record: OnRecord,
  ) {}

  /** The dossier of a device at a moment. Refuses as `DeviceBoard.get` does. */
  async of(reference: string, moment: Moment): Promise<Dossier> {
    const { device, questions } = await this.file.get(reference, moment, []);
    const rumors = questions.flatMap((question) => question.rumors);
    return {
      device,
      launch: await this.windows.of(device.id, { dots: 20 }, moment),
      headlines: await this.headlines.of(questions, moment),
      moved: movedOf(rumors),
      official: await this.record.statements(device.id, moment),
      resolved: await this.record.resolutions(device.id, moment),
      at: moment.at,
    };
  }
}

function movedOf(rumors: readonly RumorRow[]): RumorRow[] {
  const size = ({ change_7d: change }: RumorRow): number => Math.abs(change ?? 0);
  return rumors
    .filter((rumor) => rumor.status === 'open' && size(rumor) >= MOVED_FROM)
    .sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_MOVED);
}
