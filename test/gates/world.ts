import { ID_PREFIXES } from '../../src/platform/ids.js';

/** What each name of a member or parameter refers to, by the prefix of its id. */
const REFERS: Readonly<Record<string, string>> = {
  device: 'dev',
  target: 'dev',
  succeeds: 'dev',
  into: 'dev',
  by: 'dev',
  company: 'co',
  source: 'src',
  parent: 'src',
  rumor: 'rum',
  match_rumor: 'rum',
  report: 'rep',
  origin: 'rep',
  evidence: 'ev',
  statement: 'st',
  ingestion: 'ing',
  candidate: 'can',
  job: 'job',
  key: 'key',
  proposal: 'prp',
  act: 'act',
  webhook: 'wh',
  delivery: 'dlv',
  alert: 'alr',
  subscription: 'sub',
};

/** Claims that can be read: a subject with a value. */
const CLAIMS: readonly (readonly [subject: string, value: string])[] = [
  ['partner', 'Halden'],
  ['launch.date', '2029-07'],
  ['launch.date', '2029-07-01/2029-09-30'],
  ['price', 'USD 499'],
  ['existence', 'yes'],
  ['name', 'Orvane Two'],
  ['camera.main.megapixels', '50 MP'],
  ['spec.weight', 'light'],
];

const ID = new RegExp(`"((?:${ID_PREFIXES.join('|')})_[0-7][0-9A-HJKMNP-TV-Z]{25})"`, 'g');
const IS_ID = new RegExp(`^(?:${ID_PREFIXES.join('|')})_[0-7][0-9A-HJKMNP-TV-Z]{25}$`);
/** Everything belongs to these, so that they bring nothing closer together. */
const TOO_COMMON = ['co_', 'src_', 'key_'];
const SLUG = /"slug":"([^"]+)"/g;
const MOST = 400;

/** What there is to refer to: everything that the server has ever named in an answer, apart from our own keys. */
export class World {
  private readonly known = new Map<string, string[]>();
  private readonly kin = new Map<string, Set<string>>();
  private near: ReadonlySet<string> = new Set();
  private readonly secret = new Set<string>();

  /** Keeps what an answer names; `thing` is what its slugs are slugs of, where that is clear. */
  learn(text: string, thing?: string): void {
    for (const [, id = ''] of text.matchAll(ID)) this.keep(id.split('_')[0]!, id);
    this.relate(JSON.parse(text));
    if (thing === undefined) return;
    for (const [, slug = ''] of text.slice(0, 2000).matchAll(SLUG)) this.keep(thing, slug);
  }

  /** Forgets what was named in a request for something that is gone. */
  forget(text: string): void {
    for (const [prefix, things] of this.known) {
      this.known.set(
        prefix,
        things.filter((thing) => !text.includes(thing)),
      );
    }
  }

  /** Never named by anybody again. */
  hide(id: string): void {
    this.secret.add(id);
  }

  /** The prefix of what a member or parameter of that name refers to; undefined where it refers to nothing. */
  prefixOf(name: string): string | undefined {
    return REFERS[name];
  }

  /** Says what a request is about: what it names besides is mostly something that belongs to it. */
  approach(ids: readonly string[]): void {
    const kin = ids.flatMap((id) => [...(this.kin.get(id) ?? [])]);
    this.near = new Set([...kin, ...kin.flatMap((id) => [...(this.kin.get(id) ?? [])])]);
  }

  /** One of the things with that prefix, by a number; an id of nothing where there is none. */
  pick(prefix: string, number: number): string {
    const all = this.known.get(prefix) ?? [];
    const close = number % 4 === 0 ? [] : all.filter((thing) => this.near.has(thing));
    const things = close.length > 0 ? close : all;
    return things[number % Math.max(1, things.length)] ?? `${prefix}_01KA8Z6Y3M7V2QH4T9XBDN5CWE`;
  }

  claim(number: number): readonly [subject: string, value: string] {
    return CLAIMS[number % CLAIMS.length]!;
  }

  /** Things are kin that an answer names in one object, or in those that stand right in it. */
  private relate(value: unknown): readonly string[] {
    if (typeof value !== 'object' || value === null) return [];
    const named = Object.values(value).flatMap((each: unknown) =>
      typeof each === 'string' ? (IS_ID.test(each) ? [each] : []) : this.relate(each).slice(0, 20),
    );
    const own = (value as { readonly id?: unknown }).id;
    for (const id of named) if (typeof own === 'string' && id !== own) this.join(own, id);
    return typeof own === 'string' ? [own] : named;
  }

  private join(one: string, other: string): void {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      if (TOO_COMMON.some((prefix) => from.startsWith(prefix))) continue;
      const kin = this.kin.get(from) ?? new Set();
      if (kin.size < 100) this.kin.set(from, kin.add(to));
    }
  }

  private keep(prefix: string, id: string): void {
    if (this.secret.has(id)) return;
    const things = this.known.get(prefix) ?? [];
    if (things.includes(id)) return;
    things.push(id);
    if (things.length > MOST) things.shift();
    this.known.set(prefix, things);
  }
}
