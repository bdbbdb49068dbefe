import { type Static } from 'typebox';
import { idOf, instant, named, nullable, oneOf, text, whole, yesNo } from '../platform/http/answer-shapes.js';
import { pageOf } from '../platform/http/answers.js';
import { SUBSCRIPTION_KINDS, SUBSCRIPTION_STATUSES } from './subscription.entity.js';

const Trouble = named('SubscriptionTrouble', 'What went wrong when it was last asked.', {
  code: text('What kind of trouble it is.', 'unreachable-url'),
  detail: text('What it is, in words.', 'ledger.example is in trouble (503).'),
});

const Counts = named('SubscriptionCounts', 'What came of it.', {
  polls: whole('How often it was asked.', 120),
  items: whole('Entries that were seen.', 86),
  proposed: whole('Articles that were proposed.', 31),
});

/** A feed or a page that is watched, as it is shown. */
export const SubscriptionAnswer = named('Subscription', 'A feed or a page that is watched.', {
  id: idOf('sub', 'The id of the subscription.'),
  url: text('Where it is.', 'https://ledger.example/feed.xml'),
  kind: nullable(oneOf(SUBSCRIPTION_KINDS, 'What it is.'), 'What it is; null = not found out yet.'),
  title: nullable(text('How it calls itself.', 'The Ledger'), 'How it calls itself; null = it was not read yet.'),
  status: oneOf(
    SUBSCRIPTION_STATUSES,
    '`gone`: its host says that it is there no more, and it is not asked.',
    'active',
  ),
  source: nullable(
    text('Who publishes all of it.', 'The Ledger'),
    'Who publishes it; null = each entry its own source.',
  ),
  interval: text('How long is waited between two looks, ISO 8601.', 'PT1H'),
  auto_commit: yesNo('Whether what is read is written down without a review.'),
  next_poll_at: nullable(instant('When it is asked next.'), 'When it is asked next; null = it is not.'),
  last_poll_at: nullable(instant('When it was last asked.'), 'When it was last asked; null = not yet.'),
  last_change_at: nullable(
    instant('When it last brought something.'),
    'When it last brought something; null = not yet.',
  ),
  last_status: nullable(whole('What it answered.', 200), 'The HTTP status of its answer; null = none.'),
  last_error: nullable(Trouble, 'What went wrong the last time; null = nothing.'),
  failures: whole('How many looks failed, one after the other.', 0),
  counts: Counts,
  created_by: text('Who watches it.', 'newsroom'),
  created_at: instant('Since when it is watched.'),
  updated_at: instant('When somebody last changed it.'),
});
export type SubscriptionAnswer = Static<typeof SubscriptionAnswer>;

/** A page of what is watched. */
export const SubscriptionPage = pageOf(SubscriptionAnswer);
