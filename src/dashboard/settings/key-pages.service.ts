import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { MintKeyDto } from '../../access/key.dto.js';
import { viewKey } from '../../access/key.view.js';
import { Keys } from '../../access/keys.service.js';
import { Clock } from '../../platform/clock.js';
import { Fault } from '../../platform/fault.js';
import { checked } from '../../platform/validation.js';
import { formFaultsOf, UNTOUCHED, type FormFault } from '../forms/form-faults.js';
import type { Leaf } from '../frame/frames.service.js';
import { dayAt } from '../wording.js';
import { KEY_FIELDS, type MintFormDto } from './key-forms.dto.js';
import { keysPage, type KeysProps } from './keys-page.js';

/** A key that was just minted: whose it is, and its secret. */
export type Minted = NonNullable<KeysProps['minted']>;

/** What admins do with keys, as their page offers it, and that page. */
@Injectable()
export class KeyPages {
  constructor(
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  /** The page for somebody, after an act or by itself. */
  async page(
    actor: Actor,
    { did, minted = null, minting = UNTOUCHED }: Partial<Pick<KeysProps, 'did' | 'minted' | 'minting'>>,
  ): Promise<Leaf> {
    const keys = (await this.keys.list()).map(viewKey);
    const body = keysPage({ actor, did, keys, minted, minting, today: dayAt(this.clock.now()) });
    return { title: 'Keys', body, isSecret: minted !== null };
  }

  /** The page that says what is wrong with a form. */
  refused(actor: Actor, form: MintFormDto, fault: Fault): Promise<Leaf> {
    return this.page(actor, { minting: { values: { ...form }, faults: faultsOf(fault) } });
  }

  /**
   * Mints the key that a form asks for, good to the end of its last day (UTC).
   *
   * @throws Fault `invalid-input` with a pointer for each field that is wrong; as `Keys.mint` does
   */
  async mint({ name = '', role, until = '' }: MintFormDto, actor: Actor): Promise<Minted> {
    const ends = until === '' ? {} : { expires_at: `${until}T23:59:59Z` };
    const act = checked(MintKeyDto, { name: name.trim(), role, ...ends });
    const { secret } = await this.keys.mint(act, actor);
    return { name: act.name, secret };
  }

  /** @throws Fault as `Keys.revoke` does */
  revoke(id: string, actor: Actor): Promise<void> {
    return this.keys.revoke(id, actor);
  }
}

/** The end of a key is typed as a day. */
function faultsOf(fault: Fault): FormFault[] {
  if (fault.code === 'expired-key') return [{ field: 'until', message: 'That day is over.' }];
  return formFaultsOf(fault, KEY_FIELDS).map((each) =>
    fault.errors.some(({ pointer }) => pointer === '#/expires_at') && each.field === null
      ? { field: 'until', message: 'It must be a day, such as 2027-01-31.' }
      : each,
  );
}
