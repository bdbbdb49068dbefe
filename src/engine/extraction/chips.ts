import type { Mention } from './mentions.js';
import type { Line } from './scene.js';

/** How the names of processors begin that makers sell to makers, as keys without the company. */
const CHIP = /^(?:snapdragon|dimensity|exynos|ryzen|threadripper|epyc|coreultra|xeon)/;

/** Words for what such a name is of. */
const CHIP_WORD =
  /chip|processor|\bcpu|\bsoc\b|prozessor|procesador|processeur|puce|processore|procesor|processador|处理器|芯片/;

/** Whether the name is a processor's, which most articles name as a part of something else. */
export const isChip = ({ kind, key }: Mention): boolean => kind !== 'company' && CHIP.test(key);

/** Whether the article is about the processor: the title names one and no other product, or opens with one. */
function isAboutChip(lines: readonly Line[]): boolean {
  const [first] = lines;
  if (!first) return false;
  const named = first.mentions.filter(({ kind }) => kind !== 'company');
  const owner = lines.flatMap(({ mentions }) => mentions).find(isChip)?.company;
  if (!named.every(isChip) || (named.length === 0 && !CHIP_WORD.test(first.lower))) return false;
  return first.mentions.length > 0 && first.mentions.every(({ company }) => company === owner);
}

/** The sentences without the names of processors, where the article is not about one: there they are parts. */
export function withoutChips(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ mentions }) => mentions.some(isChip)) || isAboutChip(lines)) return lines;
  return lines.map((line) =>
    line.mentions.some(isChip) ? { ...line, mentions: line.mentions.filter((each) => !isChip(each)) } : line,
  );
}
