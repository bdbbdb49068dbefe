import { sayDay } from '../wording.js';

/** Says that one looks at the past, and how to come back. */
export function AsOfBanner({ on, back }: { on: string; back: string }) {
  return (
    <p class="as-of-banner" role="status">
      As known on <strong>{sayDay(on)}</strong>: what was learned later is left out. <a href={back}>Back to now</a>
    </p>
  );
}

/** Looks at the same page as it was known on another day. */
export function AsOfForm({ asOf, today }: { asOf: string | null; today: string }) {
  return (
    <form class="as-of" method="get">
      <label for="as-of">As known on</label>
      <input id="as-of" type="date" name="as_of" value={asOf ?? today} max={today} required />
      <button>Show</button>
    </form>
  );
}
