import { parentPort } from 'node:worker_threads';
import { finished } from '../engine/learning/index.js';
import type { CopyingPair } from '../sources/source-copyings.service.js';
import type { HeardSource } from './hearings.js';
import { Listening, type HeardBatch } from './listening.js';

/** What the thread is told: to whom it listens, what was said, and in the end to say who copies. */
export type LearningTask =
  { readonly sources: readonly HeardSource[] } | { readonly batch: HeardBatch } | { readonly learn: true };

/** What comes back in the end. */
export type LearningResult = { readonly pairs: readonly CopyingPair[] };

let listening = new Listening([]);

parentPort?.on('message', (task: LearningTask) => {
  if ('sources' in task) listening = new Listening(task.sources);
  else if ('batch' in task) listening.hear(task.batch);
  else parentPort?.postMessage({ pairs: finished(listening.copiers()) } satisfies LearningResult);
});
