import type { EntityManager } from 'typeorm';
import { Company } from '../../src/companies/company.entity.js';
import { newId } from '../../src/platform/ids.js';

const NOW = Date.UTC(2026, 0, 1);

/** A company with that slug, as any room would write it. */
export const company = (slug: string): Company => ({
  id: newId('co', NOW),
  name: slug,
  slug,
  domains: [`${slug}.example`],
  version: 1,
  createdAt: NOW,
  updatedAt: NOW,
});

/** Writes a company with that slug. */
export async function addCompany(rows: EntityManager, slug: string): Promise<void> {
  await rows.insert(Company, company(slug));
}
