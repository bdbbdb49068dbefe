import { stretchesOf } from '../engine/words/index.js';
import { Fault } from '../platform/fault.js';
import { isSameName, type KnownName } from './known-names.service.js';
import { Passages } from './passages.js';

/** How many names are told to whoever asked for a part of them. */
const MOST_TOLD = 5;

/**
 * Who goes by a whole name: the name, and the sources that have it. A name of two words or more may also be that of
 * somebody who is only spoken of.
 *
 * @throws Fault invalid `half-name` for one word that is nobody's whole name, or for a name without a word
 */
export function whoIs(name: string, known: readonly KnownName[]): { name: string; sourceIds: string[] } {
  const same = known.filter((each) => isSameName(each.name, name));
  const words = stretchesOf(name).reduce((sum, { pieces }) => sum + pieces.length, 0);
  if (same.length === 0 && words < 2) throw halfOf(name, known);
  const ids = same.map((each) => each.source_id).filter((id) => id !== null);
  return { name, sourceIds: [...new Set(ids)] };
}

function halfOf(name: string, known: readonly KnownName[]): Fault {
  const part = new Passages({ names: [name] });
  const whole = [...new Set(known.map((each) => each.name).filter((each) => part.stand(each)))].slice(0, MOST_TOLD);
  const told = whole.length === 0 ? 'no whole name' : `only a part of ${whole.join(', ')}`;
  return new Fault('invalid', 'half-name', `"${name}" is ${told}: give the whole name.`);
}
