import { Injectable } from '@nestjs/common';
import { admit } from '../access/admission.js';
import type { Actor } from '../access/actor.js';
import type { SeenVersions } from '../platform/version.js';
import { IdentityActs } from './identity-acts.service.js';
import type { UndoActDto } from './identity.dto.js';
import { Restoring } from './restoring.service.js';
import { Undoable } from './undoable.service.js';

/** Undoes acts about who is who. */
@Injectable()
export class Undoing {
  constructor(
    private readonly acts: IdentityActs,
    private readonly undoable: Undoable,
    private readonly restoring: Restoring,
  ) {}

  /**
   * Makes everything as it was before an act: rumors, names, verdicts and addresses. What was opened or linked since
   * stays where it stands. Whoever undoes a takedown must be an admin.
   *
   * @throws Fault not found `unknown-act`; forbidden; conflict as `Undoable.assert`; StaleVersion
   */
  undo(id: string, { reason }: UndoActDto, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.acts.reverse(id, { reason, seen, actor }, async (act) => {
      admit(actor, act.kind === 'takedown' ? 'admin' : 'editor');
      await this.undoable.assert(act);
      await this.restoring.restore(act, reason, actor);
    });
  }
}
