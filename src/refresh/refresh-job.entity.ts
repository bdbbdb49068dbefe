import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Device } from '../devices/device.entity.js';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  KeyTextColumn,
  RefColumn,
} from '../platform/database/columns.js';
import { newId } from '../platform/ids.js';

/** How far a job is. `partial`: it ended, and some of its questions could not be weighed. */
export const JOB_STATUSES = ['queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** What is refreshed: everything, what is said about one device, one feed or page that is watched, or how right the sources were. */
export const REFRESH_SCOPES = ['all', 'device', 'subscription', 'scores'] as const;
export type RefreshScope = (typeof REFRESH_SCOPES)[number];

/** Who asked for it. */
export const JOB_CAUSES = ['schedule', 'api', 'cli'] as const;
export type JobCause = (typeof JOB_CAUSES)[number];

/** The steps of a refresh, in their order; one of a subscription polls, reads and finishes. */
export const REFRESH_PHASES = ['poll', 'read', 'lapse', 'release', 'erase', 'sources', 'assess', 'finish'] as const;
export type RefreshPhase = (typeof REFRESH_PHASES)[number];

/**
 * What a refresh did: rumors that lapsed, sources whose counts were put right, questions weighed, rumors that moved;
 * entries of a feed that were new, and articles that they proposed.
 */
export interface RefreshCounts {
  readonly lapsed: number;
  readonly sources: number;
  readonly weighed: number;
  readonly changed: number;
  readonly items: number;
  readonly proposed: number;
}

/** Something that a job could not do, and goes on without. */
export interface JobError {
  /** The device and question, or what else it is about. */
  readonly about: string;
  readonly code: string;
  readonly detail: string;
}

/** One refresh: waiting, under way or done. */
@Entity('refresh_jobs')
@Index(['status', 'dueAt'])
@Index(['finishedAt'])
export class RefreshJob {
  @IdColumn() id: string;
  @KeyTextColumn({ length: 20 }) status: JobStatus;
  @KeyTextColumn({ length: 20 }) scope: RefreshScope;
  @RefColumn({ nullable: true }) deviceId: string | null;
  /** What is polled; it may be watched no more by now. */
  @RefColumn({ nullable: true }) subscriptionId: string | null;
  @KeyTextColumn({ length: 20 }) cause: JobCause;
  @KeyTextColumn() requestedBy: string;
  /** The step it is in; null before it starts. `done` of `total` are what that step has to do. */
  @KeyTextColumn({ nullable: true, length: 20 }) phase: RefreshPhase | null;
  @CountColumn() done: number;
  @CountColumn() total: number;
  @JsonColumn() counts: RefreshCounts;
  @JsonColumn() errors: readonly JobError[];
  /** How often a process began it: one that ends its process again and again is given up. */
  @CountColumn() attempts: number;
  /** The number of the lease under which it runs. */
  @CountColumn({ nullable: true }) fence: number | null;
  /** When it may begin. */
  @InstantColumn() dueAt: number;
  @InstantColumn({ nullable: true }) startedAt: number | null;
  @InstantColumn({ nullable: true }) finishedAt: number | null;
  @InstantColumn({ nullable: true }) cancelRequestedAt: number | null;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;

  @ManyToOne(() => Device, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'device_id' })
  device?: Relation<Device> | null;
}

/** The counts of a job that has not begun; those of an older version lack some. */
export const NOTHING_DONE: RefreshCounts = { lapsed: 0, sources: 0, weighed: 0, changed: 0, items: 0, proposed: 0 };

/** What is asked for with a job. */
export type JobRequest = Pick<RefreshJob, 'scope' | 'deviceId' | 'subscriptionId' | 'cause' | 'requestedBy'>;

/** A job that waits; it may begin at `dueAt`, at once where that is missing. */
export function freshJob(request: JobRequest, now: number, dueAt = now) {
  return {
    id: newId('job', now),
    status: 'queued' as const,
    ...request,
    phase: null,
    done: 0,
    total: 0,
    counts: NOTHING_DONE,
    errors: [],
    attempts: 0,
    fence: null,
    dueAt,
    startedAt: null,
    finishedAt: null,
    cancelRequestedAt: null,
    createdAt: now,
    updatedAt: now,
  };
}
