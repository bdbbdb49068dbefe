import type { EntityManager } from 'typeorm';
import type { Company } from '../companies/company.entity.js';
import { slugOf } from '../engine/subjects/index.js';
import { FormerSlug } from '../events/former-slug.entity.js';
import { newId } from '../platform/ids.js';
import { freeSlug } from '../platform/slugs.js';
import { externalIdsOf, type AddDeviceDto } from './device.dto.js';
import { Device } from './device.entity.js';

/** What is decided about a device before it is written down. */
export interface NewDevice {
  readonly company: Pick<Company, 'id'>;
  readonly slug: string;
  /** The device that it follows in its line. */
  readonly succeedsId: string | null;
  readonly now: number;
}

/** A device that nothing is known of yet but what is said when it is added. */
export function newDevice(act: AddDeviceDto, { company, slug, succeedsId, now }: NewDevice): Device {
  return {
    id: newId('dev', now),
    companyId: company.id,
    name: act.name,
    slug,
    category: act.category ?? null,
    line: act.line ?? null,
    succeedsId,
    ...{ supersededById: null, supersededReason: null, mergedIntoId: null, removedAt: null },
    lifecycle: 'rumored',
    externalIds: externalIdsOf(act.external_ids),
    ...{ headlineProbability: null, headlineRumorId: null, headlineDerived: false },
    rumorCount: 0,
    reportCount: 0,
    lastReportAt: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * The slug of a device by its name: one that no other device has, or ever had.
 *
 * @param nameKey the key of its name, without its company's
 * @param deviceId a device that is known; it may have one of its own again
 */
export function slugFor(
  rows: EntityManager,
  company: Pick<Company, 'slug'>,
  nameKey: string,
  deviceId?: string,
): Promise<string> {
  return freeSlug(`${company.slug}-${slugOf(nameKey)}`, async (slug) => {
    const holder = await rows.findOneBy(Device, { slug });
    const former = await rows.findOneBy(FormerSlug, { thing: 'device', slug });
    return [holder?.id, former?.thingId].some((id) => id !== undefined && id !== deviceId);
  });
}
