import { createHmac, timingSafeEqual } from 'node:crypto';
import { Fault } from '../fault.js';

/** What a row is sorted by, its id last: where the next page goes on. */
export type Position = readonly (string | number | null)[];

/** What a cursor remembers of the list that it goes on with. */
export interface Mark {
  /** The list and how it was asked for, in one text; another one makes the cursor worthless. */
  readonly list: string;
  /** The moment as of which the first page was read, epoch milliseconds. */
  readonly asOf: number;
  readonly after: Position;
}

const SIGNATURE_BYTES = 16;

const signed = (body: string, key: Buffer): Buffer =>
  createHmac('sha256', key).update(body).digest().subarray(0, SIGNATURE_BYTES);

/** The text that stands for a mark: opaque and signed, so that nobody but us makes one. */
export function writeCursor(mark: Mark, key: Buffer): string {
  const body = Buffer.from(JSON.stringify([mark.list, mark.asOf, mark.after])).toString('base64url');
  return `${body}.${signed(body, key).toString('base64url')}`;
}

/**
 * The mark that a cursor stands for.
 *
 * @throws Fault malformed `invalid-cursor` for a cursor of another list, of other filters, or one that we never gave
 */
export function readCursor(text: string, list: string, key: Buffer): Mark {
  const [body = '', signature = ''] = text.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = signed(body, key);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw foreign();
  const [ofList, asOf, after] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [string, number, Position];
  if (ofList !== list) throw foreign();
  return { list, asOf, after };
}

function foreign(): Fault {
  const detail = 'belongs to another list, or to other filters; begin again without it';
  const errors = [{ parameter: 'cursor', code: 'invalid-cursor', detail }];
  return new Fault('malformed', 'invalid-cursor', `This cursor ${detail}.`, errors);
}
