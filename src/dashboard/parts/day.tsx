import { sayDay, shortDay } from '../wording.js';

/** A day or month (`YYYY-MM-DD`, `YYYY-MM`), with the whole of it in the title; `undated` where nobody knows. */
export function Day({ on, short = false }: { on: string | null; short?: boolean }) {
  if (on === null) return <span class="muted">undated</span>;
  return (
    <time datetime={on} title={sayDay(on)}>
      {short ? shortDay(on) : sayDay(on)}
    </time>
  );
}

/** An instant (RFC 3339, UTC) as its day, with the minute in the title. */
export function Moment({ at, short = false }: { at: string; short?: boolean }) {
  const day = at.slice(0, 10);
  return (
    <time datetime={at} title={`${sayDay(day)}, ${at.slice(11, 16)} UTC`}>
      {short ? shortDay(day) : sayDay(day)}
    </time>
  );
}

/** An instant (RFC 3339, UTC) to the minute: `27 June 2022, 14:00 UTC`. */
export function Instant({ at, short = false }: { at: string; short?: boolean }) {
  const day = at.slice(0, 10);
  return (
    <time datetime={at}>
      {short ? shortDay(day) : sayDay(day)}, {at.slice(11, 16)} UTC
    </time>
  );
}
