import { spanOf, WindowAxis, WindowBar, type TimeSpan } from '../charts/window-bar.js';
import { wideOf } from '../timeline/expected.js';
import { percent, sayDay, shortDay } from '../wording.js';
import type { LaunchStory, RegionStory } from './launch-story.js';

/** How many months are named above the bars, which are narrow here. */
const MOST_TICKS = 4;

/** When the device is expected in each region that somebody spoke of, on one axis; nothing where there is only one. */
export function RegionLines({ launch, at }: { launch: LaunchStory; at: number }) {
  if (launch.elsewhere.length === 0) return null;
  const rows = [launch, ...launch.elsewhere];
  const days = rows.flatMap(({ dots, horizonOn }) => [wideOf(dots).to ?? wideOf(dots).from, horizonOn]);
  const span = spanOf(days, at);
  return (
    <table class="regions">
      <caption>By region: none is guessed from another</caption>
      <thead>
        <tr>
          <th scope="col">Region</th>
          <th scope="col">As likely as not by</th>
          <th scope="col" class="regions-bar">
            <span class="sr">Window</span>
            <WindowAxis {...span} most={MOST_TICKS} />
          </th>
          <th scope="col" class="right">
            Later or never
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row row={row} span={span} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, span }: { row: RegionStory; span: TimeSpan }) {
  const { region, quantiles, dots, horizonOn, notByHorizon } = row;
  const { p25, p50, p75 } = quantiles;
  return (
    <tr>
      <th scope="row">{region ?? 'none named'}</th>
      <td>{p50 === null ? '–' : shortDay(p50)}</td>
      <td class="regions-bar">
        <WindowBar
          wide={wideOf(dots)}
          narrow={{ from: p25, to: p75 }}
          median={p50}
          horizonOn={horizonOn}
          official={null}
          label={sayRegion(row)}
          {...span}
        />
      </td>
      <td class="right num">
        {percent(notByHorizon)}
        {horizonOn !== null && <small class="muted"> by {shortDay(horizonOn)}</small>}
      </td>
    </tr>
  );
}

/** A window of one region in a sentence. */
function sayRegion({ region, quantiles: { p50 }, notByHorizon, horizonOn }: RegionStory): string {
  const half = p50 === null ? 'more likely not by its horizon' : `as likely as not by ${sayDay(p50)}`;
  const rest = horizonOn === null ? '' : `, ${percent(notByHorizon)} not by ${sayDay(horizonOn)}`;
  return `${region ?? 'No region named'}: ${half}${rest}`;
}
