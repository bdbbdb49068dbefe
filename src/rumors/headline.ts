import type { Headline } from '../devices/devices.service.js';
import type { Rumor } from './rumor.entity.js';

/** Subjects that cannot come true of a device that does not exist. */
const IMPLYING: ReadonlySet<string> = new Set(['launch.date', 'announcement.date', 'preorder.date', 'partner']);

type Answer = Pick<Rumor, 'id' | 'subject' | 'value' | 'probability'>;

/**
 * How likely a device exists: as claimed, or as its most probable rumor that implies it, whichever is more; the latter
 * is marked derived. Null where nothing speaks of it.
 */
export function headlineOf(rumors: readonly Answer[]): Headline | null {
  const likeliest = (answers: readonly Answer[]): Answer | undefined =>
    [...answers].sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0))[0];
  const claimed = likeliest(rumors.filter((rumor) => rumor.subject === 'existence' && rumor.value === 'yes'));
  const implying = likeliest(rumors.filter((rumor) => IMPLYING.has(rumor.subject)));
  const derived = (implying?.probability ?? -1) > (claimed?.probability ?? -1);
  const rumor = derived ? implying : claimed;
  if (!rumor || rumor.probability === null) return null;
  return { probability: rumor.probability, rumorId: rumor.id, derived };
}
