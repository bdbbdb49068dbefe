import { figureOf, wordOf } from '../engine/confidence/index.js';
import type { AlertKind } from './alert.entity.js';

/** What there is to say about an alert. Numbers are 0..1, without unproven sources. */
export interface Happened {
  readonly kind: AlertKind;
  readonly threshold: number | null;
  readonly previous: number | null;
  readonly current: number | null;
  readonly origins: number;
  /** Who caused it: the names of sources and of speakers. */
  readonly because: readonly string[];
  /** What the event says of itself. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** How many names are said; the others are counted. */
const NAMED = 3;

/** Why somebody is alerted: `Crossed 80 %: 76 → 83 % very likely, 3 independent origins; because of The Ledger.` */
export function reasonOf(happened: Happened): string {
  const because = happened.because.length === 0 ? '' : `; because of ${listed(happened.because)}`;
  return `${SAID[happened.kind](happened)}${because}.`;
}

const SAID: Readonly<Record<AlertKind, (happened: Happened) => string>> = {
  crosses: ({ threshold, previous, current, origins }) => {
    const [mark, now] = [threshold ?? 0, current ?? 0];
    const isFall = previous !== null && now < previous;
    const how = isFall ? 'Fell below' : previous === null ? 'Began above' : 'Crossed';
    return `${how} ${percent(mark)}: ${course(previous, now)}, ${counted(origins)}`;
  },
  moves: ({ previous, current, origins }) => {
    const [before, now] = [previous ?? 0, current ?? 0];
    const points = Math.round((now - before) * 100);
    const how = `${points < 0 ? '−' : '+'}${Math.abs(points)}`;
    return `Moved by ${how} percentage points: ${course(before, now)}, ${counted(origins)}`;
  },
  resolves: ({ data }) => {
    const [outcome, day] = [word(data['outcome']), word(data['happened_on'])];
    return `Resolved as ${outcome ?? 'decided'}${day === null ? '' : `, as of ${day}`}`;
  },
  statement: ({ data }) => {
    const [speaker, organisation, act] = [data['speaker'], data['organisation'], data['act']].map(word);
    return `On the record: ${speaker ?? 'somebody'}${organisation ? ` of ${organisation}` : ''} ${act ?? 'speaks'}`;
  },
  new_rumor: ({ current, origins }) =>
    `A new rumor${current === null ? '' : `, ${figureOf(current)} % ${wordOf(current)}`}, ${counted(origins)}`,
};

/** A share as a percentage with as many digits as it was given: `80 %`, `82.5 %`. */
const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

const course = (previous: number | null, current: number): string =>
  `${previous === null ? '' : `${figureOf(previous)} → `}${figureOf(current)} % ${wordOf(current)}`;

const counted = (origins: number): string => `${origins} independent ${origins === 1 ? 'origin' : 'origins'}`;

function listed(names: readonly string[]): string {
  const others = names.length - NAMED;
  const said = others > 0 ? [...names.slice(0, NAMED), `${others} ${others === 1 ? 'other' : 'others'}`] : names;
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}

const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
