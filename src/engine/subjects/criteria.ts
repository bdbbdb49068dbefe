import type { Subject, SubjectFamily } from './subject.js';
import type { ClaimValue } from './value.js';

/** What decides a claim, so that two editors come to the same verdict. */
export interface Criteria {
  /** What must be so for it to be true. */
  readonly counts: string;
  /** Where it must be so. */
  readonly region: string;
  /** By whose word it is known. */
  readonly proof: string;
  /** The last day on which it can still come true, `YYYY-MM-DD`; null where it has no such day. */
  readonly until: string | null;
}

/** What is decided, as far as the verdict depends on it. */
export interface Decidable {
  readonly subject: Subject;
  readonly value: ClaimValue;
  readonly region: string | null;
  readonly variant: string | null;
}

const PROOFS: Readonly<Record<SubjectFamily, string>> = {
  existence: "The maker's announcement, or proof that the product was made.",
  status: "The maker's own word.",
  name: "The maker's own word, or the name on the product as sold.",
  launch: "The maker's own word, or a dated report of the event itself.",
  price: "The maker's price list or shop on the day of the launch.",
  spec: "The maker's own word, or the product as sold.",
  partner: 'The word of the maker or of the partner.',
  availability: "The maker's own shop or word.",
};

/** What counts for a claim about where the product can be bought. */
const SALES: Readonly<Record<string, string>> = {
  yes: 'It can be bought there, from the maker or those who sell for it.',
  exclusive: 'It can be bought there, and nowhere else.',
  excluded: 'It cannot be bought there, and the maker has said so or sells it elsewhere alone.',
  limited: 'It can be bought there, and the maker has said that there are few.',
};

/** What decides a claim: what counts, in which region, by which proof, until when. */
export function criteriaOf({ subject, value, region, variant }: Decidable): Criteria {
  const counts = countsFor(subject, value);
  return {
    counts: variant === null ? counts : `${counts.slice(0, -1)}, for ${variant}.`,
    region: placeOf(region, value),
    proof: PROOFS[subject.family],
    until: value.type === 'dates' ? value.latestOn : null,
  };
}

function countsFor({ family, answers, tolerance }: Subject, value: ClaimValue): string {
  const within = tolerance === 0 ? 'exactly' : `within ${Math.round(tolerance * 1000) / 10} %`;
  switch (value.type) {
    case 'dates':
      return 'The day on which it happens lies within the days of the claim, first and last included.';
    case 'money':
      return `The list price at launch, taxes as shown there, is that of the claim ${within}.`;
    case 'number':
      return `The number is that of the claim ${within}.`;
    case 'yes_no':
      if (family === 'existence' && value.yes) return 'The product is announced, or was made.';
      return value.yes ? 'It is so.' : 'It is not so, and the maker has said that it will not be.';
    case 'word':
      if (family === 'availability') return SALES[value.text] ?? SALES['yes']!;
      return answers === 'each'
        ? 'What is named is among what there is; there may be others.'
        : 'The name is the same, apart from capitals, accents and spaces.';
  }
}

function placeOf(region: string | null, value: ClaimValue): string {
  if (region === 'GLOBAL') return 'Everywhere at once.';
  if (region !== null) return `In ${region}; what happens elsewhere decides nothing.`;
  return value.type === 'dates' ? 'Anywhere: the first place counts.' : 'Anywhere: the claim is tied to no place.';
}
