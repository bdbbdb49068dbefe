import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Fault } from '../platform/fault.js';
import { projectFile } from '../platform/project.js';
import type { CopyingPair } from '../sources/source-copyings.service.js';
import type { HeardSource } from './hearings.js';
import type { LearningResult, LearningTask } from './learning-worker.js';
import type { HeardBatch } from './listening.js';

/** The thread, wherever this runs: that which was built. */
const SCRIPT = 'dist/src/calibration/learning-worker.js';

/**
 * Finds who copies in a thread of its own, so that nobody waits while it is found. The rows are read here, a few at a time,
 * on the connection that reads anyway, and handed over in columns: the thread has no database and writes nothing.
 *
 * @param signal ends the thread at once
 * @throws Fault internal `learning-ended` where the thread ends before it has an answer; the reason of the signal
 */
export async function copiersInThread(
  sources: readonly HeardSource[],
  batches: AsyncIterable<HeardBatch>,
  signal: AbortSignal,
): Promise<readonly CopyingPair[]> {
  const worker = new Worker(projectFile(SCRIPT), { env: {}, stdout: true, stderr: true });
  const answer = answerOf(worker, signal);
  let isOver = false;
  answer.catch(() => (isOver = true)); // it is told below
  try {
    const tell = (task: LearningTask, moved: ArrayBuffer[] = []): void => worker.postMessage(task, moved);
    tell({ sources });
    for await (const batch of batches) {
      if (isOver) break;
      tell({ batch }, buffersOf(batch));
    }
    tell({ learn: true });
    return (await answer).pairs;
  } finally {
    worker.on('error', () => undefined); // it may still say why it ended
    await worker.terminate();
  }
}

async function answerOf(worker: Worker, signal: AbortSignal): Promise<LearningResult> {
  const gone = once(worker, 'exit', { signal }).then(([code]) => {
    throw new Error(`it ended with code ${code}`);
  });
  try {
    const [result] = (await Promise.race([once(worker, 'message', { signal }), gone])) as [LearningResult];
    return result;
  } catch (error) {
    signal.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    throw new Fault('internal', 'learning-ended', `Sources could not be learned in a thread of their own: ${why}`);
  }
}

const buffersOf = (batch: HeardBatch): ArrayBuffer[] =>
  [batch.claimOf, batch.sourceOf, batch.side, batch.certainty, batch.publishedAt, batch.independence].map(
    ({ buffer }) => buffer,
  );
