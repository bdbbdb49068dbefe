import { draft, type Draft } from './draft.js';
import { matches } from './matches.js';
import type { Quantity } from './quantities.js';
import { nearest, type Line } from './scene.js';

/** So near the word and up to so much (GB) it is memory although phones have less. */
const NEAR_RAM = 14;
const MOST_RAM = 192;

/** Words for memory of either kind, and up to how much (GB) they are taken for the working memory. */
const ANY_MEMORY = /^(?:memory|speicher|memoria|mémoire|memória|pamięci|pamięć|内存|存储)$/;
const MOST_GENERIC = 48;

/** The subject of gigabytes: memory of either kind; null where nothing tells which. */
export function memory(line: Line, quantity: Quantity): string | null {
  const after = line.lower.slice(quantity.end, quantity.end + 14);
  if (/^ ?(?:gddr|hbm)/.test(after) || /\b(?:vram|gddr\d|graphics card|gpu|geforce|radeon|rtx)\b/.test(line.lower))
    return 'gpu.memory';
  const cue = nearest(line, quantity, ['ram', 'storage'], 40, 2);
  const amount = Math.max(...quantity.values.map(Number));
  if (cue && ANY_MEMORY.test(line.lower.slice(cue.found.start, cue.found.end)))
    return amount <= MOST_GENERIC ? 'ram' : 'storage';
  if (cue)
    return cue.found.cue === 'ram' && (amount <= 32 || (cue.distance <= NEAR_RAM && amount <= MOST_RAM))
      ? 'ram'
      : amount >= 16
        ? 'storage'
        : 'ram';
  if (!/\b(?:gb|tb)\b.{0,12}\/|[/+]|version|variant|model/.test(line.lower)) return null;
  return amount >= 64 ? 'storage' : amount <= 24 ? 'ram' : null;
}

/** `8 GB of RAM/256 GB`, `12GB/256GB`: memory and storage of one version, as [ram, storage]. */
export const PAIR =
  /(\d{1,2}) ?(?:(?:gb)?(?: (?:of )?(?:lpddr\w{1,3} )?(?:ram)?)? ?[/+]|gb(?: (?:of )?(?:ram|memory))? with) ?(\d{2,4}|1) ?(gb|tb)\b/g;

/** The memory and the storage of every version that is named by its sizes. */
export function pairs(line: Line): Draft[] {
  if (!/\d ?(?:gb|tb)\b/.test(line.lower)) return [];
  return matches(line.lower, PAIR).flatMap((hit) => {
    const storage = hit[3] === 'tb' ? Number(hit[2]) * 1024 : Number(hit[2]);
    const ram = Number(hit[1]);
    if (storage < 32 || ram > 24) return [];
    const at = { start: hit.index, end: hit.index + hit[0].length };
    return [draft(line, 'ram', `${ram} GB`, at), draft(line, 'storage', `${storage} GB`, at)];
  });
}
