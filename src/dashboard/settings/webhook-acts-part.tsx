import type { WebhookAnswer } from '../../webhooks/webhook.answer.js';
import { Once, Seen } from '../forms/field.js';
import { durationsWith, OVERLAPS } from './durations.js';
import { Removal } from './settings-frame.js';

interface ReceiverActsProps {
  readonly webhook: WebhookAnswer;
  readonly version: number;
  readonly path: string;
  readonly name: string;
}

/** What can be done with a receiver: tried out, switched on or off, given another secret, removed. */
export function ReceiverActs({ webhook, version, path, name }: ReceiverActsProps) {
  const { enabled } = webhook;
  return (
    <div class="kept-acts">
      <form method="post" action={`${path}/test`}>
        <Once />
        <button>Send a test</button>
      </form>
      <form method="post" action={`${path}/switch`}>
        <Once />
        <Seen version={version} />
        <input type="hidden" name="enabled" value={enabled ? 'no' : 'yes'} />
        <button class={enabled ? undefined : 'primary'}>Switch {enabled ? 'off' : 'on'}</button>
      </form>
      <Rotation path={path} version={version} />
      <Removal name={name} what="Remove" action={`${path}/remove`}>
        <Once />
        <Seen version={version} />
        <p class="small">What still waits for it is thrown away, and its log with it.</p>
      </Removal>
    </div>
  );
}

function Rotation({ path, version }: Pick<ReceiverActsProps, 'path' | 'version'>) {
  return (
    <details class="removal">
      <summary>New secret …</summary>
      <form method="post" action={`${path}/rotate`}>
        <Once />
        <Seen version={version} />
        <label for="overlap">The former one signs as well for</label>
        <select id="overlap" name="overlap">
          {durationsWith(OVERLAPS).map(([value, text]) => (
            <option value={value} selected={value === 'PT24H'}>
              {value === 'PT0S' ? 'no time at all' : text}
            </option>
          ))}
        </select>
        <button class="grave">Make a new secret</button>
      </form>
    </details>
  );
}
