import type { Report } from '../learning/index.js';
import { USUAL_TOLERANCE } from './sameness.js';
import type { TrialSet } from './trial.js';

/** A world of sources and questions of which everything is known: what is true, who is how right, who copies from whom. */
export interface RumorMill {
  readonly reports: readonly Report[];
  /** The true value of each question. */
  readonly truths: ReadonlyMap<string, string>;
  /** How often each source is right, by family. */
  readonly accuracy: ReadonlyMap<string, Readonly<Record<string, number>>>;
  /** The source from which each copier takes over what it says. */
  readonly origin: ReadonlyMap<string, string>;
}

/** How such a world is made. */
export interface MillOptions {
  readonly seed: number;
  readonly questions: number;
  readonly sources: number;
  /** How many of the sources copy; the trees are at most three deep. */
  readonly copiers: number;
}

const FAMILIES = ['launch', 'price', 'spec'] as const;
const FALSE_VALUES = 12;
const DEEPEST = 3;
/** How far the accuracy of a source differs between families (standard deviation), and how many reports are hedged. */
const FAMILY_SPREAD = 0.1;
const HEDGED = 0.3;
const HEDGE = 0.3;
const COPIED = 0.8;

/** Evenly spread numbers of [0, 1), the same for a seed everywhere (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let hash = Math.imul(state ^ (state >>> 15), state | 1);
    hash ^= hash + Math.imul(hash ^ (hash >>> 7), hash | 61);
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A draw of the standard normal distribution (Box and Muller). */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A draw of the gamma distribution of a shape above 1 (Marsaglia and Tsang 2000). */
function gamma(random: () => number, shape: number): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** How right a leaker is: Beta(7.6, 2.9), fitted to a public leaderboard of leakers. */
function leaker(random: () => number): number {
  const [right, wrong] = [gamma(random, 7.6), gamma(random, 2.9)];
  return right / (right + wrong);
}

/** Makes a world; the same options make the same one. */
export function rumorMill({ seed, questions, sources, copiers }: MillOptions): RumorMill {
  const random = chance(seed);
  const names = Array.from({ length: sources }, (_, index) => `source ${String(index).padStart(3, '0')}`);
  const accuracy = new Map(names.map((name) => [name, byFamily(random, leaker(random))]));
  const origin = originsOf(random, names, copiers);
  const truths = new Map<string, string>();
  const reports: Report[] = [];
  for (let index = 0; index < questions; index += 1) {
    const question = `question ${String(index).padStart(4, '0')}`;
    const family = FAMILIES[index % FAMILIES.length]!;
    truths.set(question, 'true');
    const said = new Map<string, string>();
    names.forEach((source, place) => {
      if (random() < 0.4) return;
      const value = valueOf(random, accuracy.get(source)![family]!, said.get(origin.get(source) ?? ''));
      said.set(source, value);
      const weight = random() < HEDGED ? HEDGE : 1;
      reports.push({ question, source, value, family, weight, at: origin.has(source) ? 1 + place : 0 });
    });
  }
  return { reports, truths, accuracy, origin };
}

function byFamily(random: () => number, mean: number): Record<string, number> {
  const own = (): number => Math.min(0.97, Math.max(0.3, mean + FAMILY_SPREAD * normal(random)));
  return Object.fromEntries(FAMILIES.map((family) => [family, own()]));
}

/** The last sources copy, each from one before it, in trees of limited depth. */
function originsOf(random: () => number, names: readonly string[], copiers: number): Map<string, string> {
  const origin = new Map<string, string>();
  const depth = new Map<string, number>();
  for (let index = names.length - copiers; index < names.length; index += 1) {
    const before = names.slice(0, index).filter((name) => (depth.get(name) ?? 0) < DEEPEST);
    const from = before[Math.floor(random() * before.length)]!;
    origin.set(names[index]!, from);
    depth.set(names[index]!, (depth.get(from) ?? 0) + 1);
  }
  return origin;
}

function valueOf(random: () => number, accuracy: number, copied: string | undefined): string {
  if (copied !== undefined && random() < COPIED) return copied;
  return random() < accuracy ? 'true' : `false ${Math.floor(random() ** 2 * FALSE_VALUES)}`;
}

/** A made world as a set to try the learner on, with who copies from whom. */
export function generatedSet(seed: number): TrialSet {
  const { reports, truths, origin } = rumorMill({ ...GENERATED, seed });
  const told = [...truths].map(([question, value]) => ({ question, value, path: null }));
  return {
    ...{ kind: 'open', reports, days: new Map(), truths: told, parents: new Map() },
    ...{ tolerance: USUAL_TOLERANCE, copies: origin },
  };
}

/** How large a generated world is: a few hundred products, a few dozen who write of them, a third of whom copy. */
const GENERATED = { questions: 600, sources: 36, copiers: 12 };
