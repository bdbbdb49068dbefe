import type { EventType } from '../../events/event-types.js';
import { capital, count, percent, words } from '../wording.js';

/** A report, as it is told of in a line. */
export interface ReportName {
  readonly id: string;
  readonly source: string;
  readonly title: string;
}

/** Something that happened, with the names of what it is about; null where it is about none, or several. */
export interface Happening {
  readonly sequence: number;
  readonly type: EventType;
  /** RFC 3339. */
  readonly at: string;
  readonly device: { readonly slug: string; readonly name: string } | null;
  readonly rumor: { readonly id: string; readonly text: string } | null;
  /** The reports that it comes from. */
  readonly reports: readonly ReportName[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** How a number went, 0..1; null where something else happened. */
export interface Move {
  /** Null at the first weighing. */
  readonly before: number | null;
  readonly after: number;
}

const textIn = (data: Happening['data'], member: string): string | null => {
  const value = data[member];
  return typeof value === 'string' ? value : null;
};

/** How far a rumor is believed now, and before, if that is what happened. */
export function moveOf({ type, data }: Happening): Move | null {
  const { previous, current } = data;
  if (type !== 'rumor.confidence_changed' || typeof current !== 'number') return null;
  return { before: typeof previous === 'number' ? previous : null, after: current };
}

/** A move in words: `57 % → 61 %`, or where it starts. */
export const sayMove = ({ before, after }: Move): string =>
  before === null ? `starts at ${percent(after)}` : `${percent(before)} → ${percent(after)}`;

const OUTCOMES: Readonly<Record<string, string>> = {
  true: 'came true',
  false: 'did not come true',
  partly: 'partly came true',
  void: 'cannot be decided any more',
};

const PLAIN: Readonly<Partial<Record<EventType, string>>> = {
  'evidence.withdrawn': 'a report counts no more',
  'statement.verified': 'the words of a speaker are verified',
  'rumor.reopened': 'its verdict was taken back',
  'rumor.lapsed': 'its window is over, and nobody recorded the outcome',
  'rumor.created': 'is followed from now on',
  'proposal.opened': 'an official launch waits to be settled',
  'ingestion.ready': 'was read',
  'device.created': 'is followed from now on',
  'device.updated': 'was changed',
  'device.merged': 'is one with another device',
  'device.superseded': 'turned out to be another device',
  'device.split': 'was several devices',
};

const NAMED: Readonly<Partial<Record<EventType, string>>> = { 'ingestion.ready': 'An article' };

/** What happened, in a few words that go on after the name of what it happened to. */
export function sayHappening(happening: Happening): string {
  const { type, data } = happening;
  const move = moveOf(happening);
  if (move !== null) return sayMove(move);
  if (type === 'evidence.added') {
    return `a report ${textIn(data, 'stance') ?? 'mentions'} it, ${textIn(data, 'certainty') ?? 'reported'}`;
  }
  if (type === 'statement.recorded') {
    const speaker = [textIn(data, 'speaker'), textIn(data, 'organisation')].filter(Boolean).join(', ');
    return `${speaker === '' ? 'somebody' : speaker} ${textIn(data, 'act') ?? 'speaks'}`;
  }
  if (type === 'rumor.resolved') return OUTCOMES[textIn(data, 'outcome') ?? ''] ?? 'is settled';
  return PLAIN[type] ?? words(type.replace('.', ' was '));
}

/** The name of what it happened to, where no device or rumor has one. */
export const nameIn = ({ data, type }: Happening): string =>
  textIn(data, 'name') ?? textIn(data, 'title') ?? NAMED[type] ?? capital(words(type.split('.')[0] ?? ''));

/** What several things that happened at once come to: how many claims, how many of them new, and how many numbers moved. */
export function sayAct(happenings: readonly Happening[]): string {
  const settled = happenings.filter(({ type }) => type === 'rumor.resolved').length;
  if (settled === happenings.length) return `${count(settled, 'claim')} settled`;
  const claims = new Set(happenings.flatMap(({ rumor }) => rumor?.id ?? [])).size;
  const begun = happenings.filter(({ type }) => type === 'rumor.created').length;
  const moved = happenings.filter((each) => (moveOf(each)?.before ?? null) !== null).length;
  const parts = [
    `${count(claims, 'claim')}${begun === 0 ? '' : begun === claims ? ', new' : `, ${begun} of them new`}`,
    moved > 0 && `${count(moved, 'number')} moved`,
  ];
  return parts.filter(Boolean).join('; ');
}
