import type { BoardSort } from './board-query.dto.js';
import { leadOf, type BoardRow } from './board-row.js';

const likelihood = (row: BoardRow): number => leadOf(row)?.confidence?.probability ?? -1;

/** The end of the most likely launch that is claimed; devices without one come last. */
function launchOn({ launch }: BoardRow): string {
  const value = launch?.rumors[0]?.value;
  return value !== undefined && 'label' in value ? (value.latest_on ?? value.earliest_on ?? '9999') : '9999';
}

const newest = (row: BoardRow): string => row.device.last_report_at ?? '';

const ORDERS: Readonly<Record<BoardSort, (a: BoardRow, b: BoardRow) => number>> = {
  moving: (a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0),
  likely: (a, b) => likelihood(b) - likelihood(a),
  launch: (a, b) => launchOn(a).localeCompare(launchOn(b)),
  recent: (a, b) => newest(b).localeCompare(newest(a)),
  name: (a, b) => a.device.name.localeCompare(b.device.name),
};

/** The rows in an order of the board; the one that was last written about comes first among equals. */
export const arrange = (rows: readonly BoardRow[], sort: BoardSort): BoardRow[] =>
  rows.toSorted((a, b) => ORDERS[sort](a, b) || ORDERS.recent(a, b));
