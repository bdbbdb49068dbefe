import { COMPUTER_MAKERS } from './computer-makers.registry.js';
import { HOME_MAKERS } from './home-makers.registry.js';
import { maker, type Maker } from './maker.js';
import { PART_MAKERS } from './part-makers.registry.js';
import { PHONE_MAKERS } from './phone-makers.registry.js';
import { PICTURE_MAKERS } from './picture-makers.registry.js';
import { SOUND_MAKERS } from './sound-makers.registry.js';
import { TWO_WHEELER_MAKERS } from './two-wheeler-makers.registry.js';
import { VEHICLE_MAKERS } from './vehicle-makers.registry.js';
import { WORN_MAKERS } from './worn-makers.registry.js';

/** Makers of many kinds of thing. */
const MANIFOLD_MAKERS: readonly Maker[] = [
  maker('Amazon', 'Amazon.com, 亚马逊', 'Echo, Kindle, Fire TV, Fire HD, Fire Max', 'amazon.com'),
  maker('Anker', 'Anker Innovations, 安克', 'Soundcore, Nebula', 'anker.com'),
  maker(
    'Google',
    'Google LLC, Alphabet, 谷歌',
    'Pixel, Chromecast, Nest, Stadia, Google TV Streamer',
    'google.com, blog.google, store.google.com',
  ),
  maker('Pioneer', 'Pioneer DJ, AlphaTheta', '', 'pioneer.com'),
];

/** Well-known makers of devices and vehicles, their partners and those of their parts. */
export const MAKERS: readonly Maker[] = [
  ...PHONE_MAKERS,
  ...COMPUTER_MAKERS,
  ...WORN_MAKERS,
  ...SOUND_MAKERS,
  ...PICTURE_MAKERS,
  ...HOME_MAKERS,
  ...PART_MAKERS,
  ...VEHICLE_MAKERS,
  ...TWO_WHEELER_MAKERS,
  ...MANIFOLD_MAKERS,
];
