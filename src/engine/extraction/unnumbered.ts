import { leadNames, prominentNames } from './prominent-names.js';
import { isOut, makerOf } from './prominence.js';
import type { Line } from './scene.js';
import { wordName } from './word-names.js';

/**
 * The lines with the product found that has no number in its name, where title or text name no other one of its maker.
 * `given` is the key of a name that the article gives to it.
 */
export function withWordNames(
  lines: readonly Line[],
  language: string,
): { readonly lines: readonly Line[]; readonly given: string | null } {
  const maker = makerOf(
    lines,
    lines.map(({ mentions }) => mentions),
  );
  const isNamed = (line: Line): boolean =>
    line.mentions.some((each) => each.kind === 'device' && each.company === maker && !isOut(line, each));
  if (maker === null || lines.slice(0, 1).some(isNamed)) return { lines, given: null };
  if (prominentNames(lines, maker).some((each) => each.length > 0)) return { lines, given: null };
  const word = wordName(lines, maker, language);
  if (!word?.isGiven && lines.filter(isNamed).length >= WELL_NAMED) return { lines, given: null };
  const found = word?.mentions ?? (lines.filter(isNamed).some(isEarly) ? [] : leadNames(lines, maker));
  const named = lines.map((line, index) => {
    const fresh = found[index] ?? [];
    const kept = line.mentions.filter(
      (each) => !fresh.some((other) => other.start < each.end && each.start < other.end),
    );
    return { ...line, mentions: [...kept, ...fresh].sort((a, b) => a.start - b.start) };
  });
  return { lines: named, given: word?.isGiven ? word.key : null };
}
const FIRST_LINES = 4;
const isEarly = ({ index }: Line): boolean => index < FIRST_LINES;
/** So many sentences with devices name the product that the article is about. */
const WELL_NAMED = 3;
