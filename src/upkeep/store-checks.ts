import type { StoreLook } from '../platform/database/store-look.js';
import { sayInstant } from '../platform/instant.js';
import { fail, ok, warn, type Check } from './checkup.js';
import { migrationsOf } from './verification.js';

const MINUTE_MS = 60_000;
/** A server looks every minute what is due: a refresh that waits for longer than this waits for a server. */
const LATE_MS = 5 * MINUTE_MS;

const REFRESHES = `select min(case when j.status = 'queued' then j.due_at end) as due,
  max(case when j.status = 'succeeded' then j.finished_at end) as done from refresh_jobs j`;
const WEBHOOKS = `select w.id, w.failures_in_row as failures, w.disabled_reason as reason from webhooks w
  where (w.enabled and w.failures_in_row > 0) or w.disabled_reason in ('failing', 'gone') order by w.id`;
const SUBSCRIPTIONS = `select s.id, s.url, s.failures, s.status from subscriptions s
  where (s.status = 'active' and s.failures > 0) or s.status = 'gone' order by s.failures desc, s.id`;

/** How many failing things are named; the rest is counted. */
const MOST_NAMED = 3;

/** Everything that the store tells of itself, at that moment. One that lacks migrations is not asked further. */
export async function storeChecks(look: StoreLook, now: number): Promise<Check[]> {
  const { pending, unknown } = await migrationsOf(look);
  if (unknown.length > 0) {
    return [fail('migrations', `unknown: ${unknown.join(', ')}`, 'Use the newer version of Hearsay that made them.')];
  }
  if (pending.length > 0) {
    const advice = 'Take a backup, then hearsay db migrate; a server takes them as it starts.';
    return [warn('migrations', `${pending.length} pending: ${pending.join(', ')}`, advice)];
  }
  return [
    ok('migrations', 'none pending'),
    await timeCheck(look, now),
    await refreshCheck(look, now),
    await webhookCheck(look),
    await subscriptionCheck(look),
  ];
}

async function timeCheck(look: StoreLook, now: number): Promise<Check> {
  const [revision] = await look.rows<{ at: number }>('select r.at from revisions r where r.id = 1');
  if (revision === undefined) return ok('time', 'nothing was written yet');
  const detail = `last written at ${sayInstant(revision.at)}`;
  return revision.at > now + MINUTE_MS
    ? warn('time', detail, 'That is ahead of this clock: set the clock of this machine, or that of the other one.')
    : ok('time', detail);
}

async function refreshCheck(look: StoreLook, now: number): Promise<Check> {
  const [row] = await look.rows<{ due: number | null; done: number | null }>(REFRESHES);
  const last = row?.done ? `the last one that succeeded ended at ${sayInstant(row.done)}` : 'none has succeeded yet';
  const lag = row?.due ? now - row.due : 0;
  return lag > LATE_MS
    ? warn(
        'refresh',
        `due for ${Math.round(lag / MINUTE_MS)} minutes; ${last}`,
        'Start a server, or hearsay refresh --wait.',
      )
    : ok('refresh', last);
}

async function webhookCheck(look: StoreLook): Promise<Check> {
  const rows = await look.rows<{ id: string; failures: number; reason: string | null }>(WEBHOOKS);
  const named = rows.map(({ id, failures, reason }) => `${id} (${reason ?? `${failures} failures`})`);
  return named.length === 0
    ? ok('webhooks', 'none fails')
    : warn('webhooks', some(named), 'See its deliveries (/v1/webhooks/{id}/deliveries), mend the receiver, enable it.');
}

async function subscriptionCheck(look: StoreLook): Promise<Check> {
  const rows = await look.rows<{ url: string; failures: number; status: string }>(SUBSCRIPTIONS);
  const named = rows.map(
    ({ url, failures, status }) => `${url} (${status === 'gone' ? 'gone' : `${failures} failures`})`,
  );
  return named.length === 0
    ? ok('subscriptions', 'none fails')
    : warn(
        'subscriptions',
        some(named),
        'hearsay subscriptions tells why; hearsay subscriptions <id> --stop ends one.',
      );
}

const some = (named: readonly string[]): string =>
  named.slice(0, MOST_NAMED).join(', ') + (named.length > MOST_NAMED ? ` and ${named.length - MOST_NAMED} more` : '');
