/** Letters and digits in lower case, one blank between words, `+` read as "plus": equal for equal names. */
export function nameKey(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('+', ' plus ')
    .match(/[\p{L}\p{N}]+/gu);
  return words === null ? '' : words.join(' ');
}

/** The name as part of an address: lower case, accents folded, hyphens between words (`xiaomi-12-ultra`). */
export function slugOf(name: string): string {
  return nameKey(name.normalize('NFKD').replaceAll(/\p{M}/gu, '')).replaceAll(' ', '-').slice(0, 120);
}

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
