import { type Static } from 'typebox';
import { ALERT_DATA } from '../events/event-shapes.js';
import {
  idOf,
  instant,
  named,
  nullable,
  number,
  object,
  oneOf,
  text,
  whole,
  yesNo,
} from '../platform/http/answer-shapes.js';
import { pageOf } from '../platform/http/answers.js';
import { ALERT_KINDS, ALERT_TARGETS } from './alert.entity.js';

/** A rule by which somebody is alerted. */
export const AlertAnswer = named('Alert', 'A rule by which somebody is alerted.', {
  id: idOf('alr', 'The id of the rule.'),
  name: text('What it is called.', 'the launch is near'),
  device_id: nullable(idOf('dev', 'Only about this device.'), 'Null = about any device.'),
  company_id: nullable(idOf('co', 'Only about devices of this company.'), 'Null = of any company.'),
  subject: nullable(text('Only rumors about this subject.', 'launch.date'), 'Null = about any subject.'),
  when: oneOf(ALERT_KINDS, 'What it waits for.', 'crosses'),
  threshold: nullable(
    number('The mark that is crossed, or the least move, 0 to 1.', 0.8),
    'Null = it waits for no number.',
  ),
  hysteresis: nullable(
    number('How far below the mark it must fall before that is told, 0 to 1.', 0.02),
    'Null = no mark is waited for.',
  ),
  min_origins: nullable(
    whole('How many independent origins must count; a fall below the mark is told whatever their number.', 2),
    'Null = it waits for no number.',
  ),
  cooldown: nullable(
    text('How long it is silent about a rumor after it told of it, ISO 8601.', 'PT1H'),
    'Null = it waits for no number.',
  ),
  to: oneOf(ALERT_TARGETS, 'Where alerts go; the feed of the rule has them all.', 'feed'),
  webhook_id: nullable(idOf('wh', 'The webhook to which they go.'), 'Null = to none.'),
  enabled: yesNo('Whether it looks at what happens.', true),
  created_by: object('Whose rule it is.', {
    key_id: nullable(idOf('key', 'Their key.'), 'Null = the operator.'),
    name: text('The name of their key.', 'newsroom'),
  }),
  last_fired_at: nullable(instant('When it last told of something.'), 'Null = never, or longer ago than 90 days.'),
  created_at: instant('When it was made.'),
  updated_at: instant('When it was last changed.'),
});
export type AlertAnswer = Static<typeof AlertAnswer>;

/** An alert that was given. */
export const FiringAnswer = named('AlertFiring', 'An alert that was given.', {
  id: idOf('fir', 'The id of the alert.'),
  at: instant('When it was given.'),
  ...ALERT_DATA,
});
export type FiringAnswer = Static<typeof FiringAnswer>;

export const AlertPage = pageOf(AlertAnswer);
export const FiringPage = pageOf(FiringAnswer);
