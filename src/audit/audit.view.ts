import { OPERATOR } from '../access/actor.js';
import { sayInstant } from '../platform/instant.js';
import type { AuditEntryAnswer } from './audit.answer.js';

/** A change as it is read from the trail. */
export interface AuditRow {
  readonly id: string;
  readonly at: number;
  readonly key_id: string | null;
  readonly actor: string;
  readonly action: string;
  readonly thing: string;
  readonly before: string | null;
  readonly after: string | null;
}

const stateOf = (json: string | null) => (json === null ? null : (JSON.parse(json) as Record<string, unknown>));

/** A change as it is shown. */
export function viewAuditEntry({
  id,
  at,
  key_id,
  actor: name,
  action,
  thing,
  before,
  after,
}: AuditRow): AuditEntryAnswer {
  // the program also acts in the name of an editor: when the embargo ends of what the editor gave leave for
  const kind = key_id !== null ? 'key' : name === OPERATOR.name ? 'operator' : 'system';
  const who = { kind, key_id, name } as const;
  return { id, at: sayInstant(at), actor: who, action, thing, before: stateOf(before), after: stateOf(after) };
}
