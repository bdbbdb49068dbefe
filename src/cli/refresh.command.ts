import { setTimeout as wait } from 'node:timers/promises';
import { OPERATOR } from '../access/actor.js';
import { checked } from '../platform/validation.js';
import { RefreshJobBoard } from '../refresh/refresh-job-board.service.js';
import { RequestRefreshDto } from '../refresh/refresh-job.dto.js';
import type { RefreshJob, RefreshScope } from '../refresh/refresh-job.entity.js';
import { viewRefreshJob } from '../refresh/refresh-job.view.js';
import { RefreshJobs } from '../refresh/refresh-jobs.service.js';
import { Refresh, type Watch } from '../refresh/refresh.service.js';
import type { Context } from './context.js';
import { EXIT } from './exit-codes.js';
import type { Screen } from './screen.js';
import { count } from './wording.js';

/** What `hearsay refresh` is told. */
export interface RefreshOptions {
  readonly scope?: RefreshScope;
  readonly device?: string;
  readonly subscription?: string;
  readonly wait?: boolean;
}

/** How long to wait before another look at a job that another process does. */
const LOOK_EVERY_MS = 500;
const LATER = 'A server takes it up within a minute. With --wait it is done here and now.';

/** Asks for a refresh and, with `--wait`, does it or waits for whoever does. Returns the code to end with. */
export async function refresh(options: RefreshOptions, context: Context): Promise<number> {
  const { device, subscription, wait: isAwaited = false } = options;
  const target = device ?? subscription;
  const named = device !== undefined ? 'device' : subscription !== undefined ? 'subscription' : 'all';
  const scope = options.scope ?? named;
  const act = checked(RequestRefreshDto, { scope, ...(target !== undefined && { target }) });
  const watch = progressOn(context.screen);
  const jobs = await context.get(RefreshJobs);
  const { id } = isAwaited ? await done(act, watch, context) : await jobs.request(act, 'cli', OPERATOR);
  const row = await (await context.get(RefreshJobBoard)).get(id);
  const job = viewRefreshJob(row, { withDetails: true });
  context.screen.answer(job, () => jobLines(job));
  if (!isAwaited) context.screen.note(LATER);
  return {
    succeeded: EXIT.ok,
    queued: EXIT.ok,
    running: EXIT.ok,
    partial: EXIT.partial,
    failed: EXIT.failed,
    cancelled: EXIT.failed,
  }[job.status];
}

/** The job that has done what is asked for: a refresh of everything under way does, any other is waited for first. */
async function done(act: RequestRefreshDto, watch: Watch, context: Context): Promise<RefreshJob> {
  const jobs = await context.get(RefreshJobs);
  await (await context.get(Refresh)).runDue(watch); // also what a process has left behind
  for (;;) {
    const job = await jobs.requestOrJoin(act, 'cli', OPERATOR);
    await follow(job.id, watch, context);
    if (job.status === 'queued' || job.scope === 'all') return job;
  }
}

async function follow(id: string, watch: Watch, context: Context): Promise<void> {
  const [jobs, program] = [await context.get(RefreshJobs), await context.get(Refresh)];
  await program.runDue(watch);
  for (let job = await jobs.get(id); job.finishedAt === null; job = await jobs.get(id)) {
    watch(job);
    await wait(LOOK_EVERY_MS);
    await program.runDue(watch);
  }
}

/** Shows a job on its way: a bar where there is a terminal, else a line for each phase. */
function progressOn(screen: Screen): Watch {
  let shown: string | null = null;
  return ({ phase, done, total }) => {
    if (phase === null) return;
    const isNew = phase !== shown;
    shown = phase;
    if (!screen.progress(phase, done, total) && isNew) screen.note(`${phase}: ${total} to do`);
  };
}

function jobLines(job: ReturnType<typeof viewRefreshJob>): string[] {
  const { lapsed, sources, weighed, changed, items, proposed } = job.counts;
  const polled = [`new entries: ${items}`, `proposed: ${proposed}`];
  const refreshed = [
    `${count(weighed, 'question')} weighed`,
    `${count(changed, 'rumor')} moved`,
    `${lapsed} lapsed`,
    `${count(sources, 'source')} put right`,
  ];
  const did = job.scope === 'subscription' ? polled : refreshed;
  return [
    `${job.status} ${job.id}${job.finished_at === null ? '' : ` · ${did.join(', ')}`}`,
    ...job.errors.map(({ about, code, detail }) => `  ${about}: ${code}, ${detail}`),
  ];
}
