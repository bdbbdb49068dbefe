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
   * Changes the names or the hosts of a company. With another name it gets another slug, and is still found by the
   * former one; the former name stays as another name, unless all of those are given.
   *
   * @throws Fault not found `unknown-company`, conflict `duplicate-name`, invalid `empty-name`; StaleVersion
   */
  revise(reference: string, act: ReviseCompanyDto, seen: SeenVersions, actor: Actor): Promise<string> {
    return this.database.transaction(async (rows) => {
      const company = await this.companies.get(reference);
      assertUnchanged(company.version, seen);
      const { id, version } = company;
      const former = { ...company, aliases: await this.aliasesOf(company) };
      const present = { ...former, ...(await this.called(former, act)), domains: domainsOf(former, act) };
      const changes = changesOf(former, present, ['name', 'slug', 'domains', 'aliases']);
      if (changes === null) return id;
      const { name, slug, domains } = present;
      await rows.update(Company, { id }, { name, slug, domains, version: version + 1, updatedAt: this.clock.now() });
      if (slug !== former.slug) await this.companies.leaveSlug(former, slug);
      if (changes.after.name !== undefined || changes.after.aliases !== undefined) await this.rename(id, present);
      await this.journal.record(actor, { action: 'revise', thing: id, ...changes, event: 'company.updated' });
      return id;
    });
  }

  /** The name, the slug that goes with it, and the other names. */
  private async called(
    former: Company & { readonly aliases: readonly string[] },
    { name = former.name, aliases }: ReviseCompanyDto,
  ): Promise<{ readonly name: string; readonly slug: string; readonly aliases: readonly string[] }> {
    const key = nameKey(name);
    if (key === '') throw new Fault('invalid', 'empty-name', 'A name needs at least one letter or digit.');
    if (key === nameKey(former.name)) return { name, slug: former.slug, aliases: aliases ?? former.aliases };
    const others = [former.name, ...former.aliases].filter((each) => nameKey(each) !== key);
    return { name, slug: await this.companies.slugFor(name, former.id), aliases: aliases ?? others };
  }

  private async aliasesOf({ id, name }: Company): Promise<string[]> {
    const names = await this.database.rows.find(CompanyName, { where: { companyId: id }, order: { name: 'ASC' } });
    return names.map((each) => each.name).filter((each) => each !== name);
  }

  private rename(companyId: string, { name, aliases }: { name: string; aliases: readonly string[] }): Promise<void> {
    const names = new Map([name, ...aliases].map((each) => [nameKey(each), each]));
    names.delete('');
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

const domainsOf = (former: Company, { domains }: ReviseCompanyDto): readonly string[] =>
  domains ? hostsOf(domains) : former.domains;
