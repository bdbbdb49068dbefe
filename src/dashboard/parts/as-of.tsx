import { DAY_MS } from '../../engine/subjects/index.js';
import { dayAt, sayDay } from '../wording.js';

/** Says that one looks at the past, and how to come back. */
export function AsOfBanner({ on, back }: { on: string; back: string }) {
  return (
    <p class="as-of-banner" role="status">
      As known on <strong>{sayDay(on)}</strong>: what was learned later is left out. <a href={back}>Back to now</a>
    </p>
  );
}

/** What one can go back in: a page, and the days between which it has a past. */
export interface AsOfProps {
  /** The address of the page as it is now. */
  readonly path: string;
  /** The day that one looks from, `YYYY-MM-DD`; null for now. */
  readonly asOf: string | null;
  /** The first day on which anything was known, and the present one. */
  readonly since: string;
  readonly today: string;
}

/**
 * Looks at the same page as it was known on another day: a day back or on by links, any day by its date. A script adds a
 * slider over all days. What is known only since today has no past to look at.
 */
export function AsOfForm({ path, asOf, since, today }: AsOfProps) {
  const on = asOf ?? today;
  if (since >= today) return null;
  return (
    <form class="as-of" method="get" action={path} data-path={path}>
      <label for="as-of">As known on</label>
      <span class="as-of-days">
        <Step to={beside(on, -1)} label="the day before" sign="◀" {...{ path, since, today }} />
        <input class="as-of-slider" type="range" aria-label="As known on" min="0" max="1" hidden />
        <Step to={beside(on, 1)} label="the day after" sign="▶" {...{ path, since, today }} />
      </span>
      <input id="as-of" type="date" name="as_of" value={on} min={since} max={today} required />
      <button>Show</button>
    </form>
  );
}

const beside = (day: string, days: number): string => dayAt(Date.parse(day) + days * DAY_MS);

interface StepProps extends Omit<AsOfProps, 'asOf'> {
  readonly to: string;
  readonly label: string;
  readonly sign: string;
}

function Step({ to, label, sign, path, since, today }: StepProps) {
  if (to < since || to > today) return null;
  return (
    <a class="as-of-step" href={to === today ? path : `${path}?as_of=${to}`} title={sayDay(to)}>
      <span aria-hidden="true">{sign}</span>
      <span class="sr">{label}</span>
    </a>
  );
}
