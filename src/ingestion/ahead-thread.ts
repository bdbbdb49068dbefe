import { Worker } from 'node:worker_threads';
import type { Article, Knowledge, Reading } from '../engine/extraction/index.js';
import { projectFile } from '../platform/project.js';
import type { AheadResult, AheadTask } from './ahead-worker.js';
import type { FollowedNames } from './knowledge.service.js';

/** The thread, wherever this runs: that which was built. */
const SCRIPT = 'dist/src/ingestion/ahead-worker.js';

type Readings = AheadResult['readings'];

/** Reads articles in a thread of its own, lot after lot. Where the thread ends early, what it had to read is not read. */
export class AheadThread {
  private readonly worker: Worker;
  private readonly asked = new Map<number, (readings: Readings | null) => void>();
  private lots = 0;
  private base: Knowledge | null = null;
  private added = 0;
  private hasEnded = false;

  constructor() {
    this.worker = new Worker(projectFile(SCRIPT), { env: {}, stdout: true, stderr: true });
    this.worker.on('message', ({ lot, readings }: AheadResult) => this.answer(lot, readings));
    this.worker.on('error', () => this.ended()); // whoever needs the reading reads it, and meets the error
    this.worker.on('exit', () => this.ended());
    this.worker.unref();
  }

  /** What it reads with these names, in the order of the articles; null where the thread has ended. */
  read(articles: readonly Article[], names: FollowedNames): Promise<Readings | null> {
    if (this.hasEnded) return Promise.resolve(null);
    this.tellOf(names);
    const lot = (this.lots += 1);
    this.worker.ref(); // somebody waits for it
    const readings = new Promise<Readings | null>((resolve) => this.asked.set(lot, resolve));
    this.tell({ lot, articles });
    return readings;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private tellOf({ base, added }: FollowedNames): void {
    if (base !== this.base) this.tell({ base });
    else if (added.length === this.added) return;
    if (added.length > 0) this.tell({ added });
    this.base = base;
    this.added = added.length;
  }

  private tell(task: AheadTask): void {
    this.worker.postMessage(task);
  }

  private answer(lot: number, readings: readonly (Reading | null)[] | null): void {
    this.asked.get(lot)?.(readings);
    this.asked.delete(lot);
    if (this.asked.size === 0) this.worker.unref();
  }

  private ended(): void {
    this.hasEnded = true;
    for (const lot of [...this.asked.keys()]) this.answer(lot, null);
  }
}
