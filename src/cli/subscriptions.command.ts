import { OPERATOR } from '../access/actor.js';
import { checked } from '../platform/validation.js';
import { NEWEST_FIRST, SubscriptionBoard } from '../subscriptions/subscription-board.service.js';
import { WatchDto } from '../subscriptions/subscription.dto.js';
import { viewSubscription } from '../subscriptions/subscription.view.js';
import { Subscriptions } from '../subscriptions/subscriptions.service.js';
import type { Context } from './context.js';
import { table } from './table.js';
import { count } from './wording.js';

/** What `hearsay watch` is told. */
export interface WatchOptions {
  readonly kind?: string;
  readonly source?: string;
  readonly interval?: string;
  readonly autoCommit?: boolean;
}

const LIST = [
  { heading: 'Id' },
  { heading: 'State' },
  { heading: 'Next' },
  { heading: 'Polls', right: true },
  { heading: 'Entries', right: true },
  { heading: 'Proposed', right: true },
  { heading: 'Address' },
  { heading: 'Trouble' },
];

const saidAt = (instant: string | null): string => instant?.slice(0, 16).replace('T', ' ') ?? '–';

/** How many are listed at most. */
const MOST = 10_000;

/** Watches a feed or a page; a server asks it within a minute. */
export async function watch(url: string, options: WatchOptions, context: Context): Promise<void> {
  const { kind, source: name, interval, autoCommit } = options;
  const source = name === undefined ? undefined : { name, vetted: true };
  const given = { kind, source, interval, auto_commit: autoCommit };
  const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { id } = await (await context.get(Subscriptions)).watch(checked(WatchDto, { url, ...told }), OPERATOR);
  const shown = viewSubscription(await (await context.get(SubscriptionBoard)).get(id));
  context.screen.answer(shown, () => [`${shown.id} ${shown.url}, every ${shown.interval}`]);
  context.screen.note('A server asks it within a minute.');
}

/** Shows how one that is watched fares. */
export async function showSubscription(id: string, context: Context): Promise<void> {
  const shown = viewSubscription(await (await context.get(SubscriptionBoard)).get(id));
  const { counts, last_error: trouble } = shown;
  context.screen.answer(shown, () => [
    `${shown.title ?? shown.url} ${context.screen.styled('dim', shown.id)}`,
    ...(shown.title === null ? [] : [shown.url]),
    `${shown.status}, every ${shown.interval}, next ${saidAt(shown.next_poll_at)}, last ${saidAt(shown.last_poll_at)}`,
    `${count(counts.polls, 'poll')}, entries: ${counts.items}, proposed: ${counts.proposed}`,
    ...(trouble === null ? [] : [`${count(shown.failures, 'failure')} in a row: ${trouble.code}, ${trouble.detail}`]),
  ]);
}

/** Lists what is watched, the newest first. */
export async function listSubscriptions(context: Context): Promise<void> {
  const window = { sort: NEWEST_FIRST, after: null, limit: MOST };
  const rows = (await (await context.get(SubscriptionBoard)).page(undefined, window)).map(viewSubscription);
  const cells = (row: (typeof rows)[number]): string[] => [
    row.id,
    `${row.status}${row.failures > 0 ? `, ${row.failures} failed` : ''}`,
    saidAt(row.next_poll_at),
    String(row.counts.polls),
    String(row.counts.items),
    String(row.counts.proposed),
    row.url,
    row.last_error?.code ?? '',
  ];
  context.screen.answer({ data: rows }, () => (rows.length === 0 ? [] : table(LIST, rows.map(cells))));
  if (rows.length === 0) context.screen.note('Nothing is watched.');
}

/** Watches something no more. */
export async function stopWatching(id: string, context: Context): Promise<void> {
  await (await context.get(Subscriptions)).stop(id, null, OPERATOR);
  context.screen.answer({ id }, () => [`${id} is watched no more`]);
}
