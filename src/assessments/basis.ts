/** What a number of the past may rest on: what Hearsay believed then, what it would have said, or either. */
export const BASES = ['believed', 'reconstructed', 'any'] as const;
export type Basis = (typeof BASES)[number];
