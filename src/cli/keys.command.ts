import { OPERATOR, type Role } from '../access/actor.js';
import { MintKeyDto } from '../access/key.dto.js';
import { viewKey } from '../access/key.view.js';
import { Keys } from '../access/keys.service.js';
import { checked } from '../platform/validation.js';
import type { Context } from './context.js';
import { table } from './table.js';

/** What `hearsay keys create` is told. */
export interface KeyOptions {
  readonly name: string;
  readonly role: Role;
  readonly expires?: string;
}

/** Mints a key and shows its secret, this once. */
export async function createKey(options: KeyOptions, context: Context): Promise<void> {
  const { name, role, expires } = options;
  const act = checked(MintKeyDto, { name, role, ...(expires !== undefined && { expires_at: expires }) });
  const { key, secret } = await (await context.get(Keys)).mint(act, OPERATOR);
  context.screen.answer({ ...viewKey(key), secret }, () => [secret]);
  context.screen.note(`A key for ${name} with the role ${role}. It is shown this once: keep it now.`);
}

const LIST = [
  { heading: 'Key' },
  { heading: 'Name' },
  { heading: 'Role' },
  { heading: 'Ends' },
  { heading: 'Last used' },
  { heading: 'Revoked' },
];

/** Lists the keys, the newest first, without their secrets. */
export async function listKeys(context: Context): Promise<void> {
  const keys = (await (await context.get(Keys)).list()).map(viewKey);
  const moment = (at: string | null): string => at?.slice(0, 16) ?? '–';
  const cells = ({ id, name, role, expires_at, last_used_at, revoked_at }: (typeof keys)[number]): string[] => [
    ...[id, name, role],
    ...[expires_at, last_used_at, revoked_at].map(moment),
  ];
  context.screen.answer({ data: keys }, () => (keys.length === 0 ? [] : table(LIST, keys.map(cells))));
  if (keys.length === 0) context.screen.note('There is no key.');
}

/** Revokes a key, for good. */
export async function revokeKey(id: string, context: Context): Promise<void> {
  const keys = await context.get(Keys);
  await keys.revoke(id, OPERATOR);
  const revoked = (await keys.list()).find((key) => key.id === id)!;
  context.screen.answer(viewKey(revoked), () => [`${revoked.name} (${id}) is revoked.`]);
}
