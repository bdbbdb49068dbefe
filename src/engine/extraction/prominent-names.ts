import { nameKeyOf, type Mention } from './mentions.js';
import { isOut } from './prominence.js';
import { hasCue, type Line } from './scene.js';
import { isUnknownRival, mayRival, ownNames, type Own } from './shapes.js';

/** The first word of a name of several: `headphone` of `Headphone (2)`. */
const stem = (name: string): string => (name.includes(' ') ? name.split(' ')[0]!.toLowerCase() : name);

/** The products without a known maker's name before theirs: those that the title and the text name. */
export function prominentNames(lines: readonly Line[], company: string | null): (readonly Mention[])[] {
  if (company === null) return [];
  const titled = new Set(lines.slice(0, 1).flatMap((line) => ownNames(line).map(({ name }) => name)));
  const found = lines.map((line) => (titled.size > 0 || mayRival(line) ? ownNames(line) : []));
  const counts = new Map<string, number>();
  for (const { name } of found.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
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

const FIRST_LINES = 3;
/** What stands before a code that is a model number or a record's, and no name. */
const NUMBER_OF = /(?:model|number|nummer|número|numéro|numero|numer|modelo|modèle|modello|id|code|型号) $/i;
/** What looks ahead, or says that a name is a product's. */
const MEANT = ['ahead', 'reported', 'hedge', 'launch', 'announce', 'product', 'cancelled', 'delayed'] as const;

/**
 * The product of an article that names no device of its maker in another way: a name with a number that one of the
 * first sentences of the text has, with what becomes of it; of several the one named most.
 */
export function leadNames(lines: readonly Line[], company: string): (readonly Mention[])[] {
  const found = lines.map(ownNames);
  const counts = new Map<string, number>();
  const isMeant = (line: Line, own: Own): boolean =>
    !NUMBER_OF.test(line.text.slice(0, own.start)) &&
    !/^[A-Z]\d[A-Z]\d/.test(own.name) &&
    line.where === 'text' &&
    line.index <= FIRST_LINES &&
    /\d/.test(own.name) &&
    !isOut(line, own) &&
    hasCue(line, ...MEANT);
  found.forEach((names, index) => {
    for (const own of names) if (isMeant(lines[index]!, own)) counts.set(own.name, 0);
  });
  for (const { name } of found.flat()) if (counts.has(name)) counts.set(name, counts.get(name)! + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return found.map((names) =>
    names
      .filter(({ name }) => name === best?.[0])
      .map((own) => ({ ...own, kind: 'device', company, key: nameKeyOf(own.name), known: null })),
  );
}
