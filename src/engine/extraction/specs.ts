import type { Cue } from './lexicon/cue.js';
import { draft, type Draft } from './draft.js';
import { boundBefore, findQuantities, type Quantity } from './quantities.js';
import { apart, cuesOf, hasCue, nearest, type Line } from './scene.js';

const LENSES: Partial<Readonly<Record<Cue, string>>> = {
  main: 'camera.main.megapixels',
  ultrawide: 'camera.ultrawide.megapixels',
  tele: 'camera.tele.megapixels',
  macro: 'camera.macro.megapixels',
  front: 'camera.front.megapixels',
};
const ROLES: readonly Cue[] = ['main', 'ultrawide', 'tele', 'macro', 'front', 'depth'];
const ROLE_REACH = 60;

/** The subject of megapixels: the nearest lens, and its neighbour where one figure serves both. */
function lenses(line: Line, quantity: Quantity): string[] {
  const role = nearest(line, quantity, ROLES, ROLE_REACH, 1);
  if (!role)
    return hasCue(line, 'camera', 'sensor') && !hasCue(line, 'compare', ...ROLES) ? ['camera.main.megapixels'] : [];
  const subjects = [LENSES[role.found.cue]];
  if (/\bboth\b|\btwo\b|sensors as|los dos|beide|les deux/.test(line.lower)) {
    for (const other of cuesOf(line, ...ROLES)) {
      const [a, b] = other.start < role.found.start ? [other, role.found] : [role.found, other];
      if (other.cue !== role.found.cue && /^ (?:and|und|et|y|i) (?:the )?$/.test(line.lower.slice(a.end, b.start)))
        subjects.push(LENSES[other.cue]);
    }
  }
  return subjects.filter((each) => each !== undefined);
}

function power(line: Line, quantity: Quantity): string | null {
  const nearby = nearest(line, quantity, ['wired', 'wireless', 'reverse', 'tdp'], 30, 3);
  if (nearby?.found.cue === 'reverse') return null;
  if (nearby?.found.cue === 'tdp') return 'power.tdp';
  if (nearby?.found.cue === 'wireless') return 'charging.wireless';
  if (nearby?.found.cue === 'wired') return 'charging.wired';
  if (nearest(line, quantity, ['charging'], 80)) return 'charging.wired';
  return hasCue(line, 'tdp') ? 'power.tdp' : null;
}

function size(line: Line, quantity: Quantity): string | null {
  const inches = Number(quantity.values[0]!.split('-')[0]);
  if (inches <= 1.4)
    return hasCue(line, 'sensor', 'camera') || /type|sensor/.test(line.lower)
      ? 'camera.main.sensor_size'
      : hasCue(line, 'display')
        ? 'display.size'
        : null;
  if (inches > 120 || nearest(line, quantity, ['sensor'], 12) !== null) return null;
  if (nearest(line, quantity, ['outer'], 30)) return 'display.outer.size';
  const pocket = inches < 20 && /\d ?hz|\d ?x ?\d{3}|\b(?:2k|4k|w?qhd|fhd)\b/.test(line.lower);
  return nearest(line, quantity, ['display'], 70) || hasCue(line, 'product') || pocket ? 'display.size' : null;
}

function memory(line: Line, quantity: Quantity): string | null {
  const after = line.lower.slice(quantity.end, quantity.end + 14);
  if (/^ ?(?:gddr|hbm)/.test(after) || /\b(?:vram|gddr\d|graphics card|gpu|geforce|radeon|rtx)\b/.test(line.lower))
    return 'gpu.memory';
  const cue = nearest(line, quantity, ['ram', 'storage'], 40, 2);
  const amount = Math.max(...quantity.values.map(Number));
  if (cue) return cue.found.cue === 'ram' && amount <= 32 ? 'ram' : amount >= 16 ? 'storage' : 'ram';
  if (!/\b(?:gb|tb)\b.{0,12}\/|[/+]|version|variant|model/.test(line.lower)) return null;
  return amount >= 64 ? 'storage' : amount <= 24 ? 'ram' : null;
}

/** The subjects that a quantity is a value of. */
function subjectsOf(line: Line, quantity: Quantity): readonly (string | null)[] {
  switch (quantity.unit) {
    case 'MP':
      return lenses(line, quantity);
    case 'mAh':
      return ['battery.capacity'];
    case 'W':
      return [power(line, quantity)];
    case 'Hz':
      return [nearest(line, quantity, ['touch'], 14) ? null : 'display.refresh'];
    case 'GB':
      return [memory(line, quantity)];
    case 'nm':
      return ['chipset.process'];
    case 'in':
      return [size(line, quantity)];
    case 'bit':
      return [/bus|interface|memory/.test(line.lower) ? 'gpu.memory_bus' : null];
    case 'cores':
      return [/cuda/.test(line.lower) ? 'gpu.cuda_cores' : null];
    case 'g':
      return [nearest(line, quantity, ['weight'], 40) ? 'weight' : null];
    case 'h':
      return [nearest(line, quantity, ['life', 'battery'], 40) ? 'battery.life' : null];
    case 'x':
      return [zoom(line, quantity)];
  }
}

