import { OPERATOR } from '../access/actor.js';
import { NEWEST_FIRST } from '../alerts/alert-board.service.js';
import { AlertDesk } from '../alerts/alert-desk.service.js';
import type { Context } from './context.js';
import { table } from './table.js';

const LIST = [
  { heading: 'Id' },
  { heading: 'Of' },
  { heading: 'Name' },
  { heading: 'When' },
  { heading: 'About' },
  { heading: 'To' },
  { heading: 'Last told' },
];

/** How many are listed at most. */
const MOST = 10_000;

/** Lists the rules by which people are alerted, the newest first. */
export async function listAlerts(context: Context): Promise<void> {
  const window = { sort: NEWEST_FIRST, after: null, limit: MOST };
  const rows = await (await context.get(AlertDesk)).page(undefined, OPERATOR, window);
  const cells = (row: (typeof rows)[number]): string[] => [
    row.id,
    row.created_by.name,
    row.name,
    `${row.when}${row.threshold === null ? '' : ` ${row.threshold}`}${row.enabled ? '' : ' (off)'}`,
    [row.device_id, row.company_id, row.subject].filter((each) => each !== null).join(' ') || 'everything',
    row.webhook_id ?? row.to,
    row.last_fired_at?.slice(0, 16).replace('T', ' ') ?? '–',
  ];
  context.screen.answer({ data: rows }, () => (rows.length === 0 ? [] : table(LIST, rows.map(cells))));
  if (rows.length === 0) context.screen.note('There is no alert: POST /v1/alerts makes one.');
}
