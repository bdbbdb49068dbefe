import { readFileSync } from 'node:fs';
import { OPERATOR } from '../access/actor.js';
import { DAY_MS, dayNumber, type Grade, type SourceKind } from '../engine/subjects/index.js';
import { Ingestions } from '../ingestion/ingestions.service.js';
import { Clock } from '../platform/clock.js';
import { Fault } from '../platform/fault.js';
import { RefreshJobs } from '../refresh/refresh-jobs.service.js';
import { Refresh } from '../refresh/refresh.service.js';
import type { Context } from './context.js';
import { projectFile } from '../platform/project.js';

/** One report of the demo's story. */
interface StoryReport {
  readonly title: string;
  readonly url: string;
  readonly source: { readonly name: string; readonly kind: SourceKind; readonly grade: Grade | null };
  readonly published_on: string;
  readonly text: string;
}

/** Kinds that the demo's editor vouches for without a mark. */
const KNOWN_KINDS: ReadonlySet<SourceKind> = new Set<SourceKind>(['maker', 'regulator']);

const NOON_MS = DAY_MS / 2;
const WEEK_DAYS = 7;

const dayOf = (report: StoryReport): number => dayNumber(report.published_on) ?? 0;

/** The reports of the story that were published by a moment, the oldest first. */
function reportsBy(moment: number): StoryReport[] {
  const lines = readFileSync(projectFile('demo/story/reports.jsonl'), 'utf8').trim().split('\n');
  const reports = lines.map((line) => JSON.parse(line) as StoryReport);
  return reports.filter((report) => dayOf(report) * DAY_MS + NOON_MS <= moment);
}

/**
 * Tells the demo's story: each report is handed in on the day on which it was published, and what is known is weighed
 * anew at least once a week, as the schedule would have done. The clock ends where it was.
 *
 * @param progress is told how many of how many reports are in
 * @returns how many reports were told
 */
export async function tellStory(context: Context, progress: (done: number, total: number) => void): Promise<number> {
  const clock = await context.get(Clock);
  const ingestions = await context.get(Ingestions);
  const present = clock.now();
  const reports = reportsBy(present);
  for (const [index, report] of reports.entries()) {
    await passTime(context, clock, dayOf(report));
    await handIn(ingestions, report);
    progress(index + 1, reports.length);
  }
  await passTime(context, clock, Math.floor(present / DAY_MS));
  clock.hold(present);
  return reports.length;
}

async function handIn(ingestions: Ingestions, report: StoryReport): Promise<void> {
  const { source, title, url, text, published_on } = report;
  const vouched = {
    ...source,
    grade: source.grade ?? undefined,
    vetted: source.grade !== null || KNOWN_KINDS.has(source.kind),
  };
  try {
    await ingestions.handIn({ text, title, url, published_on, source: vouched }, OPERATOR, 'commit');
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'no-claims') throw error; // a report may say nothing that can be followed
  }
}

/** Lets the days up to that one (since 1970) pass, with a refresh each week and on the day itself. */
async function passTime(context: Context, clock: Clock, until: number): Promise<void> {
  const [jobs, refresh] = [await context.get(RefreshJobs), await context.get(Refresh)];
  let day = Math.floor(clock.now() / DAY_MS);
  if (day > until) clock.hold(until * DAY_MS + NOON_MS); // the story begins before the present
  while (day < until) {
    day = Math.min(day + WEEK_DAYS, until);
    clock.hold(day * DAY_MS + NOON_MS);
    await jobs.request({ scope: 'all' }, 'cli', OPERATOR);
    await refresh.runDue();
  }
}
