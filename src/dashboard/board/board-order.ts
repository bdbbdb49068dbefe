import type { BoardQueryDto, BoardSort } from './board-query.dto.js';
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

/** The rows that a query asks for, in its order; the one that was last written about comes first among equals. */
export function arrange(rows: readonly BoardRow[], query: BoardQueryDto): BoardRow[] {
  const wanted = (query.q ?? '').trim().toLowerCase();
  const names = ({ device }: BoardRow): string[] => [device.name, device.company.name, ...device.aliases];
  return rows
    .filter((row) => names(row).some((name) => name.toLowerCase().includes(wanted)))
    .filter(({ device }) => !query.company || device.company.slug === query.company)
    .filter(({ device }) => !query.status || device.status === query.status)
    .sort((a, b) => ORDERS[query.sort ?? 'moving'](a, b) || ORDERS.recent(a, b));
}
