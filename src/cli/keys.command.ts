import { OPERATOR, type Role } from '../access/actor.js';
import { MintKeyDto } from '../access/key.dto.js';
import { viewKey } from '../access/key.view.js';
import { Keys } from '../access/keys.service.js';
import { checked } from '../platform/validation.js';
import type { Context } from './context.js';

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
