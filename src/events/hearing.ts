import { may, type Actor, type Role } from '../access/actor.js';
import { EVENT_TYPES, type EventType } from './event-types.js';
import type { EventPlace } from './event-places.js';

/** Something that happened, as it is told on: with the places where it belongs. */
export interface ToldEvent {
  readonly sequence: number;
  readonly type: EventType;
  readonly subject: string;
  /** What listeners are told, as it is shown. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly places: readonly EventPlace[];
}

/** What somebody wants to hear; everything that they may where nothing is said. */
export interface Wanted {
  readonly types?: readonly EventType[];
  readonly deviceId?: string;
  readonly rumorId?: string;
  /** The least move of a confidence that is of interest, 0..1; the first weighing of a rumor is no move. */
  readonly minDelta?: number;
}

/** Somebody who listens, and to what. */
export interface Hearing extends Wanted {
  readonly actor: Actor;
}

/** From which role on one hears of an event; of what is not listed here everybody does. */
const HEARD_BY: Readonly<Partial<Record<EventType, Role>>> = {
  'person.erased': 'admin',
  'proposal.opened': 'contributor',
  'proposal.updated': 'contributor',
  'proposal.committed': 'contributor',
  'proposal.rejected': 'contributor',
  'proposal.dropped': 'contributor',
  'ingestion.ready': 'contributor',
  'ingestion.committed': 'contributor',
  'ingestion.discarded': 'contributor',
  'alert.fired': 'contributor',
};

/** What is told of a device that is shown no more, so that whoever has it can forget it. */
const OF_REMOVAL: readonly EventType[] = ['device.removed', 'device.restored'];

/** The types of event of which somebody hears, of those that are wanted. */
export const typesFor = ({ actor, types = EVENT_TYPES }: Hearing): EventType[] =>
  types.filter((type) => may(actor, HEARD_BY[type] ?? 'reader'));

/** Whether somebody hears of an event. */
export function hears(hearing: Hearing, event: ToldEvent): boolean {
  const { actor, types, deviceId, rumorId, minDelta } = hearing;
  const { type, places } = event;
  if (types !== undefined && !types.includes(type)) return false;
  if (!may(actor, HEARD_BY[type] ?? 'reader') || !isOpenTo(actor, event)) return false;
  if (rumorId !== undefined && !places.some((place) => place.rumor_id === rumorId)) return false;
  if (deviceId !== undefined && !isAbout(deviceId, event)) return false;
  return minDelta === undefined || type !== 'rumor.confidence_changed' || moveOf(event) >= minDelta;
}

/** Whether somebody may know of it: it is shown, and vouched for or proposed by themselves. */
function isOpenTo(actor: Actor, { type, places }: ToldEvent): boolean {
  if (type === 'alert.fired' && places.length === 0) return may(actor, 'editor'); // its rule was removed
  if (places.length === 0 || OF_REMOVAL.includes(type)) return true;
  if (may(actor, 'editor'))
    return may(actor, 'admin') || places.some(({ removed_at: removedAt }) => removedAt === null);
  return places.some(
    ({ removed_at: removedAt, is_secret: isSecret, key_id: keyId }) =>
      removedAt === null && (isSecret === 0 || (keyId !== null && keyId === actor.keyId)),
  );
}

/** A device is also told of where its id stands in what happened to another one, such as a merge. */
const isAbout = (deviceId: string, { type, data, places }: ToldEvent): boolean =>
  places.some((place) => place.device_id === deviceId) ||
  (type.startsWith('device.') && Object.values(data).includes(deviceId));

const moveOf = ({ data }: ToldEvent): number => Math.abs(typeof data['change'] === 'number' ? data['change'] : 0);
