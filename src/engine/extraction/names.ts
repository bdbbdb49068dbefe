import type { Knowledge, KnownCompany, KnownDevice } from './reading.js';
import { keysOf, phrasebook, type Phrasebook } from './phrasebook.js';
import { lowered, plain } from './tokens.js';

/** What a known name stands for. */
export type Named =
  | { readonly kind: 'company'; readonly company: KnownCompany; readonly spelled: string }
  | { readonly kind: 'line'; readonly company: KnownCompany; readonly spelled: string }
  | { readonly kind: 'device'; readonly device: KnownDevice; readonly spelled: string };

/** Knowledge whose names can be found in one pass, however many they are. Made once, used for every article. */
export interface PreparedKnowledge {
  /** Books of names, searched one after the other. */
  readonly names: readonly Phrasebook<Named>[];
}

/** The device's name without its company: `12 Ultra` of `Xiaomi 12 Ultra`. */
export const withoutCompany = ({ name, company }: KnownDevice): string =>
  name.startsWith(`${company} `) ? name.slice(company.length + 1) : name;

/** That name, where it is long enough to mean the device alone. */
function shortForm(device: KnownDevice): string[] {
  const short = withoutCompany(device);
  return short.includes(' ') || /\d[a-z]|[a-z]\d/i.test(short) ? [short] : [];
}

function* namesOf(knowledge: Knowledge): Generator<[string, Named]> {
  for (const company of knowledge.companies) {
    for (const spelled of new Set([company.name, ...company.aliases]))
      yield [spelled, { kind: 'company', company, spelled }];
    for (const spelled of company.lines) yield [spelled, { kind: 'line', company, spelled }];
  }
  for (const device of knowledge.devices) {
    const spellings = new Set([device.name, ...device.aliases, ...shortForm(device)]);
    for (const spelled of spellings) yield [spelled, { kind: 'device', device, spelled }];
  }
}

/** Prepares the names of companies, lines and devices for `extract`. */
export function prepareKnowledge(knowledge: Knowledge): PreparedKnowledge {
  return { names: [phrasebook(namesOf(knowledge))] };
}

/** The same knowledge and these devices, which are followed since; as if all had been prepared together. */
export const alsoFollowing = (knowledge: PreparedKnowledge, devices: readonly KnownDevice[]): PreparedKnowledge =>
  devices.length === 0
    ? knowledge
    : { names: [...knowledge.names, ...prepareKnowledge({ companies: [], devices }).names] };

/** A sigma is written otherwise at the end of a word, wherever that is taken to be. */
const alike = (text: string): string => text.replaceAll('ς', 'σ');

/**
 * Whether one of these devices may be named in a text: each word of a name of its stands there somewhere. It is said too
 * often rather than too seldom.
 */
export function mayName(devices: readonly KnownDevice[], text: string): boolean {
  if (devices.length === 0) return false;
  const words = alike(lowered(plain(text)));
  for (const [spelled] of namesOf({ companies: [], devices })) {
    const keys = keysOf(spelled);
    if (keys.length > 0 && keys.every((key) => words.includes(alike(key.replace(/\*$/, ''))))) return true;
  }
  return false;
}

/** The same knowledge and these companies. */
export const alsoKnowing = (knowledge: PreparedKnowledge, companies: readonly KnownCompany[]): PreparedKnowledge => ({
  names: [...knowledge.names, ...prepareKnowledge({ companies, devices: [] }).names],
});
