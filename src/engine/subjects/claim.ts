import { sayValue, type ClaimValue } from './value.js';
import type { Subject } from './subject.js';

/** The content of a rumor, apart from its device. `region` is ISO 3166 alpha-2, `EU` or `GLOBAL`. */
export interface Claim {
  readonly subject: Subject;
  readonly value: ClaimValue;
  readonly region: string | null;
  readonly variant: string | null;
}

/** The key of the question that a claim answers, apart from its device: `launch.date@PL`, `price#12/256`. */
export function questionKey(subject: string, region: string | null, variant: string | null): string {
  return `${subject}${region === null ? '' : `@${region}`}${variant === null ? '' : `#${variant}`}`;
}

/** What a claim says of where the product can be bought; the place stands behind it. */
const SALES: Readonly<Record<string, string>> = {
  yes: 'Will be sold',
  exclusive: 'Will be sold nowhere else',
  excluded: 'Will not be sold',
  limited: 'Will be sold in small numbers',
};

const VERBS: Readonly<Record<string, (value: string) => string>> = {
  name: (value) => `Will be called ${value}`,
  codename: (value) => `Has the codename ${value}`,
  model_number: (value) => `Has the model number ${value}`,
  'launch.date': (value) => `Launches ${value}`,
  'announcement.date': (value) => `Is announced ${value}`,
  'preorder.date': (value) => `Can be ordered from ${value}`,
  'production.start': (value) => `Goes into production ${value}`,
  price: (value) => `Costs ${value}`,
  partner: (value) => `Is made in partnership with ${value}`,
  supplier: (value) => `Is supplied by ${value}`,
  existence: (value) => (value === 'yes' ? 'Exists' : 'Does not exist'),
  status: (value) => `Is ${value.replaceAll('_', ' ')}`,
  availability: (value) => SALES[value] ?? `Is ${value}`,
};

function when(value: ClaimValue): string {
  const label = sayValue(value);
  if (value.type !== 'dates' || value.earliestOn === null || value.latestOn === null) return label;
  if (value.earliestOn === value.latestOn) return `on ${label}`;
  return label.includes(' to ') ? `between ${label.replace(' to ', ' and ')}` : `in ${label}`;
}

/** The sentence of a claim, derived from its parts: `Launches in July 2022 (PL)`. */
export function sayClaim(claim: Claim): string {
  const { subject, value, region, variant } = claim;
  const said = VERBS[subject.key]?.(when(value)) ?? `${capital(subject.label)}: ${sayValue(value)}`;
  const scope = [variant, region].filter((part) => part !== null);
  return scope.length === 0 ? said : `${said} (${scope.join(', ')})`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
