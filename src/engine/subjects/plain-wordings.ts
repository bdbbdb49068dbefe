import { nameKey } from './names.js';
import type { Subject } from './subject.js';

/**
 * What classes of resolution are called, by the rows of the picture held upright. "2K" is what makers of telephones call
 * 1440 rows, and "WQHD" is QHD on a wide screen; a "+" says that the screen is longer than 16:9 and changes no class.
 */
const CLASSES: readonly (readonly [rows: number, names: readonly string[]])[] = [
  [720, ['hd']],
  [1080, ['fhd', 'full hd']],
  [1440, ['qhd', 'quad hd', 'wqhd', '2k']],
  [2160, ['uhd', 'ultra hd', '4k']],
  [4320, ['8k']],
];
const CLASS_BY_NAME = new Map(CLASSES.flatMap(([, names]) => names.map((name) => [name, names[0]!])));
const CLASS_BY_ROWS = new Map(CLASSES.map(([rows, names]) => [rows, names[0]!]));

const PIXELS = /(\d{3,4})\s*[x×*]\s*(\d{3,4})/iu;
const ROWS = /^(\d{3,4})p\+?$/iu;

/** `QHD+` and `2K` → `qhd`; `1440 x 3200`, which says more → `qhd 3200`. */
function plainResolution(text: string): string {
  const pixels = PIXELS.exec(text);
  if (pixels) {
    const [rows, length] = [Number(pixels[1]), Number(pixels[2])].sort((a, b) => a - b) as [number, number];
    return `${CLASS_BY_ROWS.get(rows) ?? rows} ${length}`;
  }
  const lines = ROWS.exec(text);
  if (lines) return CLASS_BY_ROWS.get(Number(lines[1])) ?? text;
  return CLASS_BY_NAME.get(nameKey(text).replace(/ plus$/, '')) ?? text;
}

/** What makers put before or behind a kind of display, and the word for it. */
const TRIMMINGS: ReadonlySet<string> = new Set(['super', 'dynamic', 'fluid', '2x', 'display', 'screen', 'panel']);

/** Every kind of OLED says "OLED" and more: `LTPO AMOLED` → `oled amoled ltpo`. */
function plainDisplay(text: string): string {
  const words = nameKey(text).split(' ');
  if (!words.some((word) => word.endsWith('oled'))) return text;
  const kinds = words.filter((word) => word.endsWith('oled') && word !== 'oled');
  const rest = words.filter((word) => !word.endsWith('oled') && !TRIMMINGS.has(word));
  return ['oled', ...kinds.sort(), ...rest.sort()].join(' ');
}

/**
 * What a text says of a subject in plain words, so that what is one has one wording and what is less specific begins what
 * says more: of resolutions and of displays; any other text is what it is. For comparing, never for showing.
 */
export function plainWording({ key }: Pick<Subject, 'key'>, text: string): string {
  if (key === 'display.resolution' || key === 'output.resolution') return plainResolution(text);
  return key === 'display.type' ? plainDisplay(text) : text;
}
