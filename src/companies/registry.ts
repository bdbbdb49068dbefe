import { nameKey } from '../engine/subjects/index.js';
import { MAKERS } from './makers.registry.js';

type Maker = (typeof MAKERS)[number];

const BY_NAME: ReadonlyMap<string, Maker> = new Map(
  MAKERS.flatMap((maker) => [maker.name, ...maker.aliases].map((name) => [nameKey(name), maker] as const)),
);

/** Words at the end of a company's name that say only what form of company it is. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'ag bv co company corp corporation gmbh group holding holdings inc incorporated kk limited llc ltd nv oy plc sa se spa srl technologies technology'.split(
    ' ',
  ),
);

/**
 * The keys under which a company may be known, the most exact first: its name as it stands, then without the words
 * that only name its legal form (`Xiaomi Group`, `Leica Camera AG`).
 */
export function companyKeys(name: string): string[] {
  const words = nameKey(name).split(' ');
  const keys = [words.join(' ')];
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) {
    words.pop();
    keys.push(words.join(' '));
  }
  return keys;
}

/** The maker or partner of the starter registry that goes by this name; null if it knows none. */
export function findMaker(name: string): Maker | null {
  for (const key of companyKeys(name)) {
    const maker = BY_NAME.get(key);
    if (maker) return maker;
  }
  return null;
}
