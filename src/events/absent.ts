import type { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { sayInstant } from '../platform/instant.js';
import type { Moment } from './moments.service.js';
import { whereabouts } from './whereabouts.js';

/** The tables in which things are looked for, by the word for a thing; some are also found by their slug. */
const PLACES = {
  company: 'select id from companies where ? in (id, slug)',
  device: 'select id from devices where ? in (id, slug)',
  source: 'select id from sources where ? in (id, slug)',
  rumor: 'select id from rumors where id = ?',
  report: 'select id from reports where id = ?',
  evidence: 'select id from evidence where id = ?',
  statement: 'select id from statements where id = ?',
} as const;

/**
 * Why a thing was not found at a moment: it has another name now or is one with another thing (`Moved`), it was taken
 * down (gone `removed-device`), it was learned of only later (`not-yet-known`), or there is none (`unknown-…`).
 */
export async function absent(
  database: Database,
  thing: keyof typeof PLACES,
  reference: string,
  moment: Moment,
): Promise<Fault> {
  const { at, isNow } = moment;
  const isTold = thing !== 'report' && thing !== 'evidence' && thing !== 'statement';
  const elsewhere = isTold ? await whereabouts(database, thing, reference, moment) : null;
  if (elsewhere) return elsewhere;
  const later = isNow ? null : await database.readOne(PLACES[thing], [reference]);
  if (later === null) return new Fault('not_found', `unknown-${thing}`, `There is no ${thing} ${reference}.`);
  return new Fault('not_found', 'not-yet-known', `${reference} was not known yet at ${sayInstant(at)}.`);
}
