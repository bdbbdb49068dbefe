/** Letters and digits in lower case, one blank between words, `+` read as "plus": equal for equal names. */
export function nameKey(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('+', ' plus ')
    .match(/[\p{L}\p{N}]+/gu);
  return words === null ? '' : words.join(' ');
}

/** How much of a name stands in an address. */
const MAX_NAME = 120;

/** The name as part of an address: lower case, accents folded, hyphens between words (`xiaomi-12-ultra`). */
export function slugOf(name: string): string {
  const slug = nameKey(name.normalize('NFKD').replaceAll(/\p{M}/gu, '')).replaceAll(' ', '-');
  return cutSlug(slug, MAX_NAME);
}

/** A slug cut to so many characters (UTF-16 units), without half a letter or a hyphen at its end. */
export const cutSlug = (slug: string, length: number): string =>
  slug.slice(0, length).replace(/[-\uD800-\uDBFF]+$/, '');

/**
 * The key of a name without its company: `Xiaomi 12 Ultra` of Xiaomi and `12 Ultra` have the same.
 *
 * @param company the names of the company that may stand first
 */
export function bareNameKey(name: string, company: readonly string[]): string {
  const key = nameKey(name);
  for (const word of company) {
    const prefix = `${nameKey(word)} `;
    if (prefix.length > 1 && key.startsWith(prefix)) return key.slice(prefix.length);
  }
  return key;
}
