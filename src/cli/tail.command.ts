import { setTimeout as pause } from 'node:timers/promises';
import { OPERATOR } from '../access/actor.js';
import type { EventType } from '../events/event-types.js';
import { EventLog, type LoggedEvent } from '../events/event-log.service.js';
import type { Hearing } from '../events/hearing.js';
import { sayInstant } from '../platform/instant.js';
import type { Context } from './context.js';

/** What is to be shown, and from where on. */
export interface TailOptions {
  readonly types?: readonly EventType[];
  readonly device?: string;
  /** A place in the log; from now on where it is missing. */
  readonly after?: number;
  /** Whether to end with what is there. */
  readonly once?: boolean;
}

/** How often it is looked for more, in milliseconds. */
const LOOK_MS = 250;
const AT_ONCE = 500;

/** Shows events as they happen, until somebody ends it; with `--json` each on a line of its own. */
export async function tail({ types, device, after, once = false }: TailOptions, context: Context): Promise<void> {
  const { screen } = context;
  const log = await context.get(EventLog);
  const about = device === undefined ? {} : { deviceId: await log.idOf('device', device) };
  const hearing: Hearing = { actor: OPERATOR, types, ...about };
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
  let place = after ?? (once ? 0 : await log.last());
  if (!once) screen.note(`Listening from place ${place} in the log; Ctrl+C ends it.`);
  while (!ending.signal.aborted) {
    const part = await log.heard(hearing, place, AT_ONCE);
    if (part.isReset) screen.note('Events before these were forgotten: what you hold may be out of date.');
    for (const event of part.events) {
      screen.line(screen.isJson ? JSON.stringify(log.view(event)) : lineOf(event));
    }
    place = part.nextAfter;
    if (part.hasMore) continue;
    if (once) return;
    await pause(LOOK_MS, undefined, { signal: ending.signal }).catch(() => undefined);
  }
}

/** An event on a line for people: its place, when, what, of what, and what is told of it. */
function lineOf({ sequence, at, type, subject, data }: LoggedEvent): string {
  return `${String(sequence).padStart(6)}  ${sayInstant(at)}  ${type.padEnd(24)}  ${subject}  ${JSON.stringify(data)}`;
}
