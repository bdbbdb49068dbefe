import { Initial1764000000000 } from './0001-initial.js';
import { Revision1764000000002 } from './0002-revision.js';
import { Idempotency1764000000003 } from './0003-idempotency.js';
import { Identity1764000000004 } from './0004-identity.js';
import { Search1764000000005 } from './0005-search.js';
import { Review1764000000006 } from './0006-review.js';
import { Calibration1764000000007 } from './0007-calibration.js';
import { Reading1764000000008 } from './0008-reading.js';
import { Tallies1764000000009 } from './0009-tallies.js';
import { Learned1764000000012 } from './0012-learned.js';
import { Contradictions1764000000013 } from './0013-contradictions.js';
import { Subscriptions1764000000014 } from './0014-subscriptions.js';
import { LogStates1764000000015 } from './0015-log-states.js';
import { Imports1764000000017 } from './0017-imports.js';
import { Webhooks1764000000018 } from './0018-webhooks.js';
import { Copying1764000000019 } from './0019-copying.js';
import { Alerts1764000000020 } from './0020-alerts.js';
import { Live1764000000024 } from './0024-live.js';
import { Credited1764000000025 } from './0025-credited.js';
import { Reconstructions1764000000031 } from './0031-reconstructions.js';
import { Replays1764000000032 } from './0032-replays.js';

/** Every step from an empty database to this version's, oldest first. A step that was released is never changed. */
export const MIGRATIONS = [
  Initial1764000000000,
  Revision1764000000002,
  Idempotency1764000000003,
  Identity1764000000004,
  Search1764000000005,
  Review1764000000006,
  Calibration1764000000007,
  Reading1764000000008,
  Tallies1764000000009,
  Learned1764000000012,
  Contradictions1764000000013,
  Subscriptions1764000000014,
  LogStates1764000000015,
  Imports1764000000017,
  Webhooks1764000000018,
  Copying1764000000019,
  Alerts1764000000020,
  Live1764000000024,
  Credited1764000000025,
  Reconstructions1764000000031,
  Replays1764000000032,
];
