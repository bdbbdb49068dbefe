import { ROLES } from '../../access/actor.js';
import type { KeyAnswer } from '../../access/key.answer.js';
import { Moment } from '../parts/day.js';

/** What the page of settings shows. */
export interface SettingsProps {
  /** Every key, the newest first. */
  readonly keys: readonly KeyAnswer[];
  /** The key that was just minted, which is shown this once; null otherwise. */
  readonly minted: { readonly name: string; readonly secret: string } | null;
  /** The present day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Who may do what: the keys, a new one, and the end of one. */
export function settingsPage(props: SettingsProps) {
  return (
    <article class="settings">
      <header class="board-head">
        <h1>Settings</h1>
      </header>
      <section aria-labelledby="api-keys">
        <h2 id="api-keys">Keys</h2>
        {props.minted !== null && <Minted {...props.minted} />}
        <KeyTable {...props} />
        <MintForm today={props.today} />
      </section>
    </article>
  );
}

function Minted({ name, secret }: { name: string; secret: string }) {
  return (
    <div class="notice" role="status">
      <p>
        The key of <strong>{name}</strong>. It is shown this once and kept nowhere: copy it now.
      </p>
      <p>
        <code class="secret" id="secret">
          {secret}
        </code>{' '}
        <button data-copies="secret" hidden>
          Copy
        </button>
      </p>
    </div>
  );
}

function KeyTable({ keys, today }: Pick<SettingsProps, 'keys' | 'today'>) {
  return (
    <div class="scroll" role="region" aria-label="Every key" tabindex={0}>
      <table class="plain">
        <thead>
          <tr>
            {['Name', 'Role', 'Minted', 'Last used', 'Ends', ''].map((name) => (
              <th scope="col">{name === '' ? <span class="sr">Acts</span> : name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <KeyRow apiKey={key} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function KeyRow({ apiKey, today }: { apiKey: KeyAnswer; today: string }) {
  const { id, name, role, created_at: minted, last_used_at: used, expires_at: ends, revoked_at: revoked } = apiKey;
  const isOver = ends !== null && ends.slice(0, 10) < today;
  return (
    <tr class={revoked !== null || isOver ? 'muted' : undefined}>
      <th scope="row">{name}</th>
      <td>{role}</td>
      <td>
        <Moment at={minted} short />
      </td>
      <td>{used === null ? 'never' : <Moment at={used} short />}</td>
      <td>{ends === null ? 'never' : <Moment at={ends} short />}</td>
      <td>
        {revoked !== null ? (
          <>
            revoked <Moment at={revoked} short />
          </>
        ) : (
          <form method="post" action={`/settings/keys/${id}/revoke`}>
            <button aria-label={`Revoke the key of ${name}`}>Revoke</button>
          </form>
        )}
      </td>
    </tr>
  );
}

function MintForm({ today }: { today: string }) {
  return (
    <form class="decide" method="post" action="/settings/keys">
      <label>
        For whom
        <input name="name" required maxlength={200} placeholder="newsroom" />
      </label>
      <label>
        Role
        <select name="role">
          {ROLES.map((role) => (
            <option value={role}>{role}</option>
          ))}
        </select>
      </label>
      <label>
        Until, if it ends
        <input type="date" name="until" min={today} />
      </label>
      <button class="primary">Mint a key</button>
    </form>
  );
}
