import { type Static } from 'typebox';
import { idOf, instant, list, named, nullable, object, oneOf, text, whole } from '../platform/http/answer-shapes.js';
import { ROLES } from './actor.js';

/** A key without its secret, as it is shown. */
export const KeyAnswer = named('Key', 'A key with which a program or a person acts, without its secret.', {
  id: idOf('key', 'The id of the key.'),
  name: text('Whose key it is.', 'newsroom'),
  role: oneOf(ROLES, 'What it opens; each role may do all that the ones before it may.', 'editor'),
  created_at: instant('When it was minted.'),
  expires_at: nullable(instant('When it ends.'), 'When it ends; null = never.'),
  last_used_at: nullable(instant('When it was last used.'), 'When it was last used; null = never.'),
  revoked_at: nullable(instant('When it was revoked.'), 'When it was revoked; null = it was not.'),
});
export type KeyAnswer = Static<typeof KeyAnswer>;

/** All keys. */
export const KeysAnswer = object('All keys.', { data: list(KeyAnswer, 'The keys, the newest first.') });

/** A key that was just minted. */
export const MintedKeyAnswer = named('MintedKey', 'A key that was just minted.', {
  ...KeyAnswer.properties,
  secret: text('What is sent as `Authorization: Bearer …`. It is shown this once.', 'hs_…'),
});

/** Who is asking. */
export const MeAnswer = named('Me', 'Who is asking.', {
  key_id: nullable(idOf('key', 'The key with which you ask.'), 'The key with which you ask; null = none.'),
  name: text('Whose key it is.', 'newsroom'),
  role: oneOf(ROLES, 'What you may do.', 'editor'),
  limits: object('How often you may ask.', {
    requests: whole('How many requests in a window.', 600, 1),
    ingestions: whole('How many articles may be handed in within a window.', 30, 1),
    window_seconds: whole('How long a window lasts.', 60, 1),
  }),
});
export type MeAnswer = Static<typeof MeAnswer>;
