import type { Happening } from './happening.js';
import { moveOf } from './happening.js';

/** How far apart what one act did can lie, in milliseconds. */
const ONE_ACT_MS = 10_000;

/** Why several things happened at once: a report, a launch that settled claims, or that time went by. */
export type Reason =
  | { readonly kind: 'report'; readonly source: string; readonly title: string }
  | { readonly kind: 'settled' }
  | { readonly kind: 'time' };

/** What one act did, the newest first; the reason is null where it did a single thing. */
export interface Entry {
  readonly reason: Reason | null;
  readonly happenings: readonly Happening[];
}

/** What an event says of the act that it comes from. */
interface Origin {
  readonly key: string;
  readonly reason: Reason;
}

function originOf({ reports, type, device, data }: Happening): Origin | null {
  const [report] = reports;
  if (report && reports.length === 1) {
    return { key: report.id, reason: { kind: 'report', source: report.source, title: report.title } };
  }
  if (type === 'rumor.resolved' && device !== null) return { key: device.slug, reason: { kind: 'settled' } };
  const causes = data['cause'];
  const isAge = type === 'rumor.confidence_changed' && Array.isArray(causes) && causes.length === 0;
  return isAge ? { key: 'time', reason: { kind: 'time' } } : null;
}

/** What begins with an article says nothing of it: a rumor or a device that is new, and words that were said. */
const BEGINNINGS: ReadonlySet<string> = new Set(['rumor.created', 'device.created', 'statement.recorded']);

function isAbout(beginning: Happening, other: Happening): boolean {
  if (beginning.rumor !== null) return beginning.rumor.id === other.rumor?.id;
  const told = beginning.data['rumors'];
  if (Array.isArray(told)) return other.rumor !== null && told.includes(other.rumor.id);
  return beginning.device !== null && beginning.device.slug === other.device?.slug;
}

const apart = (one: Happening, other: Happening): number => Math.abs(Date.parse(one.at) - Date.parse(other.at));

/** The origin of the nearest event of the same time that is about the same. */
function adopted(all: readonly Happening[], index: number): Origin | null {
  const own = all[index]!;
  for (let step = 1; step < all.length; step += 1) {
    const near = [all[index - step], all[index + step]].filter((each) => each && apart(own, each) <= ONE_ACT_MS);
    if (near.length === 0) return null;
    const found = near.find((each) => each && originOf(each)?.reason.kind === 'report' && isAbout(own, each));
    if (found) return originOf(found);
  }
  return null;
}

/** The report that an article became, where it was written down as it was read: what came of that follows it in the log. */
function writtenDown(all: readonly Happening[], index: number): Origin | null {
  const own = all[index]!;
  for (const later of all.slice(0, index).reverse()) {
    if (later.type === own.type || apart(own, later) > ONE_ACT_MS) return null;
    const origin = originOf(later);
    if (origin?.reason.kind === 'report') return origin;
  }
  return null;
}

function originAt(all: readonly Happening[], index: number): Origin | null {
  const own = all[index]!;
  if (own.type === 'ingestion.ready') return writtenDown(all, index);
  return originOf(own) ?? (BEGINNINGS.has(own.type) ? adopted(all, index) : null);
}

/** Puts together what came of one act, in the order of what happened last in each. */
export function entriesOf(happenings: readonly Happening[]): Entry[] {
  const entries: { origin: Origin | null; happenings: Happening[] }[] = [];
  const open = new Map<string, (typeof entries)[number]>();
  happenings.forEach((happening, index) => {
    const origin = originAt(happenings, index);
    const known = origin && open.get(origin.key);
    if (known && apart(known.happenings.at(-1)!, happening) <= ONE_ACT_MS) return known.happenings.push(happening);
    const entry = { origin, happenings: [happening] };
    if (origin) open.set(origin.key, entry);
    return entries.push(entry);
  });
  return entries.map(({ origin, happenings: own }) => ({
    reason: own.length > 1 ? (origin?.reason ?? null) : null,
    happenings: own,
  }));
}

/** The move of an act that went furthest; null where no number moved. */
export function furthestIn({ happenings }: Entry): Happening | null {
  const size = (happening: Happening): number => {
    const move = moveOf(happening);
    return move === null || move.before === null ? -1 : Math.abs(move.after - move.before);
  };
  const [first] = happenings.toSorted((a, b) => size(b) - size(a));
  return first && size(first) >= 0 ? first : null;
}
