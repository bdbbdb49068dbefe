import { parentPort } from 'node:worker_threads';
import { Unreadable } from './markup.js';
import { readThing, type ReadingTask, type ReadThing } from './reading.js';

/** What comes back of a task: what was read, or why it was not. */
export type ReadingResult = { readonly thing: ReadThing } | { readonly refusal: string } | { readonly error: string };

/** Says that the thread can take its first task. */
export const READY = 'ready';

function resultOf(task: ReadingTask): ReadingResult {
  try {
    return { thing: readThing(task) };
  } catch (error) {
    if (error instanceof Unreadable) return { refusal: error.message };
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (task: ReadingTask) => parentPort?.postMessage(resultOf(task)));
parentPort?.postMessage(READY);
