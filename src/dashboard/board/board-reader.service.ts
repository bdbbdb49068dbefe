import { DAY_MS } from '../../engine/subjects/index.js';
import { Injectable } from '@nestjs/common';
import { DEVICE_SORTS, DeviceBoard, type DeviceFilter, type Maker } from '../../devices/device-board.service.js';
import { viewDevice, type DeviceRow } from '../../devices/device.view.js';
import { Moments, type Moment } from '../../events/moments.service.js';
import { RumorBoard } from '../../rumors/rumor-board.service.js';
import { viewRumor } from '../../rumors/rumor.view.js';
import { instantOf } from '../device/as-of.js';
import { positionIn, positionOf } from '../parts/position.js';
import { arrange } from './board-order.js';
import type { BoardProps } from './board-page.js';
import type { BoardQueryDto } from './board-query.dto.js';
import { leadOf, rowOf, type BoardRow } from './board-row.js';
import { Courses, type Course } from './courses.service.js';

const COURSE_DAYS = 90;
/** How many devices a page shows. */
const MOST_SHOWN = 200;

/** Puts the board together: devices, their rumors, and how the numbers went. */
@Injectable()
export class BoardReader {
  constructor(
    private readonly devices: DeviceBoard,
    private readonly rumors: RumorBoard,
    private readonly courses: Courses,
    private readonly moments: Moments,
  ) {}

  /** The board as a query asks for it, now (the present instant, epoch milliseconds) or as it stood on a day. */
  read(query: BoardQueryDto, now: number): Promise<BoardProps> {
    const instant = query.as_of ? instantOf(query.as_of, now) : null;
    return this.moments.read(instant, (moment) => this.readAt(query, moment, instant ?? now));
  }

  private async readAt(query: BoardQueryDto, moment: Moment, now: number): Promise<BoardProps> {
    const makers = await this.devices.makers();
    const filter = filterOf(query, makers);
    const followed = await this.devices.count({}, moment);
    const isAll = Object.keys(filter).length === 0;
    const found = isAll ? followed : await this.devices.count(filter, moment);
    const window = { sort: DEVICE_SORTS['-last_report_at'], after: positionIn(query.after), limit: MOST_SHOWN };
    const read = await this.devices.page(filter, window, moment);
    const devices = read.slice(0, MOST_SHOWN);
    const next = read.length > MOST_SHOWN ? positionOf(devices.at(-1)) : null;
    const rows = await this.rowsOf(devices, moment, now);
    return { rows: arrange(rows, query.sort ?? 'moving'), found, followed, next, makers, query, now };
  }

  private async rowsOf(devices: readonly DeviceRow[], moment: Moment, now: number): Promise<BoardRow[]> {
    const rumors = (await this.rumors.list({ deviceIds: devices.map(({ id }) => id) }, moment)).map(viewRumor);
    const bare = devices.map((device) => rowOf(viewDevice(device), rumors));
    const leads = bare.flatMap((row) => leadOf(row)?.id ?? []);
    const courses = await this.courses.between(leads, now - COURSE_DAYS * DAY_MS, now);
    return bare.map((row) => withCourse(row, courses.get(leadOf(row)?.id ?? '')));
  }
}

/** Which devices a query asks for: none where nobody goes by that company. */
function filterOf({ q, company, status }: BoardQueryDto, makers: readonly Maker[]): DeviceFilter {
  const words = q?.trim();
  const companyId = makers.find(({ slug }) => slug === company)?.id;
  return {
    ...(words && { words }),
    ...(status && { lifecycle: status }),
    ...(company && (companyId === undefined ? { ids: [] } : { companyId })),
  };
}

function withCourse(row: BoardRow, course: Course | undefined): BoardRow {
  if (!course) return row;
  return { ...row, course: course.points, change: leadOf(row)?.confidence?.change_7d ?? null, move: course.move };
}
