import { readAvailability } from './availability.js';
import type { Cast } from './cast.js';
import { readDated, type Dating } from './dated.js';
import type { Draft } from './draft.js';
import { readFate } from './fate.js';
import { readIdentity } from './identity.js';
import { readLensCount } from './lens-count.js';
import type { Lexicon } from './lexicon/cue.js';
import { readParties } from './parties.js';
import { readParts } from './parts.js';
import { readPrices } from './prices.js';
import type { Line } from './scene.js';
import { readSpecs } from './specs.js';

/** Whether the main device is a graphics card, whose memory is its own subject. */
const isGraphicsCard = ({ devices }: Cast): boolean =>
  /\b(?:GeForce|[RG]TX|Radeon|RX|Arc)\b/.test(devices[0]?.name ?? '');

/** What the sentence says of a graphics card whose family is not known: `the card has 20 GB on a 160-bit bus`. */
const OF_CARD =
  /\b(?:card|gpu|graphics)\b[^;]*\d[- ]bit (?:memory )?(?:bus|interface)|\d[- ]bit (?:memory )?(?:bus|interface)[^;]*\b(?:card|gpu|graphics)\b/;
const isOfCard = ({ lower }: Line): boolean => lower.includes('bit ') && OF_CARD.test(lower);

/** Everything that a sentence may claim, whatever device it speaks of. */
export function draftsOf(line: Line, cast: Cast, dating: Dating, lexicon: Lexicon): Draft[] {
  return [
    ...readDated(line, dating),
    ...readIdentity(line, cast),
    ...readParties(line, cast),
    ...readFate(line),
    ...readAvailability(line),
    ...readPrices(line),
    ...readSpecs(line, isGraphicsCard(cast) || isOfCard(line)),
    ...readLensCount(line, lexicon),
    ...readParts(line),
  ];
}
