import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { projectFile } from '../platform/project.js';
import { Effort } from './effort.js';
import { Unreadable } from './markup.js';
import type { ReadingTask, ReadThing } from './reading.js';
import type { ReadingResult } from './reading-worker.js';

/** How long one task may take before its thread is ended, in milliseconds. */
const DEADLINE_MS = 2_000;
const LOOK_EVERY_MS = 100;
/** After how many tasks a thread is replaced, so that what it has gathered goes. */
const MOST_TASKS = 50;
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** The thread, wherever this runs: that which was built. */
const SCRIPT = 'dist/src/fetching/reading-worker.js';

/**
 * Reads what strangers wrote in a thread of its own, one thing at a time: what is costly holds nobody else up, and a
 * thread that takes too long or too much is ended.
 */
@Injectable()
export class ReaderThread implements OnApplicationShutdown {
  private worker: Worker | null = null;
  private tasks = 0;
  private last: Promise<unknown> = Promise.resolve();

  /** Reads something once those before it are read. @throws Unreadable */
  read(task: ReadingTask): Promise<ReadThing> {
    const reading = this.last.then(() => this.done(task));
    this.last = reading.catch(() => undefined);
    return reading;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.end();
  }

  private async done(task: ReadingTask): Promise<ReadThing> {
    if (this.tasks >= MOST_TASKS) await this.end();
    this.tasks += 1;
    const result = await this.answer(await this.started(), task).catch(async (error: unknown) => {
      await this.end();
      throw error;
    });
    if ('thing' in result) return result.thing;
    if ('refusal' in result) throw new Unreadable(result.refusal);
    throw new Error(`what was fetched could not be read: ${result.error}`);
  }

  private async started(): Promise<Worker> {
    if (this.worker) return this.worker;
    const worker = new Worker(projectFile(SCRIPT), { resourceLimits: MEMORY, env: {}, stdout: true, stderr: true });
    await once(worker, 'message'); // it says that it is ready
    worker.unref();
    worker.once('exit', () => (this.worker = this.worker === worker ? null : this.worker));
    this.worker = worker;
    return worker;
  }

  private async answer(worker: Worker, task: ReadingTask): Promise<ReadingResult> {
    const [ended, effort] = [new AbortController(), new Effort()];
    const timer = setInterval(() => effort.isOver(DEADLINE_MS) && ended.abort(), LOOK_EVERY_MS);
    worker.postMessage(task);
    try {
      const [result] = (await once(worker, 'message', { signal: ended.signal })) as [ReadingResult];
      return result;
    } catch (error) {
      const { code, name } = error as NodeJS.ErrnoException;
      if (name === 'AbortError') throw new Unreadable('It takes too long to read.');
      throw code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable('It takes too much memory to read.') : error;
    } finally {
      clearInterval(timer);
    }
  }

  private async end(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    this.tasks = 0;
    worker?.on('error', () => undefined); // it may still say why it ended, and nobody is there to hear it
    await worker?.terminate();
  }
}
