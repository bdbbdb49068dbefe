import { nameKeyOf, type Mention } from './mentions.js';
import type { Line } from './scene.js';
import { isUnknownRival, ownNames } from './shapes.js';

/** The first word of a name of several: `headphone` of `Headphone (2)`. */
const stem = (name: string): string => (name.includes(' ') ? name.split(' ')[0]!.toLowerCase() : name);

/** The products without a known maker's name before theirs: those that the title and the text name. */
export function prominentNames(lines: readonly Line[], company: string | null): (readonly Mention[])[] {
  if (company === null) return [];
  const found = lines.map(ownNames);
  const counts = new Map<string, number>();
  for (const { name } of found.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const titled = new Set(
    found
      .slice(0, 1)
      .flat()
      .map(({ name }) => name),
  );
  const isProminent = (name: string): boolean => titled.has(name) && (counts.get(name) ?? 0) >= 2;
  const family = new Set([...titled].filter(isProminent).map(stem));
  const isSibling = (name: string): boolean => /\d/.test(name) && family.has(stem(name));
  return found.map((names, index) =>
    names
      .filter((own) => isProminent(own.name) || isSibling(own.name) || isUnknownRival(lines[index]!, own))
      .map((own) => ({
        ...own,
        kind: 'device',
        company: isProminent(own.name) || isSibling(own.name) ? company : own.name.split(' ')[0]!,
        key: nameKeyOf(own.name),
        known: null,
      })),
  );
}
