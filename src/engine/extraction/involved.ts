/** The companies that take part in a product: its maker, its partners. */
export interface Involved {
  /** The company among them that an organisation as written is; null for any other, and for none. */
  readonly companyOf: (organisation: string | null) => string | null;
  /** Whether an organisation as written is one of them. */
  readonly has: (organisation: string | null) => boolean;
}

/**
 * Knows by name which of these companies an organisation ("Xiaomi Group") is.
 *
 * @param spelled companies as the article writes them, which may be in another script
 */
export function involvedIn(
  companies: Iterable<string>,
  spelled: Iterable<{ readonly name: string; readonly company: string }> = [],
): Involved {
  const all = new Set(companies);
  const names = [...all].map((name) => ({ name, key: name.toLowerCase() }));
  const known = new Set(all);
  for (const { name, company } of spelled) {
    if (!all.has(company) || known.has(name)) continue;
    known.add(name);
    names.push({ name: company, key: name.toLowerCase() });
  }
  const companyOf = (organisation: string | null): string | null => {
    const key = organisation?.toLowerCase();
    return key === undefined ? null : (names.find((each) => key.includes(each.key))?.name ?? null);
  };
  return { companyOf, has: (organisation) => companyOf(organisation) !== null };
}
