import type { DeviceRow } from '../../devices/device.view.js';

/** Where a device stands among those that were last written about, as the address of a page tells it. */
export const positionOf = (device: DeviceRow | undefined): string | null =>
  device === undefined ? null : `${device.last_report_at ?? ''}~${device.id}`;

/** The position that an address tells of; null for the beginning. */
export function positionIn(after: string | undefined): [at: number | null, id: string] | null {
  const [at, id] = after?.split('~') ?? [];
  return id === undefined ? null : [at ? Number(at) : null, id];
}
