import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { RUMOR_STATUSES, type RumorStatus } from './rumor.entity.js';
import type { RumorRow } from './rumor.view.js';

const RUMORS = `
  select r.id, r.device_id, d.slug as device_slug, d.name as device_name, r.subject, r.region, r.variant, r.question,
         r.value, r.status, r.assessment_id, r.assessed_at, r.probability, r.low, r.high, r.firm_probability,
         r.strength, r.announced, r.window_ends_on, r.report_count, r.origin_count, r.supporting_count,
         r.refuting_count, r.last_report_at, r.created_at, r.updated_at
  from rumors r join devices d on d.id = r.device_id`;

/** Which rumors are wanted; all of them where nothing is said. */
export interface RumorFilter {
  readonly ids?: readonly string[];
  readonly deviceId?: string;
  readonly subject?: string;
  readonly status?: RumorStatus;
}

/** One question about a device: the rumors that answer it, the most likely first. */
export interface RumorQuestion {
  readonly question: string;
  readonly rumors: readonly RumorRow[];
}

/** The rumors as they are looked at: read as rows, without entities. */
@Injectable()
export class RumorBoard {
  constructor(private readonly database: Database) {}

  /** The rumors of a filter, those of one device together, the most likely first. */
  list(filter: RumorFilter): Promise<RumorRow[]> {
    const conditions: string[] = [];
    const values: string[] = [];
    const where = (condition: string, ...bound: readonly string[]): void => {
      conditions.push(condition);
      values.push(...bound);
    };
    if (filter.ids) where(`r.id in (${filter.ids.map(() => '?').join(', ') || 'null'})`, ...filter.ids);
    if (filter.deviceId !== undefined) where('r.device_id = ?', filter.deviceId);
    if (filter.subject !== undefined) where('r.subject = ?', filter.subject);
    if (filter.status !== undefined) where('r.status = ?', filter.status);
    const condition = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
    const order = 'order by d.slug, coalesce(r.probability, 0) desc, r.id';
    return this.database.read<RumorRow>(`${RUMORS} ${condition} ${order}`, values);
  }

  /** @throws Fault `unknown-rumor` */
  async get(id: string): Promise<RumorRow> {
    const row = await this.database.readOne<RumorRow>(`${RUMORS} where r.id = ?`, [id]);
    if (row) return row;
    throw new Fault('not_found', 'unknown-rumor', `There is no rumor ${id}.`);
  }

  /** The questions about a device, the one that was answered most surely first. */
  async questions(deviceId: string): Promise<RumorQuestion[]> {
    const questions = new Map<string, RumorRow[]>();
    for (const row of await this.list({ deviceId })) {
      questions.set(row.question, [...(questions.get(row.question) ?? []), row]);
    }
    return [...questions].map(([question, rumors]) => ({ question, rumors }));
  }
}

/** Whether a text names a status of a rumor. */
export const isRumorStatus = (text: string): text is RumorStatus => RUMOR_STATUSES.some((status) => status === text);
