import { Injectable } from '@nestjs/common';
import type { Moment } from '../events/moments.service.js';
import { RESOLUTION_SORTS, ResolutionBoard } from '../resolutions/resolution-board.service.js';
import type { ResolutionRow } from '../resolutions/resolution.view.js';
import { StatementBoard } from '../statements/statement-board.service.js';
import type { StatementRow } from '../statements/statement.view.js';

const MOST_SAID = 20;
const MOST_RESOLVED = 100;

/** What was said officially about a device, and what became of its rumors. */
@Injectable()
export class OnRecord {
  constructor(
    private readonly statementBoard: StatementBoard,
    private readonly resolutionBoard: ResolutionBoard,
  ) {}

  /** The official statements about a device, the latest first. */
  async statements(deviceId: string, moment: Moment): Promise<StatementRow[]> {
    return (await this.statementBoard.list({ deviceId, official: true }, moment)).toReversed().slice(0, MOST_SAID);
  }

  /** What became of rumors about a device, the last recorded first. */
  async resolutions(deviceId: string, moment: Moment): Promise<ResolutionRow[]> {
    const window = { sort: RESOLUTION_SORTS['-resolved_at'], after: null, limit: MOST_RESOLVED };
    return (await this.resolutionBoard.page({ deviceId }, window, moment)).slice(0, MOST_RESOLVED);
  }
}
