import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import type { Hold, Leases } from './leases.service.js';
import type { JobError, RefreshCounts, RefreshJob, RefreshPhase } from './refresh-job.entity.js';
import type { JobState, RefreshQueue } from './refresh-queue.service.js';

/** How often the state of a job is noted at most, in milliseconds. */
const NOTED_EVERY_MS = 300;
/** How often those who listen are told of it at most. */
const TOLD_EVERY_MS = 250;
/** How often a job that does no slices shows that it is alive, in milliseconds. */
const SHOWN_EVERY_MS = 1000;
/** How many errors a job keeps. */
const KEPT_ERRORS = 20;

/** Thrown where a job is to stop before its end: somebody called it off, or its process ends. */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  constructor(readonly reason: 'called-off' | 'process-ends') {
    super(`the refresh stops: ${reason}`);
  }
}

/** What one slice of work did: how much of the phase, and what is counted of it. */
export interface Slice {
  readonly done: number;
  readonly counts: Partial<RefreshCounts>;
}

/** What a run needs of the program. */
export interface RunDesk {
  readonly database: Database;
  readonly leases: Leases;
  readonly queue: RefreshQueue;
  /** Whether the process is about to end. */
  isEnding(): boolean;
  /** Is told of every step. */
  watch(job: RefreshJob): void;
}

/**
 * One job under way. It works in small slices, each a transaction that only the holder of the lease can commit, and
 * between two slices everybody else has their turn.
 */
export class RefreshRun {
  private state: JobState;
  private notedAt = -Infinity;
  private toldAt = -Infinity;

  constructor(
    readonly job: RefreshJob,
    readonly hold: Hold,
    private readonly desk: RunDesk,
  ) {
    const { phase, done, total, counts, errors } = job;
    this.state = { phase, done, total, counts, errors };
  }

  /** How far it is. */
  get progress(): JobState {
    return this.state;
  }

  /** Begins a phase that has so much to do. */
  begin(phase: RefreshPhase, total: number): Promise<void> {
    this.state = { ...this.state, phase, done: 0, total };
    this.notedAt = -Infinity;
    return this.slice(() => Promise.resolve({ done: 0, counts: {} })).then(() => undefined);
  }

  /**
   * Does a slice of work, all of it or nothing.
   *
   * @throws Fault conflict `lease-lost`, Stopped where it is to end, and whatever the work throws
   */
  async slice<S extends Slice>(work: () => Promise<S>): Promise<S> {
    await nextTurn();
    const slice = await this.desk.database.transaction(async () => {
      await this.desk.leases.confirm(this.hold);
      if (this.desk.isEnding()) throw new Stopped('process-ends');
      if (await this.desk.queue.isCalledOff(this.job)) throw new Stopped('called-off');
      const done = await work();
      await this.note();
      return done;
    });
    this.add(slice);
    return slice;
  }

  /**
   * Does work that is no slice, since it waits or takes long, and shows meanwhile that the job is alive: the lease is renewed,
   * and whoever calls the job off is heard within a second.
   *
   * @param work is to end when its signal says so
   * @throws what `slice` throws, and whatever the work throws
   */
  async alongside<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const [left, done] = [new AbortController(), new AbortController()];
    const result = work(left.signal).finally(() => done.abort());
    const watched = this.showAlive(done.signal).catch((error: unknown) => left.abort(error));
    try {
      return await result;
    } finally {
      await watched;
    }
  }

  /** Begins an empty slice every second, until the signal says that it is over. */
  private async showAlive(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      await pause(SHOWN_EVERY_MS, undefined, { signal: over }).catch(() => undefined);
      if (!over.aborted) await this.slice(() => Promise.resolve({ done: 0, counts: {} }));
    }
  }

  /** Notes something that could not be done, and that the job goes on without. */
  fail(error: JobError): void {
    const errors = [...this.state.errors, error].slice(0, KEPT_ERRORS);
    this.state = { ...this.state, errors };
  }

  private add({ done, counts }: Slice): void {
    const sum = { ...this.state.counts };
    for (const [name, count] of Object.entries(counts) as [keyof RefreshCounts, number][]) sum[name] += count;
    this.state = { ...this.state, done: this.state.done + done, counts: sum };
    this.desk.watch({ ...this.job, ...this.state });
  }

  private async note(): Promise<void> {
    const now = performance.now();
    if (now - this.notedAt < NOTED_EVERY_MS) return;
    this.notedAt = now;
    const isTold = now - this.toldAt >= TOLD_EVERY_MS;
    if (isTold) this.toldAt = now;
    await this.desk.queue.note(this.job, this.state, isTold);
  }
}

/** Whether an error ends the job, and not only the question at hand. */
export function endsJob(error: unknown): boolean {
  if (error instanceof Stopped) return true;
  return error instanceof Fault && (error.kind === 'unavailable' || error.code === 'lease-lost');
}

/** What is noted of an error. */
export function jobErrorOf(about: string, error: unknown): JobError {
  if (error instanceof Fault) return { about, code: error.code, detail: error.message };
  return { about, code: 'internal', detail: error instanceof Error ? error.message : String(error) };
}
