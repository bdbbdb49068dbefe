import { Injectable } from '@nestjs/common';
import { figureOf, wordOf } from '../engine/confidence/index.js';
import { Database } from '../platform/database/database.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Outcome } from '../rumors/rumor.entity.js';
import { sayRumor } from '../rumors/rumor.view.js';
import type { FeedItem } from './feed-item.js';

/** What a feed is of; everything where nothing is said. */
export interface Scope {
  readonly deviceId?: string;
  readonly companyId?: string;
}

/** From when to when, epoch milliseconds, the end left out; and how many there may be at most. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly most: number;
}

/** How many items a feed has at most, and how many moves are looked at for each of those that are notable. */
const LATEST: Stretch = { from: 0, until: Number.MAX_SAFE_INTEGER, most: 50 };
const MOVES_EACH = 20;

interface AboutRumor {
  readonly rumor_id: string;
  readonly subject: string;
  readonly value: string;
  readonly region: string | null;
  readonly variant: string | null;
  readonly slug: string;
  readonly name: string;
  readonly at: number;
}
type MoveRow = AboutRumor & { readonly id: string; readonly data: string };
type VerdictRow = AboutRumor & { readonly id: string; readonly outcome: Outcome; readonly happened_on: string };
interface SayingRow {
  readonly id: string;
  readonly speaker: string;
  readonly act: string;
  readonly quote: string;
  readonly slug: string;
  readonly name: string;
  readonly at: number;
}

const RUMOR = sql`m.id as rumor_id, m.subject, m.value, m.region, m.variant, d.slug, d.name`;
const SHOWN = sql`d.removed_at is null and m.united_into_id is null`;

/** What is of a scope, and came to pass (`at`) within a stretch of time. */
function within({ deviceId, companyId }: Scope, at: Sql, { from, until }: Stretch): Sql {
  const time = sql`${at} >= ${from} and ${at} < ${until}`;
  if (deviceId !== undefined) return sql`d.id = ${deviceId} and ${time}`;
  return companyId === undefined ? time : sql`d.company_id = ${companyId} and ${time}`;
}

/** What is notable: rumors that come up, that get another word, what became of them, and what was said on the record. */
@Injectable()
export class Notables {
  constructor(private readonly database: Database) {}

  /** What was notable in a stretch of time, the latest first: the latest of all where none is named. */
  async of(scope: Scope, minDelta: number | undefined, stretch = LATEST): Promise<FeedItem[]> {
    const all = [
      ...(await this.opened(scope, stretch)),
      ...(await this.moved(scope, minDelta, stretch)),
      ...(await this.resolved(scope, stretch)),
      ...(await this.said(scope, stretch)),
    ];
    return all.sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1)).slice(0, stretch.most);
  }

  private async opened(scope: Scope, stretch: Stretch): Promise<FeedItem[]> {
    const { text, values } = sql`select ${RUMOR}, m.created_at as at from rumors m join devices d on d.id = m.device_id
      where ${SHOWN} and ${within(scope, sql`m.created_at`, stretch)} order by m.id desc limit ${stretch.most}`;
    const rows = await this.database.read<AboutRumor>(text, values);
    return rows.map((row) => ({ ...ofRumor(row, 'opened', `New rumor: ${sayRumor(row)}`), ...NO_MOVE }));
  }

  /** The moves of the last days, as long as the log of events goes back. */
  private async moved(scope: Scope, minDelta: number | undefined, stretch: Stretch): Promise<FeedItem[]> {
    const { text, values } = sql`select ${RUMOR}, e.at, e.id, e.data from events e
      join rumors m on m.id = e.subject join devices d on d.id = m.device_id
      where e.type = 'rumor.confidence_changed' and ${SHOWN}
        and ${within(scope, sql`e.at`, stretch)} order by e.sequence desc limit ${stretch.most * MOVES_EACH}`;
    const rows = await this.database.read<MoveRow>(text, values);
    return rows.flatMap((row) => moveOf(row, minDelta) ?? []).slice(0, stretch.most);
  }

  private async resolved(scope: Scope, stretch: Stretch): Promise<FeedItem[]> {
    const { text, values } = sql`select ${RUMOR}, v.resolved_at as at, v.id, v.outcome, v.happened_on from resolutions v
      join rumors m on m.id = v.rumor_id join devices d on d.id = m.device_id
      where v.reopened_at is null and ${SHOWN} and ${within(scope, sql`v.resolved_at`, stretch)}
      order by v.id desc limit ${stretch.most}`;
    const rows = await this.database.read<VerdictRow>(text, values);
    return rows.map((row) => {
      const title = `Resolved as ${row.outcome}: ${sayRumor(row)}`;
      return { ...ofRumor(row, row.id, title, `Decided on ${row.happened_on}.`), ...NO_MOVE };
    });
  }

  private async said(scope: Scope, stretch: Stretch): Promise<FeedItem[]> {
    const { text, values } = sql`select distinct s.id, s.speaker, s.act, s.quote, d.slug, d.name, s.created_at as at
      from statements s join statement_links l on l.statement_id = s.id join rumors m on m.id = l.rumor_id
      join devices d on d.id = m.device_id where s.official and ${SHOWN}
        and ${within(scope, sql`s.created_at`, stretch)} order by s.id desc limit ${stretch.most}`;
    const rows = await this.database.read<SayingRow>(text, values);
    return rows.map(({ id, speaker, act, quote, slug, name, at }) => ({
      ...{ id: `urn:hearsay:${id}:${slug}`, path: `/devices/${slug}#statements`, device: name, at, rumorId: null },
      ...{ title: `${name}: ${speaker} ${act}`, text: quote },
      ...NO_MOVE,
    }));
  }
}

const NO_MOVE = { previous: null, current: null };

function ofRumor(row: AboutRumor, what: string, title: string, text = '') {
  const { rumor_id: rumorId, name: device, at } = row;
  const id = `urn:hearsay:${rumorId}:${what}`;
  const said = text === '' ? `About ${device}.` : `About ${device}. ${text}`;
  return { id, rumorId, device, at, path: `/rumors/${rumorId}`, title: `${device}: ${title}`, text: said };
}

/** A move that is notable; null where it is not: the word stays the same, or it is smaller than was asked for. */
function moveOf(row: MoveRow, minDelta: number | undefined): FeedItem | null {
  const { previous, current, ...told } = JSON.parse(row.data) as Move;
  if (previous === null) return null;
  const [before, word] = [told.previous_word ?? wordOf(previous), told.word ?? wordOf(current)];
  const isNotable = minDelta === undefined ? before !== word : Math.abs(current - previous) >= minDelta;
  if (!isNotable) return null;
  const text = `From ${figureOf(previous)} % (${before}) to ${figureOf(current)} % (${word}).`;
  return { ...ofRumor(row, row.id, `Now ${word}: ${sayRumor(row)}`, text), previous, current };
}

interface Move {
  readonly previous: number | null;
  readonly current: number;
  readonly previous_word?: string | null;
  readonly word?: string;
}
