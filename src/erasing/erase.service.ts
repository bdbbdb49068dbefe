import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Report } from '../evidence/report.entity.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { Source } from '../sources/source.entity.js';
import { Erasures } from './erasures.service.js';
import { Erasing, sparedBy } from './erasing.service.js';
import { KnownNames } from './known-names.service.js';
import type { Person } from './own-words.service.js';
import { whoIs } from './who-is.js';
import type { Counts } from './sweep.service.js';

/** What was erased, or would be. */
export interface ErasureOutcome {
  /** The names that were looked for; of a report its id. */
  readonly sought: readonly string[];
  /** Names of others that contain one of them, and stay. */
  readonly spared: readonly string[];
  /** In how many rows of each table something stood. */
  readonly counts: Counts;
  readonly isDone: boolean;
}

/** Carries what an erasure would do out of the act that is undone. */
class Undone extends Error {
  constructor(readonly outcome: ErasureOutcome) {
    super('a dry run is undone');
  }
}

/** Erases the data of a person or the words of a report, everywhere; or only shows what that would take away. */
@Injectable()
export class Erase {
  constructor(
    private readonly database: Database,
    private readonly names: KnownNames,
    private readonly erasing: Erasing,
    private readonly erasures: Erasures,
  ) {}

  /**
   * Erases a person by the whole name, or a source by its id or slug.
   *
   * @throws Fault not found `unknown-person` for a name that nobody has and no text holds, invalid `half-name` for one
   * word that is only a part of names
   */
  person(reference: string, actor: Actor, isDryRun: boolean): Promise<ErasureOutcome> {
    return this.attempt(isDryRun, async () => {
      const person = await this.find(reference);
      const counts = await this.erasing.person(person);
      if (Object.keys(counts).length === 0) throw unknown(reference);
      const thing = person.sourceIds[0] ?? null;
      await this.erasures.record({ kind: 'person', names: person.names, counts, thing }, actor);
      return { sought: person.names, spared: person.spared, counts, isDone: !isDryRun };
    });
  }

  /** Erases the words of a report. @throws Fault not found `unknown-report` */
  report(id: string, actor: Actor, isDryRun: boolean): Promise<ErasureOutcome> {
    return this.attempt(isDryRun, async (rows) => {
      const report = await rows.findOneBy(Report, { id });
      if (!report) throw new Fault('not_found', 'unknown-report', `There is no report ${id}.`);
      const counts = await this.erasing.report(id);
      const names = [report.canonicalUrl, report.contentHash].filter((each) => each !== null);
      await this.erasures.record({ kind: 'report', names, counts, thing: id }, actor);
      return { sought: [id], spared: [], counts, isDone: !isDryRun };
    });
  }

  /** The persons and reports that were erased before, by these digests or those of the store, and are there again. */
  async backAgain(more: readonly string[]): Promise<{ persons: string[]; reports: string[] }> {
    const digests = new Set([...more, ...(await this.erasures.digests())]);
    const isKnown = async (name: string) => (await this.erasures.digestsOf([name])).some((each) => digests.has(each));
    const persons: string[] = [];
    for (const name of new Set((await this.names.all()).map((each) => each.name))) {
      if (await isKnown(name)) persons.push(name);
    }
    const reports: string[] = [];
    const rows = await this.database.read<{ id: string; canonical_url: string | null; content_hash: string }>(
      'select p.id, p.canonical_url, p.content_hash from reports p',
    );
    for (const { id, canonical_url: url, content_hash: hash } of rows) {
      if ((url !== null && (await isKnown(url))) || (await isKnown(hash))) reports.push(id);
    }
    return { persons, reports };
  }

  private async find(reference: string): Promise<Person> {
    const known = await this.names.all();
    const source = await this.database.rows.findOneBy(Source, [{ id: reference }, { slug: reference }]);
    const { name, sourceIds } = source ? { name: source.name, sourceIds: [source.id] } : whoIs(reference, known);
    const names = [name, ...(await this.namesOf(sourceIds))];
    return { names: [...new Set(names)], spared: [...new Set(sparedBy(names, known))], sourceIds };
  }

  private async namesOf(sourceIds: readonly string[]): Promise<string[]> {
    const names: string[] = [];
    for (const id of sourceIds) names.push(...(await this.names.ofSource(id)));
    return names;
  }

  private async attempt(
    isDryRun: boolean,
    act: (rows: Parameters<Parameters<Database['transaction']>[0]>[0]) => Promise<ErasureOutcome>,
  ): Promise<ErasureOutcome> {
    try {
      return await this.database.transaction(async (rows) => {
        const outcome = await act(rows);
        if (isDryRun) throw new Undone(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof Undone) return error.outcome;
      throw error;
    }
  }
}

const unknown = (name: string): Fault =>
  new Fault('not_found', 'unknown-person', `Nobody goes by the name ${name}, and it stands nowhere.`);
