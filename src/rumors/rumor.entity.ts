import { Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { Device } from '../devices/device.entity.js';
import type { Strength } from '../engine/confidence/index.js';
import {
  CountColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  KeyTextColumn,
  ProbabilityColumn,
  RefColumn,
} from '../platform/database/columns.js';

/** What became of a rumor. `lapsed`: its window is over and nobody has recorded the outcome. */
export const RUMOR_STATUSES = ['open', 'lapsed', 'resolved', 'withdrawn'] as const;
export type RumorStatus = (typeof RUMOR_STATUSES)[number];

/** What a rumor came to. `void`: it cannot be decided any more, such as of a device that was given up. */
export const OUTCOMES = ['true', 'false', 'partly', 'void'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a rumor must be weighed again, and the ids of what caused it. */
export interface Cause {
  readonly kind:
    | 'opened'
    | 'evidence'
    | 'withdrawal'
    | 'statement'
    | 'source'
    | 'track_record'
    | 'calibration'
    | 'copying'
    | 'related_rumor'
    | 'origin'
    | 'resolution'
    | 'identity'
    | 'age'
    | 'model';
  readonly ids: readonly string[];
}

/** One checkable claim about a device, followed until it is resolved. Its value does not change once it has evidence. */
@Entity('rumors')
@Unique(['deviceId', 'question', 'valueKey'])
@Index(['dueAt', 'id'])
@Index(['subject', 'id'])
@Index(['unitedIntoId'], { where: '"united_into_id" IS NOT NULL' })
@Index(['status', 'probability', 'id'])
@Index(['lastReportAt', 'id'])
@Index(['probability', 'id'])
@Index(['updatedAt', 'id'])
@Index(['status', 'windowEndsOn', 'id'])
export class Rumor {
  @IdColumn() id: string;
  @RefColumn() deviceId: string;
  /** The same claim about the device that its own was merged into: both are one since, and that one is followed. */
  @RefColumn({ nullable: true }) unitedIntoId: string | null;
  @KeyTextColumn({ length: 80 }) subject: string;
  /** ISO 3166 alpha-2, `EU`, `GLOBAL`, or null where the claim is tied to no place. */
  @KeyTextColumn({ nullable: true, length: 10 }) region: string | null;
  /** The model it speaks of, such as `12/256`. */
  @KeyTextColumn({ nullable: true, length: 60 }) variant: string | null;
  /** Subject, region and variant in one text: rumors of one question compete. */
  @KeyTextColumn({ length: 160 }) question: string;
  /** The canonical text of the value (`readValue`), and the text by which equal values are equal. */
  @KeyTextColumn({ length: 240 }) value: string;
  @KeyTextColumn({ length: 240 }) valueKey: string;
  /** The last day on which it can still come true; null where it has no window. */
  @DayColumn({ nullable: true }) windowEndsOn: string | null;
  @KeyTextColumn({ length: 20 }) status: RumorStatus;
  /** What it came to; null until it is resolved. */
  @KeyTextColumn({ nullable: true, length: 10 }) outcome: Outcome | null;
  /** When it last lapsed: it has lapsed again once a withdrawal is taken back. */
  @InstantColumn({ nullable: true }) lapsedAt: number | null;

  /** The latest assessment, kept here so that lists need no join. All null before the first. */
  @RefColumn({ nullable: true }) assessmentId: string | null;
  @InstantColumn({ nullable: true }) assessedAt: number | null;
  @ProbabilityColumn({ nullable: true }) probability: number | null;
  @ProbabilityColumn({ nullable: true }) low: number | null;
  @ProbabilityColumn({ nullable: true }) high: number | null;
  /** Without unproven sources: what words and alerts use. */
  @ProbabilityColumn({ nullable: true }) firmProbability: number | null;
  @KeyTextColumn({ nullable: true, length: 10 }) strength: Strength | null;
  @FlagColumn() announced: boolean;
  @CountColumn() originCount: number;
  @CountColumn() supportingCount: number;
  @CountColumn() refutingCount: number;

  @CountColumn() reportCount: number;
  @InstantColumn({ nullable: true }) lastReportAt: number | null;
  /** When it must be weighed again, and why; null while nothing asks for it. */
  @InstantColumn({ nullable: true }) dueAt: number | null;
  @JsonColumn({ nullable: true }) dueCauses: readonly Cause[] | null;
  /** When its question was last weighed, whatever came of it, and by which model; null before the first time. */
  @InstantColumn({ nullable: true }) weighedAt: number | null;
  @KeyTextColumn({ nullable: true, length: 20 }) weighedModel: string | null;
  @CountColumn() version: number;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;

  @ManyToOne(() => Device, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'device_id' })
  device?: Relation<Device>;
}
