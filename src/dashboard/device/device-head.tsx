import { AsOfBanner, AsOfForm } from '../parts/as-of.js';
import { Day } from '../parts/day.js';
import { capital, count, dayAt, percent, sayDay } from '../wording.js';
import type { DeviceStory } from './device-story.js';

/** What device this is, how likely it exists, and as of when one looks. */
export function DeviceHead({ story }: { story: DeviceStory }) {
  const { device, asOf } = story;
  return (
    <>
      {asOf !== null && <AsOfBanner on={asOf} back={`/devices/${device.slug}`} />}
      {device.superseded_by !== null && <Successor by={device.superseded_by} />}
      <header class="device-head">
        <p class="over">
          {[device.company.name, device.category, device.line].filter(Boolean).join(' · ')}{' '}
          <span class="tag">{device.status}</span>
          <span class="on-paper"> · as known on {sayDay(dayAt(story.at))}</span>
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
        <AsOfForm
          path={`/devices/${device.slug}`}
          asOf={asOf}
          since={device.created_at.slice(0, 10)}
          today={story.today}
        />
      </header>
    </>
  );
}

const TURNED_OUT = {
  renamed: 'It got another name: it is',
  split: 'It was several devices all along, among them',
  replaced: 'Another one comes in its place:',
} as const;

/** Where the device went. */
function Successor({ by }: { by: NonNullable<DeviceStory['device']['superseded_by']> }) {
  return (
    <p class="notice" role="status">
      {TURNED_OUT[by.reason]} <a href={`/devices/${by.slug}`}>{by.name}</a>. What is open about it is followed there.
    </p>
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
