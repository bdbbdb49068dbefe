import { newId } from '../platform/ids.js';
import type { Rumor } from './rumor.entity.js';

/** A rumor of which nothing is known yet but what it is about; it is to be weighed. */
export function newRumor(deviceId: string, subject: string, now: number): Partial<Rumor> {
  const id = newId('rum', now);
  return {
    id,
    deviceId,
    subject,
    unitedIntoId: null,
    status: 'open',
    outcome: null,
    lapsedAt: null,
    assessmentId: null,
    assessedAt: null,
    probability: null,
    low: null,
    high: null,
    firmProbability: null,
    strength: null,
    announced: false,
    originCount: 0,
    supportingCount: 0,
    refutingCount: 0,
    reportCount: 0,
    lastReportAt: null,
    dueAt: now,
    dueCauses: [{ kind: 'opened', ids: [id] }],
    weighedAt: null,
    weighedModel: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}
