import type { Actor } from '../access/actor.js';
import { askedBy } from '../platform/named-at.js';
import type { EventLog } from './event-log.service.js';
import type { WantedEventsDto } from './events.dto.js';
import type { Hearing } from './hearing.js';

/** Who listens, and to what a query says they want to. Refuses what it names and is not there. */
export async function hearingOf(query: WantedEventsDto, actor: Actor, log: EventLog): Promise<Hearing> {
  const { types, device, rumor, min_delta: minDelta } = query;
  return {
    ...{ actor, types, minDelta },
    ...(device !== undefined && { deviceId: await askedBy('device', () => log.idOf('device', device)) }),
    ...(rumor !== undefined && { rumorId: await askedBy('rumor', () => log.idOf('rumor', rumor)) }),
  };
}
