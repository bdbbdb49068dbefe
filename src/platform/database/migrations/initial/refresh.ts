import { count, id, instant, keyText, optional, primary, ref, table, text } from '../tables.js';

/** The scheduled work: what is to be done, how far it is, and who does it. */
export const REFRESH = [
  table(
    'refresh_jobs',
    {
      id: id(),
      status: keyText(20),
      scope: keyText(20),
      device_id: optional(ref('devices')),
      cause: keyText(20),
      requested_by: keyText(),
      phase: optional(keyText(20)),
      done: count(),
      total: count(),
      counts: text(),
      errors: text(),
      attempts: count(),
      fence: optional(count()),
      due_at: instant(),
      started_at: optional(instant()),
      finished_at: optional(instant()),
      cancel_requested_at: optional(instant()),
      created_at: instant(),
      updated_at: instant(),
    },
    { indices: [['status', 'due_at'], ['finished_at']] },
  ),
  table('leases', {
    name: primary(keyText(40)),
    holder: keyText(60),
    fence: count(),
    renewed_at: optional(instant()),
  }),
];
