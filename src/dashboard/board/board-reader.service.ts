import { Injectable } from '@nestjs/common';
import { DeviceBoard } from '../../devices/device-board.service.js';
import { viewDevice } from '../../devices/device.view.js';
import { Clock } from '../../platform/clock.js';
import { RumorBoard } from '../../rumors/rumor-board.service.js';
import { viewRumor } from '../../rumors/rumor.view.js';
import { arrange } from './board-order.js';
import type { BoardProps } from './board-page.js';
import type { BoardQueryDto } from './board-query.dto.js';
import { leadOf, rowOf, type BoardRow } from './board-row.js';
import { Courses, type Course } from './courses.service.js';

const DAY_MS = 86_400_000;
const COURSE_DAYS = 90;

/** Puts the board together: devices, their rumors, and how the numbers went. */
@Injectable()
export class BoardReader {
  constructor(
    private readonly devices: DeviceBoard,
    private readonly rumors: RumorBoard,
    private readonly courses: Courses,
    private readonly clock: Clock,
  ) {}

  /** The board as a query asks for it. */
  async read(query: BoardQueryDto): Promise<BoardProps> {
    const now = this.clock.now();
    const rumors = (await this.rumors.list({})).map(viewRumor);
    const bare = (await this.devices.list()).map((device) => rowOf(viewDevice(device), rumors));
    const leads = bare.flatMap((row) => leadOf(row)?.id ?? []);
    const courses = await this.courses.since(leads, now - COURSE_DAYS * DAY_MS);
    const all = bare.map((row) => withCourse(row, courses.get(leadOf(row)?.id ?? '')));
    return { rows: arrange(all, query), all, query, now };
  }
}

function withCourse(row: BoardRow, course: Course | undefined): BoardRow {
  if (!course) return row;
  return { ...row, course: course.points, change: leadOf(row)?.confidence?.change_7d ?? null, move: course.move };
}
