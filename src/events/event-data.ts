import { wordOf } from '../engine/confidence/index.js';
import { snakeCase } from '../platform/database/names.js';
import { sayInstant } from '../platform/instant.js';
import type { EventType } from './event-types.js';

type Data = Readonly<Record<string, unknown>>;

/** Why a device was taken down or sorted out is for the editors, who read it in `/v1/identity-acts`. */
const NOT_TOLD: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  'device.merged': ['reason'],
  'device.superseded': ['reason'],
  'device.split': ['reason'],
  'device.removed': ['reason', 'carried', 'united'],
  'device.restored': ['reason'],
};

/** The column of a device that the interface calls its status. */
const LIFECYCLE = 'lifecycle';

/** Four decimals, as all probabilities are told. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** What is told of an event as it was written down, as it is shown: names in snake_case, instants as RFC 3339. */
export function viewData(type: EventType, written: string): Data {
  const hidden = NOT_TOLD[type] ?? [];
  const told = JSON.parse(written) as Data;
  const data = named(type === 'rumor.confidence_changed' ? { ...wordsOf(told as Move), ...told } : told);
  return Object.fromEntries(Object.entries(data).filter(([name]) => !hidden.includes(name)));
}

function named(data: Data): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([member, value]) => {
      const name = snakeCase(member);
      return [name === LIFECYCLE ? 'status' : name, shown(name, value)];
    }),
  );
}

function shown(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => shown('', each));
  if (typeof value === 'object' && value !== null) return named(value as Data);
  if (typeof value !== 'number') return value;
  if (/_at$|_until$/.test(name)) return sayInstant(value);
  return Number.isInteger(value) ? value : rounded(value);
}

/** What earlier versions wrote no move down with: its words, and the numbers by which these go. */
function wordsOf({ previous, current }: Move): Data {
  const words = { previous_word: previous === null ? null : wordOf(previous), word: wordOf(current) };
  return { ...words, previous_firm: null, firm: null };
}

interface Move extends Data {
  readonly previous: number | null;
  readonly current: number;
}
