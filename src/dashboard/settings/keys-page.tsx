import { ROLES, type Actor } from '../../access/actor.js';
import type { KeyAnswer } from '../../access/key.answer.js';
import { Choice, FormTrouble, Line, Once } from '../forms/field.js';
import type { FormState } from '../forms/form-faults.js';
import { Moment } from '../parts/day.js';
import type { DoneWord } from './done.js';
import { SecretOnce } from './secret-once.js';
import { SettingsFrame } from './settings-frame.js';

export const KEYS_PATH = '/settings/keys';

/** What the page of keys shows. */
export interface KeysProps {
  readonly actor: Actor;
  readonly did: DoneWord | undefined;
  /** Every key, the newest first. */
  readonly keys: readonly KeyAnswer[];
  /** The key that was just minted, which is shown this once; null otherwise. */
  readonly minted: { readonly name: string; readonly secret: string } | null;
  /** The form for another one. */
  readonly minting: FormState;
  /** The present day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Who may do what: the keys, a new one, and the end of one. */
export function keysPage(props: KeysProps) {
  const { actor, did, minted } = props;
  return (
    <SettingsFrame actor={actor} at={KEYS_PATH} title="Keys" did={did}>
      {minted !== null && <SecretOnce what="The key of" whose={minted.name} secret={minted.secret} />}
      <KeyTable {...props} />
      <MintForm {...props} />
    </SettingsFrame>
  );
}

function KeyTable({ keys, today }: Pick<KeysProps, 'keys' | 'today'>) {
  return (
    <div class="scroll" role="region" aria-label="Every key" tabindex={0}>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col" class="spare">
              Minted
            </th>
            <th scope="col" class="spare">
              Last used
            </th>
            <th scope="col">Ends</th>
            <th scope="col">
              <span class="sr">Acts</span>
            </th>
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
      <td class="spare">
        <Moment at={minted} short />
      </td>
      <td class="spare">{used === null ? 'never' : <Moment at={used} short />}</td>
      <td>{ends === null ? 'never' : <Moment at={ends} short />}</td>
      <td>
        {revoked !== null ? (
          <>
            revoked <Moment at={revoked} short />
          </>
        ) : (
          <form method="post" action={`${KEYS_PATH}/${id}/revoke`}>
            <Once />
            <button aria-label={`Revoke the key of ${name}`}>Revoke</button>
          </form>
        )}
      </td>
    </tr>
  );
}

const OPENS = {
  reader: 'reader: reads',
  contributor: 'contributor: hands in, keeps alerts',
  editor: 'editor: commits, reviews, watches feeds',
  admin: 'admin: everything',
} as const;

function MintForm({ minting: state, today }: Pick<KeysProps, 'minting' | 'today'>) {
  return (
    <section class="panel" aria-labelledby="mint-key">
      <h2 id="mint-key">Mint a key</h2>
      <form class="form" method="post" action={KEYS_PATH}>
        <Once />
        <FormTrouble state={state} />
        <div class="fields">
          <Line state={state} name="name" label="For whom" placeholder="newsroom" required maxlength={200} />
          <Choice state={state} name="role" label="Role" options={ROLES.map((role) => [role, OPENS[role]])} />
          <Line state={state} name="until" label="Until, if it ends" type="date" min={today} />
        </div>
        <p class="actions">
          <button class="primary">Mint a key</button>
        </p>
      </form>
    </section>
  );
}
