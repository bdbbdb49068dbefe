/** The companies that take part in a product: its maker, its partners. */
export interface Involved {
  /** The company among them that an organisation as written is; null for any other, and for none. */
  readonly companyOf: (organisation: string | null) => string | null;
  /** Whether an organisation as written is one of them. */
  readonly has: (organisation: string | null) => boolean;
}

/** Knows by name which of these companies an organisation ("Xiaomi Group") is. */
export function involvedIn(companies: Iterable<string>): Involved {
  const names = [...new Set(companies)].map((name) => ({ name, key: name.toLowerCase() }));
  const companyOf = (organisation: string | null): string | null => {
    const key = organisation?.toLowerCase();
    return key === undefined ? null : (names.find((each) => key.includes(each.key))?.name ?? null);
  };
  return { companyOf, has: (organisation) => companyOf(organisation) !== null };
}
