import { OPERATOR } from '../access/actor.js';
import { checked } from '../platform/validation.js';
import { Registrations } from '../webhooks/registrations.service.js';
import { WebhookBoard } from '../webhooks/webhook-board.service.js';
import { WebhookDesk } from '../webhooks/webhook-desk.service.js';
import { RegisterWebhookDto } from '../webhooks/webhook.dto.js';
import type { WebhookAnswer } from '../webhooks/webhook.answer.js';
import type { Webhook } from '../webhooks/webhook.entity.js';
import { viewWebhook } from '../webhooks/webhook.view.js';
import type { Context } from './context.js';
import { EXIT } from './exit-codes.js';
import { table } from './table.js';

/** What `hearsay webhooks add` is told. */
export interface AddWebhookOptions {
  readonly types?: string;
  readonly device?: string;
  readonly company?: string;
  readonly format?: string;
  readonly description?: string;
}

const LIST = [
  { heading: 'Id' },
  { heading: 'State' },
  { heading: 'Waiting', right: true },
  { heading: 'Received', right: true },
  { heading: 'Given up', right: true },
  { heading: 'Types' },
  { heading: 'Address' },
];

/** Lists who is told of events, without secrets, the newest first. */
export async function listWebhooks(context: Context): Promise<void> {
  const board = await context.get(WebhookBoard);
  const rows: WebhookAnswer[] = [];
  for (const webhook of await board.list()) rows.push(await viewed(webhook, board));
  const cells = (row: WebhookAnswer): string[] => [
    row.id,
    row.disabled_reason ?? 'on',
    ...[row.deliveries.pending, row.deliveries.delivered, row.deliveries.failed].map(String),
    row.types.length === 0 ? 'all' : row.types.join(' '),
    row.url,
  ];
  context.screen.answer({ data: rows }, () => (rows.length === 0 ? [] : table(LIST, rows.map(cells))));
  if (rows.length === 0) context.screen.note('Nobody is told of events: hearsay webhooks add <address>');
}

/** Registers somebody who is told of events, and shows the secret, this once. */
export async function addWebhook(url: string, options: AddWebhookOptions, context: Context): Promise<void> {
  const { types, device, company, format, description } = options;
  const filter = device === undefined && company === undefined ? undefined : { device, company };
  const given = { url, types: types?.split(',').map((each) => each.trim()), filter, format, description };
  const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const webhook = await (await context.get(Registrations)).register(checked(RegisterWebhookDto, told), OPERATOR);
  const shown = { ...(await viewed(webhook, await context.get(WebhookBoard))), secret: webhook.secret };
  context.screen.answer(shown, () => [`${shown.id} ${shown.url}`, shown.secret]);
  context.screen.note('The secret is shown this once; with it the receiver knows that a message is ours.');
}

/** Sends a trial event, and tells what the receiver made of it; a failure is the code for what is unavailable. */
export async function testWebhook(id: string, context: Context): Promise<number> {
  const desk = await context.get(WebhookDesk);
  const tried = await desk.test(id);
  await desk.noteTrial(id, tried, OPERATOR);
  const { received, status, error, duration_ms: duration } = tried;
  const answer = status === null ? '' : `, ${status}`;
  const said = received ? `received${answer}, after ${duration} ms` : `not received: ${error}, after ${duration} ms`;
  context.screen.answer(tried, () => [said]);
  return received ? EXIT.ok : EXIT.unreachable;
}

const viewed = async (webhook: Webhook, board: WebhookBoard) => viewWebhook(webhook, await board.countsOf(webhook.id));
