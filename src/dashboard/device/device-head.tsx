import { Day } from '../parts/day.js';
import { capital, count, percent, sayDay } from '../wording.js';
import type { DeviceStory } from './device-story.js';

/** What device this is, how likely it exists, and as of when one looks. */
export function DeviceHead({ story }: { story: DeviceStory }) {
  const { device, asOf } = story;
  return (
    <>
      {asOf !== null && <AsOfBanner on={asOf} slug={device.slug} />}
      <header class="device-head">
        <p class="over">
          {[device.company.name, device.category, device.line].filter(Boolean).join(' · ')}{' '}
          <span class="tag">{device.status}</span>
        </p>
        <h1>{device.name}</h1>
        {device.aliases.length > 0 && <p class="muted">also called {device.aliases.join(', ')}</p>}
        <p class="device-facts">
          <Existence story={story} /> · {count(device.rumors, 'rumor')} · {count(device.reports, 'report')}
          {device.last_report_at !== null && (
            <>
              {' '}
              · last <Day on={device.last_report_at.slice(0, 10)} />
            </>
          )}
        </p>
      </header>
    </>
  );
}

function Existence({ story }: { story: DeviceStory }) {
  const { exists } = story.device;
  if (exists === null) return <>Whether it exists is not weighed yet</>;
  const { probability, word, derived } = exists;
  return (
    <>
      {capital('exists')}: <strong class="num">{percent(probability)}</strong> {word}
      {derived && (
        <>
          {' '}
          <a
            class="tag"
            href={`/rumors/${exists.rumor_id ?? ''}`}
            title="At least as likely as the rumor that implies it"
          >
            derived
          </a>
        </>
      )}
    </>
  );
}

function AsOfBanner({ on, slug }: { on: string; slug: string }) {
  return (
    <p class="as-of-banner" role="status">
      As known on <strong>{sayDay(on)}</strong>: what was learned later is left out.{' '}
      <a href={`/devices/${slug}`}>Back to now</a>
    </p>
  );
}

/** Looks at the device as it was known on another day. */
export function AsOfForm({ asOf, today }: { asOf: string | null; today: string }) {
  return (
    <form class="as-of" method="get">
      <label for="as-of">As known on</label>
      <input id="as-of" type="date" name="as_of" value={asOf ?? today} max={today} required />
      <button>Show</button>
    </form>
  );
}
