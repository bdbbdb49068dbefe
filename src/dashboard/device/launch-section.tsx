import { DAY_MS } from '../../engine/subjects/index.js';
import { addressOf } from '../calibration/asked.js';
import { LaunchFigure } from '../charts/launch-figure.js';
import { DataLinks } from '../parts/data-links.js';
import { count, percent, sayDay, shortDay } from '../wording.js';
import type { DeviceStory } from './device-story.js';
import type { LaunchStory, RegionStory } from './launch-story.js';
import { RegionLines } from './region-lines.js';

/** When the device is expected: the sentence, equally likely days as dots, the other regions, and the same as a table. */
export function LaunchSection({ launch, story }: { launch: LaunchStory; story: DeviceStory }) {
  const { at, asOf } = story;
  const finding = `${asOf === null ? '' : `As known on ${sayDay(asOf)}: `}${findingOf(launch)}`;
  const within = launch.dots.flatMap((day) => (day === null ? [] : [Date.parse(day)]));
  const { p50: median } = launch.quantiles;
  const last = Math.max(at, ...within);
  return (
    <section class="question launch-section" id="launch-window">
      <h2>When will it launch? {launch.region !== null && <span class="tag">{launch.region}</span>}</h2>
      <figure>
        <figcaption>{finding}</figcaption>
        <LaunchFigure
          dots={within}
          beyond={launch.dots.length - within.length}
          beyondLabel={launch.horizonOn === null ? 'later' : `not by ${shortDay(launch.horizonOn)}`}
          from={Math.min(at, ...within)}
          until={Math.max(last + 7 * DAY_MS, at + 56 * DAY_MS)}
          median={median === null ? null : Date.parse(median)}
          finding={finding}
        />
        <RegionLines launch={launch} at={at} />
        {launch.slips.length > 0 && <p class="muted">{slippedIn(launch)}</p>}
        <details class="twin">
          <summary>Show table</summary>
          <QuantileTable launch={launch} />
        </details>
        <DataLinks {...dataOf(launch, story)} />
      </figure>
    </section>
  );
}

/** Where the window is as data, and the claims that it is made of. */
function dataOf({ region, dots }: LaunchStory, { device, asOf }: DeviceStory) {
  const asked = { ...(region !== null && { region }), ...(asOf !== null && { as_of: asOf }) };
  return {
    json: addressOf(`/v1/devices/${device.slug}/launch-window`, { dots: String(dots.length), ...asked }),
    csv: addressOf('/v1/exports/rumors.csv', { device: device.slug, subject: 'launch.date', ...asked }),
  };
}

/** The window in a sentence: when half is reached, the middle half, and what lies beyond. */
export function findingOf({ quantiles, dots, horizonOn, notByHorizon }: RegionStory): string {
  const { p25, p50, p75 } = quantiles;
  if (horizonOn === null) return 'Every day that anybody named has passed.';
  const half = p50 === null ? `Less likely than not by ${sayDay(horizonOn)}` : `As likely as not by ${sayDay(p50)}`;
  const middle = p25 !== null && p75 !== null ? `, half of it between ${sayDay(p25)} and ${sayDay(p75)}` : '';
  const beyond = dots.filter((day) => day === null).length;
  return `${half}${middle}; ${count(beyond, 'dot')} of ${dots.length}, ${percent(notByHorizon)}, not by ${sayDay(horizonOn)}.`;
}

/** How often the window moved later, and through which: "Moved later 2 times: March 2022 → Q2 2022 → Q3 2022." */
export function slippedIn({ slips }: Pick<LaunchStory, 'slips'>): string {
  const ways = slips.map(({ from, to }, place) => (slips[place - 1]?.to === from ? ` → ${to}` : `; ${from} → ${to}`));
  return `Moved later ${count(slips.length, 'time')}: ${ways.join('').replace(/^; /, '')}.`;
}

function QuantileTable({ launch }: { launch: LaunchStory }) {
  const rows = Object.entries(launch.quantiles).map(([name, day]) => [`${Number(name.slice(1))} %`, day] as const);
  return (
    <table class="plain quantiles">
      <thead>
        <tr>
          <th scope="col">Likelihood</th>
          <th scope="col">Launched by</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([share, day]) => (
          <tr>
            <td class="num">{share}</td>
            <td>
              {day === null ? (launch.horizonOn === null ? '–' : `after ${sayDay(launch.horizonOn)}`) : sayDay(day)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
