import { sayInstant } from '../platform/instant.js';
import type { EventAnswer } from './event.answer.js';
import type { ToldEvent } from './hearing.js';

/** Who tells of events where nobody has said where this server is reached. */
const SOMEWHERE = 'https://hearsay.example';

/** An event as it is shown: the attributes of CloudEvents 1.0 in plain JSON. */
export function viewEvent(
  event: ToldEvent & { readonly id: string; readonly at: number },
  publicUrl: string | null,
): EventAnswer {
  const { sequence, data } = event;
  return { ...attributesOf(event, publicUrl), sequence, data };
}

/** Why a stream cannot go on from where somebody was: what came since was forgotten, or it is no place of this store. */
export type ResetReason = 'forgotten' | 'unknown';

/** What a stream says where it cannot go on from where somebody was: the attributes of an event, of no place in the log. */
export function viewReset(reset: { reason: ResetReason; place: number; at: number }, publicUrl: string | null) {
  const { reason, place, at } = reset;
  const said = { id: `reset-${place}`, type: 'stream.reset', subject: 'stream', at };
  return { ...attributesOf(said, publicUrl), data: { reason, resumes_after: place } };
}
export type StreamReset = ReturnType<typeof viewReset>;

function attributesOf({ id, type, subject, at }: Attributes, publicUrl: string | null) {
  const source = publicUrl ?? SOMEWHERE;
  const time = sayInstant(at);
  return { specversion: '1.0', id, source, type, subject, time, datacontenttype: 'application/json' };
}

interface Attributes {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly at: number;
}
