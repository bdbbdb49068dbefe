/** Units as claims write them. */
export type Unit = 'MP' | 'mAh' | 'W' | 'Hz' | 'GB' | 'nm' | 'in' | 'bit' | 'g' | 'h' | 'x' | 'cores';

/** A way to write a unit, and what a number that stands before it is multiplied by. */
export interface Written {
  readonly unit: Unit;
  readonly times: number;
}

/** For each unit the ways to write it in all languages, in lower case, parted by commas; with a factor where it has one. */
const WAYS: readonly (readonly [Unit, number, string])[] = [
  [
    'MP',
    1,
    `mp, mpx, mpix, mpixel, megapixel, megapixels, mega-pixel, megapixeln, megapixeles, megapíxel, megapíxeles, mégapixel,
    mégapixels, megapiksel, megapikseli, megapiksela, megapikselowy, megapikselową, megapikselowa, megapikselowego, 百万像素`,
  ],
  ['MP', 0.01, '万像素, 万 像素'],
  ['MP', 100, '亿像素'],
  ['mAh', 1, 'mah, 毫安时, 毫安'],
  ['W', 1, 'w, watt, watts, vatios, watów, waty, 瓦'],
  ['Hz', 1, 'hz, hertz, hercios, hercios, herców, 赫兹'],
  ['GB', 1, 'gb, gigs, gig, gigabyte, gigabytes, gigas, gigabajtów, go'],
  ['GB', 1024, 'tb, terabyte, terabytes, to'],
  ['nm', 1, 'nm, nanometer, nanometers, nanometre, nanometres, nanómetros, nanomètres, nanometri, nanometrów, 纳米'],
  [
    'in',
    1,
    `inch, inches, in, ", '', zoll, zöllig, zöllige, zölligen, zölliger, zölliges, pulgadas, pulgada, pouces, pouce, pollici,
    pollice, cali, cala, calowy, calowego, calowym, calową, calowa, polegadas, polegada, 英寸`,
  ],
  ['bit', 1, 'bit, bits, 位'],
  ['g', 1, 'g, gram, grams, gramm, gramos, grammes, gramme, grammi, gramów, gramy, gramas, 克'],
  ['g', 28.35, 'ounces, ounce, oz'],
  ['g', 1000, 'kg, kilo, kilos, kilogram, kilograms, kilogramm, kilogramos, chili, kilogramy, 公斤, 千克'],
  ['h', 1, 'h, hours, hour, stunden, horas, heures, ore, godzin, godziny, 小时'],
  ['h', 24, 'day, days, tage, tagen, días, jours, giorni, dni, dias, 天'],
  ['x', 1, 'x, -fach, aumentos, -krotny, -krotnym, -krotnego, -krotne, ingrandimenti, 倍'],
  [
    'cores',
    1,
    'cuda cores, cuda-cores, cuda-kerne, shader cores, cores, núcleos cuda, cœurs cuda, core cuda, rdzeni cuda, 个cuda核心',
  ],
];

/** Every way to write a unit. */
export const UNITS: ReadonlyMap<string, Written> = new Map(
  WAYS.flatMap(([unit, times, ways]) => ways.split(',').map((way) => [way.trim(), { unit, times }] as const)),
);

/** Units that mean something else where they stand apart from their number. */
export const GLUED_ONLY: ReadonlySet<string> = new Set(['in', 'x', 'h', 'go', 'to', '位', 'g']);
