import { lanesOf } from './lanes.js';
import { place, scaleOf } from './scale.js';

/** A piece of evidence on the time axis, as a link to where it is told. */
export interface Mark {
  readonly at: number;
  readonly href: string;
  /** What a reader hears and sees in the tooltip: source, stance and day. */
  readonly label: string;
  readonly shape: 'supports' | 'refutes' | 'statement' | 'weightless';
}

const LANE = 24;
/** The width of a mark's target, in per cent of a chart of usual width. */
const GAP = 3;

/** The evidence beneath a history, in time order: each mark is a link. */
export function EvidenceStrip({ marks, from, until }: { marks: readonly Mark[]; from: number; until: number }) {
  if (marks.length === 0) return null;
  const scale = scaleOf(from, until);
  const inOrder = [...marks].sort((a, b) => a.at - b.at);
  const lanes = lanesOf(
    inOrder.map(({ at }) => scale(at)),
    GAP,
  );
  return (
    <svg class="strip" role="group" aria-label="Evidence in order of time" height={(Math.max(...lanes) + 1) * LANE}>
      {inOrder.map((mark, index) => (
        <a href={mark.href} aria-label={mark.label}>
          <title>{mark.label}</title>
          <svg class="strip-mark" x={`${place(scale(mark.at))}%`} y={lanes[index]! * LANE} overflow="visible">
            <circle class="strip-target" cy={LANE / 2} r={LANE / 2} />
            <Shape shape={mark.shape} />
          </svg>
        </a>
      ))}
    </svg>
  );
}

function Shape({ shape }: { shape: Mark['shape'] }) {
  switch (shape) {
    case 'supports':
      return <circle class="mark-supports" cy="12" r="5" />;
    case 'weightless':
      return <circle class="mark-weightless" cy="12" r="4" />;
    case 'refutes':
      return <path class="mark-refutes" d="M-4.5 7.5l9 9m0-9l-9 9" />;
    case 'statement':
      return <path class="mark-statement" d="M0 5l7 7-7 7-7-7z" />;
  }
}

/** What the shapes of the strip mean; only those that appear. */
export function StripKey({ marks }: { marks: readonly Mark[] }) {
  const shapes = [...new Set(marks.map(({ shape }) => shape))];
  return (
    <p class="strip-key muted">
      {shapes.map((shape) => (
        <span>
          <svg width="16" height="24" viewBox="-8 0 16 24" aria-hidden="true">
            <Shape shape={shape} />
          </svg>
          {KEY[shape]}
        </span>
      ))}
    </p>
  );
}

const KEY: Readonly<Record<Mark['shape'], string>> = {
  supports: 'supports the leading answer',
  refutes: 'speaks against it',
  weightless: 'adds nothing: a copy, replaced by a later report, or unproven',
  statement: 'official statement',
};