function zoom(line: Line, quantity: Quantity): string | null {
  const factor = Number(quantity.values[0]);
  const tele = nearest(line, quantity, ['tele'], 30);
  const digital = /^.{0,10}\b(?:digital|hybrid)/.test(line.lower.slice(quantity.end, quantity.end + 22));
  return tele && factor <= 15 && !digital ? 'camera.tele.zoom' : null;
}

const SIZES = new Set(['storage', 'ram']);

function values(line: Line, subject: string, quantity: Quantity): string[] {
  const unit = quantity.unit === 'cores' ? '' : ` ${quantity.unit}`;
  const bound = SIZES.has(subject) ? '' : boundBefore(line.lower, quantity.start);
  return quantity.values.map((value) => `${value.includes('-') ? '' : bound}${value}${unit}`);
}

/** `8 GB of RAM/256 GB`, `12GB/256GB`: memory and storage of one version, as [ram, storage]. */
export const PAIR = /(\d{1,2}) ?(?:gb)?(?: (?:of )?(?:lpddr\w{1,3} )?(?:ram)?)? ?[/+] ?(\d{2,4}|1) ?(gb|tb)\b/g;

function pairs(line: Line): Draft[] {
  return [...line.lower.matchAll(PAIR)].flatMap((hit) => {
    const storage = hit[3] === 'tb' ? Number(hit[2]) * 1024 : Number(hit[2]);
    const ram = Number(hit[1]);
    if (storage < 32 || ram > 24) return [];
    const at = { start: hit.index, end: hit.index + hit[0].length };
    return [draft(line, 'ram', `${ram} GB`, at), draft(line, 'storage', `${storage} GB`, at)];
  });
}

/** A version with its price: its sizes tell which version is meant. */
const VERSION_PRICE = /\d ?(?:gb|tb)\b[^;]{0,60}(?:[$€£¥₹₩]|\b(?:cny|usd|eur|inr|gbp|yuan|euros?|pln)\b)/;

/** What the quantities of a sentence say: cameras, battery, charging, display, memory, weight. */
export function readSpecs(line: Line): Draft[] {
  const both = VERSION_PRICE.test(line.lower) ? [] : pairs(line);
  if (VERSION_PRICE.test(line.lower) && both.length === 0) return [];
  const drafts = findQuantities(line.lower).flatMap((quantity) => {
    if (quantity.unit === 'GB' && both.some((each) => each.start < quantity.end && quantity.start < each.end))
      return [];
    return subjectsOf(line, quantity)
      .filter((subject) => subject !== null)
      .flatMap((subject) => values(line, subject, quantity).map((value) => draft(line, subject, value, quantity)));
  });
  return [...drafts, ...both, ...(cameraCount(line) ?? [])];
}

const COUNTS: Readonly<Record<string, string>> = {
  two: '2',
  dual: '2',
  double: '2',
  three: '3',
  triple: '3',
  four: '4',
  quad: '4',
  quadruple: '4',
  five: '5',
  penta: '5',
  '2': '2',
  '3': '3',
  '4': '4',
  '5': '5',
  dos: '2',
  tres: '3',
  cuatro: '4',
  drei: '3',
  dreifach: '3',
  vier: '4',
  vierfach: '4',
  trois: '3',
  quatre: '4',
  tre: '3',
  quattro: '4',
  trzy: '3',
  cztery: '4',
  três: '3',
  quatro: '4',
  三: '3',
  四: '4',
  两: '2',
  双: '2',
};
const CAMERAS =
  /(?<![\p{L}\d])(two|dual|double|three|triple|four|quad|quadruple|five|penta|[2-5])[ -](?:(?:rear|back|main|leica|zeiss|hasselblad|new|separate|different)[ -]|rear-facing )*(?:cameras?|lens(?:es)?|(?:image )?sensors?|snappers|shooters|cam|lenses)\b/gu;

function cameraCount(line: Line): Draft[] {
  return [...line.lower.matchAll(CAMERAS)]
    .map((hit) => {
      const total = /in (?:total|all)|altogether/.test(line.lower.slice(hit.index, hit.index + 60));
      const subject = total ? 'camera.total.count' : 'camera.rear.count';
      const front = /^.{0,12}(?:front|selfie)/.test(
        line.lower.slice(hit.index + hit[0].length, hit.index + hit[0].length + 24),
      );
      const bound = boundBefore(line.lower, hit.index);
      const at = { start: hit.index, end: hit.index + hit[0].length };
      return draft(line, front ? 'camera.front.count' : subject, `${bound}${COUNTS[hit[1]!] ?? hit[1]!}`, at);
    })
    .filter((each) => each.subject !== 'camera.front.count');
}

export { apart };
