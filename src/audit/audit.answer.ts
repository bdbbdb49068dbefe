import { Type, type Static } from 'typebox';
import { idOf, instant, mapOf, named, nullable, object, oneOf, text } from '../platform/http/answer-shapes.js';

/** Who changes things: the holder of a key, whoever has the command line, or the program by itself. */
export const ACTOR_KINDS = ['key', 'operator', 'system'] as const;

const state = (description: string, example: Readonly<Record<string, unknown>>) =>
  nullable(mapOf(Type.Unknown(), description, example), `${description} Null where it was not there.`);

/** One change, as it is shown. */
export const AuditEntryAnswer = named('AuditEntry', 'What somebody changed.', {
  id: idOf('aud', 'The id of the entry.'),
  at: instant('When it was changed.'),
  actor: object('Who changed it.', {
    kind: oneOf(ACTOR_KINDS, 'The holder of a key, the command line, or the program by itself.'),
    key_id: nullable(idOf('key', 'The key that was used.'), 'The key that was used; null = none.'),
    name: text('Whose key it is.', 'newsroom'),
  }),
  action: text('What was done, as a verb.', 'revise'),
  thing: text('The id of what was changed.', 'rum_01KA8Z6Y3M7V2QH4T9XBDN5CWE'),
  before: state('The members that were changed, as they were.', { status: 'open' }),
  after: state('The same, as they are since.', { status: 'withdrawn' }),
});
export type AuditEntryAnswer = Static<typeof AuditEntryAnswer>;
