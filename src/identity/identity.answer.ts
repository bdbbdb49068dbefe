import { type Static } from 'typebox';
import { DeviceInShort } from '../devices/device.answer.js';
import { pageOf } from '../platform/http/answers.js';
import { idOf, instant, list, named, nullable, object, oneOf, text } from '../platform/http/answer-shapes.js';
import { IDENTITY_KINDS } from './identity-act.entity.js';

const Undone = object('When an act was undone, by whom and why.', {
  at: instant('When it was undone.'),
  by: text('Who undid it.', 'newsroom'),
  reason: text('Why.', 'They are two devices after all.'),
});

const UnitedAnswer = object('Two rumors of the same claim that are one since.', {
  id: idOf('rum', 'The rumor that is followed no more.'),
  into: idOf('rum', 'The rumor that stands for both.'),
});

/** An act about who is who, as it is shown. */
export const IdentityActAnswer = named('IdentityAct', 'An act about which device a device is. It can be undone.', {
  id: idOf('act', 'The id of the act.'),
  kind: oneOf(IDENTITY_KINDS, 'What was done.'),
  device: DeviceInShort,
  other: nullable(DeviceInShort, 'The device that it became, or shares its rumors with since; null = taken down.'),
  reason: nullable(
    text('Why: of a superseded device `renamed`, `split` or `replaced`.', 'renamed'),
    'Why: of a superseded device `renamed`, `split` or `replaced`, else words; null = nobody said.',
  ),
  evidence_id: nullable(idOf('ev', 'The evidence that shows it.'), 'The evidence that shows it; null = none.'),
  statement_id: nullable(idOf('st', 'The statement that says it.'), 'The statement that says it; null = none.'),
  carried: list(idOf('rum', 'A rumor.'), 'The rumors that are about the other device since.'),
  united: list(UnitedAnswer, 'The rumors that are one with the same claim about the other device since.'),
  names: list(text('A name.', '12 Ultra'), 'The names that stand for the other device since.'),
  at: instant('When it was done.'),
  by: text('Who did it.', 'newsroom'),
  undone: nullable(Undone, 'When it was undone; null = it holds.'),
});
export type IdentityActAnswer = Static<typeof IdentityActAnswer>;

/** A page of acts. */
export const IdentityActPage = pageOf(IdentityActAnswer);
