import type { EventAnswer } from './event.answer.js';
import type { StreamReset } from './event.view.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** What every stream begins with: after how many milliseconds to come back when it breaks off. */
export const OPENING = bytes('retry: 3000\n\n');

/** What it ends with when the server ends. */
export const FAREWELL = bytes('retry: 3000\n: the server ends; come back\n\n');

/**
 * A sign of life. It names the last place, so that whoever hears of nothing comes back to where the log is, not to where
 * they last heard of something; without data it is no event to them (WHATWG HTML, 9.2.6).
 */
export const pingAt = (place: number): Uint8Array => bytes(place === 0 ? ': ping\n\n' : `: ping\nid: ${place}\n\n`);

/** An event as a block of the stream. */
export const frameOf = (event: EventAnswer): Uint8Array =>
  bytes(`id: ${event.sequence}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);

/** Tells a reader to read anew what they hold; the stream goes on after a place. */
export const resetFrame = (reset: StreamReset, place: number): Uint8Array =>
  bytes(`${place === 0 ? '' : `id: ${place}\n`}event: ${reset.type}\ndata: ${JSON.stringify(reset)}\n\n`);
