import { addressOf } from '../calibration/asked.js';
import { spanOf, WindowAxis, WindowBar, type TimeSpan } from '../charts/window-bar.js';
import { percent, sayDay, shortDay } from '../wording.js';
import { byMonth, type Expected, type Month } from './expected.js';
import { Nothing, Pages } from './timeline-ends.js';
import type { TimelineQueryDto } from './timeline-query.dto.js';

/** What the timeline shows. */
export interface TimelineProps {
  readonly rows: readonly Expected[];
  /** How many devices have a launch that is expected. */
  readonly found: number;
  /** Behind which device the next page begins; null where there is none. */
  readonly next: string | null;
  /** The regions that somebody spoke of. */
  readonly regions: readonly string[];
  readonly query: TimelineQueryDto;
  /** The present, epoch milliseconds. */
  readonly now: number;
}

/** When everything is expected: by month, each launch with its window, its median, and what lies beyond. */
export function timelinePage(props: TimelineProps) {
  const { rows, found, next, query } = props;
  return (
    <>
      <header class="board-head">
        <h1>When it is expected</h1>
        <p class="muted">
          {rows.length} {rows.length === 1 ? 'launch' : 'launches'}, by the month in which it is as likely as not.{' '}
          <span class="timeline-key">
            <b class="key-narrow" aria-hidden="true" /> half of it <b class="key-wide" aria-hidden="true" /> 80&nbsp;%
            of it <span aria-hidden="true">◆</span> announced by the maker
          </span>
        </p>
        {(next !== null || query.after) && rows.length > 0 && (
          <p role="status">
            Shown are {rows.length} of {found}, a page at a time: those that were last written about come first.
          </p>
        )}
      </header>
      <Filters {...props} />
      {rows.length === 0 ? <Nothing query={query} /> : <Timeline {...props} />}
      <Pages query={query} next={next} />
    </>
  );
}

function Filters({ regions, query }: Pick<TimelineProps, 'regions' | 'query'>) {
  return (
    <form class="filters" method="get" action="/timeline">
      <label>
        Region
        <select name="region">
          <option value="">most spoken of</option>
          {regions.map((region) => (
            <option value={region} selected={region === query.region}>
              {region}
            </option>
          ))}
        </select>
      </label>
      <label>
        As
        <select name="view">
          <option value="bars">bars</option>
          <option value="list" selected={query.view === 'list'}>
            list
          </option>
        </select>
      </label>
      <button>Show</button>
      <a href={addressOf('/calendar.ics', { region: query.region, each: 'device' })}>Calendar (.ics)</a>
    </form>
  );
}

function Timeline({ rows, query, now }: TimelineProps) {
  const days = rows.flatMap(({ wide, median, official }) => [wide.to ?? wide.from, median, official?.on ?? null]);
  const span = query.view === 'list' ? null : spanOf(days, now);
  return (
    <table class={span === null ? 'timeline timeline-list' : 'timeline'}>
      <caption class="sr">Expected launches by month</caption>
      <thead>
        <tr>
          <th scope="col">Device</th>
          <th scope="col">As likely as not by</th>
          {span !== null && (
            <th scope="col" class="timeline-bar">
              <span class="sr">Window</span>
              <WindowAxis {...span} />
            </th>
          )}
          <th scope="col" class="right">
            Later or never
          </th>
        </tr>
      </thead>
      {byMonth(rows).map((month) => (
        <MonthRows month={month} span={span} />
      ))}
    </table>
  );
}

function MonthRows({ month: { month, rows }, span }: { month: Month; span: TimeSpan | null }) {
  const name = month === null ? 'More likely not by then' : sayDay(month);
  return (
    <tbody>
      <tr class="month">
        <th colspan={span === null ? 3 : 4} scope="rowgroup" id={month === null ? 'later' : `m-${month}`} tabindex={-1}>
          {name}
        </th>
      </tr>
      {rows.map((row) => (
        <Row row={row} span={span} />
      ))}
    </tbody>
  );
}

function Row({ row, span }: { row: Expected; span: TimeSpan | null }) {
  const { device, region, median, horizonOn, notByHorizon, official } = row;
  return (
    <tr>
      <th scope="row">
        <a href={`/devices/${device.slug}#launch-window`}>{device.name}</a>
        <small class="muted">
          {device.company.name}
          {region !== null && ` · ${region}`}
        </small>
      </th>
      <td>
        {median === null ? '–' : shortDay(median)}
        <small class="muted">{sayWide(row)}</small>
        {official !== null && (
          <small>
            <span aria-hidden="true">◆ </span>
            <a href={`/rumors/${official.rumorId}`}>announced for {official.days}</a>
          </small>
        )}
      </td>
      {span !== null && (
        <td class="timeline-bar">
          <WindowBar {...row} official={official?.on ?? null} label={sayWindow(row)} {...span} />
        </td>
      )}
      <td class="right num">
        {percent(notByHorizon)}
        {horizonOn !== null && <small class="muted">by {shortDay(horizonOn)}</small>}
      </td>
    </tr>
  );
}

/** The middle 80 % in the space of a cell. */
function sayWide({ wide: { from, to } }: Expected): string {
  if (from === null) return 'beyond what anybody named';
  return to === null ? `80 %: from ${shortDay(from)}` : `80 %: ${shortDay(from, to.slice(0, 4))} – ${shortDay(to)}`;
}

/** A launch window in a sentence. */
export function sayWindow(row: Expected): string {
  const { device, median, notByHorizon, horizonOn, official } = row;
  const half = median === null ? 'more likely not by its horizon' : `as likely as not by ${sayDay(median)}`;
  const rest = horizonOn === null ? '' : `, ${percent(notByHorizon)} not by ${sayDay(horizonOn)}`;
  return `${device.name}: ${half}, ${sayWide(row)}${rest}${official === null ? '' : `; ${official.text}, announced`}`;
}
