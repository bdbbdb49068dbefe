import { isEstablished } from '../engine/confidence/index.js';
import type { Grade, SourceKind, Stance } from '../engine/subjects/index.js';
import { sayInstant } from '../platform/instant.js';
import { standingOfListRow } from './standing.js';
import { type SourceAnswer, type SourceCardAnswer, type SourceInShort } from './source.answer.js';

/** A source as it stands beside a report or statement. */
export interface SourceRow {
  readonly source_id: string;
  readonly source_slug: string;
  readonly source_name: string;
  readonly source_kind: SourceKind;
  readonly source_grade: Grade | null;
  readonly source_vetted: number;
}

/** The columns of a source (`s`) beside a report or statement. */
export const SOURCE_COLUMNS = `s.id as source_id, s.slug as source_slug, s.name as source_name, s.kind as source_kind,
  s.grade as source_grade, s.vetted as source_vetted`;

/** A source as it stands beside what it published. `grade` null = unrated. */
export function viewSourceOf(row: SourceRow): SourceInShort {
  return {
    id: row.source_id,
    slug: row.source_slug,
    name: row.source_name,
    kind: row.source_kind,
    grade: row.source_grade,
    vetted: Boolean(row.source_vetted),
  };
}

/** A source as it is read for a list, with the outlet that it belongs to beside it. */
export interface SourceListRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** The present name, by which lists are sorted also as of the past. */
  readonly sorted_name: string;
  readonly kind: SourceKind;
  readonly grade: Grade | null;
  readonly vetted: number;
  readonly parent_id: string | null;
  readonly parent_slug: string | null;
  readonly parent_name: string | null;
  readonly report_count: number;
  /** Decided claims that it took a side on before, and those in which it was right. */
  readonly resolved_count: number;
  readonly hit_count: number;
  /** The events that decided them; null until its record is counted for the first time. */
  readonly event_count: number | null;
  /** Early calls that were right against the crowd, less those that were wrong. */
  readonly early_call_count: number;
  /** The grade that its record comes to; null until enough events were decided. */
  readonly reliability: Grade | null;
  readonly reply_text: string | null;
  readonly reply_on: string | null;
  readonly reply_url: string | null;
  readonly last_report_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
  readonly version: number;
}

/** What a source said with one stance: links to rumors, the devices of these, and the links of reports that are no copies. */
export interface SourceBearing {
  readonly stance: Stance;
  readonly links: number;
  readonly own_links: number;
  readonly devices: number;
}

/** A source as it is read for its record card. */
export interface SourceCardRow extends SourceListRow {
  readonly names: readonly string[];
  readonly bearings: readonly SourceBearing[];
}

/** A source as it is shown in a list: its `reliability` is the grade until its record speaks; null = unrated. */
export function viewSource(row: SourceListRow): SourceAnswer {
  const { parent_id: id, parent_slug: slug, parent_name: name } = row;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    grade: row.grade,
    reliability: row.reliability ?? row.grade,
    vetted: Boolean(row.vetted),
    established: isEstablished(standingOfListRow(row)),
    parent: id === null ? null : { id, slug, name },
    reports: row.report_count,
    record: recordIn(row),
    reply: replyIn(row),
    last_report_at: row.last_report_at === null ? null : sayInstant(row.last_report_at),
    created_at: sayInstant(row.created_at),
    updated_at: sayInstant(row.updated_at),
    html_url: `/sources/${row.slug}`,
  };
}

function recordIn(row: SourceListRow): SourceAnswer['record'] {
  const { resolved_count: resolved, hit_count: hits, event_count: events, early_call_count: early_calls } = row;
  return { resolved, hits, events: events ?? 0, early_calls };
}

function replyIn({ reply_text: words, reply_on: on, reply_url: url }: SourceListRow): SourceAnswer['reply'] {
  return words === null || on === null ? null : { text: words, said_on: on, url };
}

/** A source as it is shown on its record card: with its names, and with what it has said. */
export function viewSourceCard(row: SourceCardRow): SourceCardAnswer {
  const bearing = (stance: Stance) => {
    const { links = 0, own_links = 0, devices = 0 } = row.bearings.find((each) => each.stance === stance) ?? {};
    return { links, own_links, devices };
  };
  return {
    ...viewSource(row),
    names: row.names,
    supports: bearing('supports'),
    refutes: bearing('refutes'),
    mentions: bearing('mentions'),
  };
}
