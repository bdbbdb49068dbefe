import { parentPort } from 'node:worker_threads';
import {
  alsoFollowing,
  extract,
  prepareKnowledge,
  type Article,
  type Knowledge,
  type KnownDevice,
  type PreparedKnowledge,
  type Reading,
} from '../engine/extraction/index.js';

/** What the thread is told: the names to read with, the devices that came to them since, or articles to read. */
export type AheadTask =
  | { readonly base: Knowledge }
  | { readonly added: readonly KnownDevice[] }
  | { readonly lot: number; readonly articles: readonly Article[] };

/** What it read in a lot, in order; null for an article that cannot be read, which whoever needs it finds out. */
export interface AheadResult {
  readonly lot: number;
  readonly readings: readonly (Reading | null)[];
}

let ground: PreparedKnowledge = { names: [] };
let knowledge = ground;

function readingOf(article: Article): Reading | null {
  try {
    return extract(article, knowledge);
  } catch {
    return null;
  }
}

parentPort?.on('message', (task: AheadTask) => {
  if ('base' in task) knowledge = ground = prepareKnowledge(task.base);
  else if ('added' in task) knowledge = alsoFollowing(ground, task.added);
  else parentPort?.postMessage({ lot: task.lot, readings: task.articles.map(readingOf) } satisfies AheadResult);
});
