import { Injectable } from '@nestjs/common';
import { OPERATOR, type Actor } from '../access/actor.js';
import { nameKey, slugOf } from '../engine/subjects/index.js';
import type { KnownCompany } from '../engine/extraction/index.js';
import { absent } from '../events/absent.js';
import { FormerSlug } from '../events/former-slug.entity.js';
import { FormerSlugs } from '../events/former-slugs.service.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { isId, newId } from '../platform/ids.js';
import { freeSlug } from '../platform/slugs.js';
import type { AddCompanyDto } from './company.dto.js';
import { CompanyName } from './company-name.entity.js';
import { Company } from './company.entity.js';
import { MAKERS } from './makers.registry.js';
import { nearNames } from './near-names.js';
import { hostsOf } from './own-pages.js';
import { companyKeys, findMaker } from './registry.js';

/** How many names are told that may be meant. */
const MOST_MEANT = 3;

/** Makers and partners, each under one name with its aliases. */
@Injectable()
export class Companies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly formerSlugs: FormerSlugs,
  ) {}

  /**
   * Adds a company.
   *
   * @throws Fault conflict `duplicate-name` if one of its names already stands for another company
   */
  add(act: AddCompanyDto, actor: Actor): Promise<Company> {
    return this.database.transaction(async (rows) => {
      const names = new Map([act.name, ...(act.aliases ?? [])].map((name) => [nameKey(name), name]));
      names.delete('');
      if (nameKey(act.name) === '')
        throw new Fault('invalid', 'empty-name', 'A name needs at least one letter or digit.');
      for (const [key, name] of names) {
        if (await this.byKey(key)) {
          throw new Fault('conflict', 'duplicate-name', `${name} is already the name of a company.`);
        }
      }
      const now = this.clock.now();
      const company = rows.create(Company, {
        id: newId('co', now),
        name: act.name,
        slug: await this.slugFor(act.name),
        domains: hostsOf(act.domains ?? []),
        version: 1,
        createdAt: now,
        updatedAt: now,
      });
      await rows.insert(Company, company);
      await rows.insert(
        CompanyName,
        [...names].map(([key, name]) => ({ nameKey: key, name, companyId: company.id })),
      );
      const after = { name: company.name, slug: company.slug };
      await this.journal.record(actor, { action: 'add', thing: company.id, after, event: 'company.created' });
      return company;
    });
  }

  /** The company of that id, slug or name (also without its legal form); null if there is none. */
  async find(reference: string): Promise<Company | null> {
    if (isId(reference, 'co')) return this.one({ id: reference });
    for (const key of companyKeys(reference)) {
      const company = await this.byKey(key);
      if (company) return company;
    }
    return (await this.one({ slug: reference })) ?? this.bySlugBefore(reference);
  }

  /** @throws Fault not found `unknown-company` if there is no company of that id or slug; Moved for a former slug */
  async get(reference: string): Promise<Company> {
    const company = await this.one(isId(reference, 'co') ? { id: reference } : { slug: reference });
    if (company) return company;
    throw await absent(this.database, 'company', reference, { at: this.clock.now(), isNow: true });
  }

  /** The slug of a company by its name: one that no other company has, or ever had. */
  slugFor(name: string, companyId?: string): Promise<string> {
    return freeSlug(slugOf(name), async (slug) => {
      const holders = [(await this.one({ slug }))?.id, (await this.bySlugBefore(slug))?.id];
      return holders.some((id) => id !== undefined && id !== companyId);
    });
  }

  /**
   * The company of that name; where it is not there yet it is added, with what the starter registry knows of it.
   *
   * @throws Fault not found `unknown-company` where it is named by an id that no company has
   */
  async ensure(name: string, actor: Actor = OPERATOR): Promise<Company> {
    const found = await this.find(name);
    if (found) return found;
    if (isId(name, 'co')) return this.get(name);
    const maker = findMaker(name);
    if (!maker) return this.add({ name }, actor);
    return (await this.find(maker.name)) ?? this.add(await this.unclaimed(maker), actor);
  }

  /**
   * The same for a name that somebody typed: one that is nearly the name of another company founds none by itself.
   *
   * @throws Fault not found `unknown-company`, with the names that may be meant
   */
  async meant(name: string, actor: Actor): Promise<Company> {
    const isKnown = findMaker(name) !== null || (await this.find(name)) !== null;
    const known =
      isKnown || isId(name, 'co') ? [] : (await this.known()).flatMap((company) => [company.name, ...company.aliases]);
    const near = nearNames(name, known).slice(0, MOST_MEANT);
    if (near.length === 0) return this.ensure(name, actor);
    const meant = `is it ${near.join(' or ')}? If not, add it by itself first.`;
    throw new Fault('not_found', 'unknown-company', `There is no company ${name}: ${meant}`);
  }

  /** The company of that name, followed from now on if the starter registry knows it; null for an unknown name. */
  async recognise(name: string, actor: Actor): Promise<Company | null> {
    return (await this.find(name)) ?? (findMaker(name) ? this.ensure(name, actor) : null);
  }

  /** The one name for a company that may be written in several ways: `Leica Camera AG` is `Leica`. */
  async nameOf(name: string): Promise<string> {
    return (await this.find(name))?.name ?? findMaker(name)?.name ?? name;
  }

  /** Every company with its names: those that are followed, and those of the starter registry. */
  async known(): Promise<KnownCompany[]> {
    const rows = await this.database.read<{ company: string; name: string }>(
      'select c.name as company, n.name from company_names n join companies c on c.id = n.company_id order by n.name_key',
    );
    const own = new Map<string, string[]>();
    for (const { company, name } of rows) own.set(company, [...(own.get(company) ?? []), name]);
    const followed = [...own].map(([name, names]) => ({
      name,
      aliases: names.filter((alias) => alias !== name),
      lines: findMaker(name)?.lines ?? [],
    }));
    return [...followed, ...MAKERS.filter((maker) => !own.has(maker.name))];
  }

  private async unclaimed(maker: (typeof MAKERS)[number]): Promise<AddCompanyDto> {
    const free: string[] = [];
    for (const alias of maker.aliases) if (!(await this.byKey(nameKey(alias)))) free.push(alias);
    return { name: maker.name, aliases: free, domains: [...maker.domains] };
  }

  /** Notes that a company has another slug in place of its former one, under which it is still found. */
  leaveSlug({ id, slug: former }: Company, present: string): Promise<void> {
    return this.formerSlugs.replace('company', id, { former, present });
  }

  private async bySlugBefore(slug: string): Promise<Company | null> {
    const former = await this.database.rows.findOneBy(FormerSlug, { thing: 'company', slug });
    return former && this.one({ id: former.thingId });
  }

  private async byKey(key: string): Promise<Company | null> {
    const named = await this.database.rows.findOneBy(CompanyName, { nameKey: key });
    return named && this.one({ id: named.companyId });
  }

  private one(where: { id: string } | { slug: string }): Promise<Company | null> {
    return this.database.rows.findOneBy(Company, where);
  }
}
