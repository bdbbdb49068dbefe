import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { nameKey } from '../engine/subjects/index.js';
import { Journal } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { Companies } from './companies.service.js';
import type { ReviseCompanyDto } from './company.dto.js';
import { CompanyName } from './company-name.entity.js';
import { Company } from './company.entity.js';
import { hostsOf } from './own-pages.js';

/** What editors change about companies. */
@Injectable()
export class CompanyReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly companies: Companies,
  ) {}

  /**
   * Changes the names or the hosts of a company; its slug stays, as addresses hold it.
   *
   * @throws Fault not found `unknown-company`, conflict `duplicate-name`, invalid `empty-name`; StaleVersion
   */
  revise(reference: string, act: ReviseCompanyDto, seen: SeenVersions, actor: Actor): Promise<string> {
    return this.database.transaction(async (rows) => {
      const company = await this.companies.get(reference);
      assertUnchanged(company.version, seen);
      const { id, version } = company;
      const former = { name: company.name, domains: company.domains, aliases: await this.aliasesOf(company) };
      const { name = former.name, aliases = former.aliases } = act;
      const domains = act.domains ? hostsOf(act.domains) : former.domains;
      const present = { name, domains, aliases };
      const changes = changesOf<typeof former>(former, present, ['name', 'domains', 'aliases']);
      if (changes === null) return id;
      await rows.update(Company, { id }, { name, domains, version: version + 1, updatedAt: this.clock.now() });
      if (changes.after.name !== undefined || changes.after.aliases !== undefined) await this.rename(id, present);
      await this.journal.record(actor, { action: 'revise', thing: id, ...changes, event: 'company.updated' });
      return id;
    });
  }

  private async aliasesOf({ id, name }: Company): Promise<string[]> {
    const names = await this.database.rows.find(CompanyName, { where: { companyId: id }, order: { name: 'ASC' } });
    return names.map((each) => each.name).filter((each) => each !== name);
  }

  private rename(companyId: string, { name, aliases }: { name: string; aliases: readonly string[] }): Promise<void> {
    const names = new Map([name, ...aliases].map((each) => [nameKey(each), each]));
    names.delete('');
    if (nameKey(name) === '') throw new Fault('invalid', 'empty-name', 'A name needs at least one letter or digit.');
    return this.database.transaction(async (rows) => {
      for (const [key, each] of names) {
        const holder = await rows.findOneBy(CompanyName, { nameKey: key });
        if (holder && holder.companyId !== companyId) {
          throw new Fault('conflict', 'duplicate-name', `${each} is already the name of a company.`);
        }
      }
      await rows.delete(CompanyName, { companyId });
      const kept = [...names].map(([key, each]) => ({ nameKey: key, name: each, companyId }));
      await rows.insert(CompanyName, kept);
    });
  }
}
