import { type Static } from 'typebox';
import { idOf, instant, list, named, nullable, oneOf, text, whole } from '../platform/http/answer-shapes.js';
import { pageOf } from '../platform/http/answers.js';
import { JOB_CAUSES, JOB_STATUSES, REFRESH_PHASES, REFRESH_SCOPES } from './refresh-job.entity.js';

const Target = named('RefreshTarget', 'The device, or the subscription, that is refreshed.', {
  id: text('The id of the device or of the subscription.', 'dev_01KA8Z6Y3M7V2QH4T9XBDN5CWE', {
    pattern: '^(?:dev|sub)_[0-7][0-9A-HJKMNP-TV-Z]{25}$',
    maxLength: 30,
  }),
  slug: nullable(
    text('Its name as a part of addresses.', 'orchard-vision-air'),
    'The name of a device as a part of addresses; null = a subscription has none.',
  ),
});

const Counts = named('RefreshCounts', 'What a refresh did.', {
  lapsed: whole('Rumors whose window was over.', 2),
  sources: whole('Sources whose counts were put right.', 0),
  weighed: whole('Questions that were weighed.', 118),
  changed: whole('Rumors whose numbers moved.', 17),
  items: whole('Entries that were new in a subscription.', 0),
  proposed: whole('Articles that were proposed by them.', 0),
});

const Failure = named('RefreshError', 'Something that a refresh could not do, and went on without.', {
  about: nullable(
    text('What it is about.', 'orchard-vision-air launch.date@US'),
    'What it is about; null = only editors see it.',
  ),
  code: text('What kind of failure it is.', 'internal'),
  detail: nullable(
    text('What went wrong.', 'It could not be weighed.'),
    'What went wrong; null = only editors see it.',
  ),
});

/** One refresh, as it is shown. */
export const RefreshJobAnswer = named('RefreshJob', 'One refresh: planned, under way or done.', {
  id: idOf('job', 'The id of the job.'),
  status: oneOf(
    JOB_STATUSES,
    '`partial`: some of its questions could not be weighed; `failed`: nothing came of it.',
    'running',
  ),
  scope: oneOf(REFRESH_SCOPES, 'What is refreshed.'),
  target: nullable(Target, 'The device or subscription that is refreshed; null = everything.'),
  cause: oneOf(JOB_CAUSES, 'By what it was asked for.'),
  requested_by: nullable(text('Who asked for it.', 'newsroom'), 'Who asked for it; null = only editors see it.'),
  phase: nullable(
    oneOf(REFRESH_PHASES, 'The step that it is in.', 'assess'),
    'The step that it is in; null = not begun.',
  ),
  done: whole('How much of that step is done.', 60),
  total: whole('How much that step has to do.', 118),
  eta_at: nullable(
    instant('When it ends, as it goes so far.'),
    'When it ends, as it goes so far; null = nobody can tell.',
  ),
  counts: Counts,
  errors: list(Failure, 'What it could not do.'),
  due_at: instant('When it is to begin.'),
  started_at: nullable(instant('When it began.'), 'When it began; null = not yet.'),
  finished_at: nullable(instant('When it ended.'), 'When it ended; null = not yet.'),
  cancel_requested_at: nullable(instant('When it was called off.'), 'When it was called off; null = it was not.'),
  updated_at: instant('When this was last true.'),
});
export type RefreshJobAnswer = Static<typeof RefreshJobAnswer>;

/** A page of refreshes. */
export const RefreshJobPage = pageOf(RefreshJobAnswer);
