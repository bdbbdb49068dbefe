import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FormerSlug } from '../events/former-slug.entity.js';
import { Report } from '../evidence/report.entity.js';
import { Ingestion } from '../ingestion/ingestion.entity.js';
import { Database } from '../platform/database/database.js';
import { SourceName } from '../sources/source-name.entity.js';
import { Source } from '../sources/source.entity.js';
import { Statement } from '../statements/statement.entity.js';
import { isSameName } from './known-names.service.js';
import { Sayings } from './sayings.service.js';
import type { Counts } from './sweep.service.js';
import { Works, type Words } from './works.service.js';

/** Somebody whose data is to be erased: the names, those of others that contain one, and the sources. */
export interface Person {
  readonly names: readonly string[];
  readonly spared: readonly string[];
  readonly sourceIds: readonly string[];
}

/** What was a person's own: the words that stood there, the reports that stay without them, and how many rows. */
export interface Own {
  readonly words: Words;
  readonly reportIds: readonly string[];
  readonly counts: Counts;
}

/** Erases what is somebody's own, where it stands; others may still repeat it. */
@Injectable()
export class OwnWords {
  constructor(
    private readonly database: Database,
    private readonly works: Works,
    private readonly sayings: Sayings,
  ) {}

  /** What the sources of a person published, what the person said, and the names of the sources. */
  ofPerson(person: Person): Promise<Own> {
    return this.database.transaction(async () => {
      const own = await this.written(person);
      await this.forgetSources(person.sourceIds);
      return own;
    });
  }

  /** The words of one report. */
  ofReport(id: string): Promise<Words> {
    return this.works.eraseReports([id]);
  }

  private async written({ names, sourceIds }: Person): Promise<Own> {
    const { rows } = this.database;
    const isOwn = (name: string | null): boolean => isOneOf(name, names);
    const reports = await rows.findBy(Report, { sourceId: In([...sourceIds]) });
    const handedIn = await rows.find(Ingestion);
    const articles = handedIn.filter(({ source }) => isOwn(source.name));
    const quoting = handedIn.filter(({ notes }) => notes.statements.some(({ speaker }) => isOwn(speaker)));
    const statements = (await rows.find(Statement)).filter(({ speaker }) => isOwn(speaker));
    const reportIds = reports.map(({ id }) => id);
    const words = [
      ...(await this.sayings.eraseStatements(statements)),
      ...(await this.sayings.eraseRead(quoting, isOwn)),
      ...(await this.works.eraseReports(reportIds)),
      ...(await this.works.eraseArticles(articles)),
    ];
    const ingestions = new Set([...articles, ...quoting]).size;
    const counts = { sources: sourceIds.length, reports: reports.length, statements: statements.length, ingestions };
    return { words, reportIds, counts };
  }

  private forgetSources(ids: readonly string[]): Promise<void> {
    return this.database.transaction(async (rows) => {
      for (const id of ids) await rows.update(Source, { id }, { name: 'Erased source', slug: erasedSlug(id) });
      await rows.delete(SourceName, { sourceId: In([...ids]) });
      await rows.delete(FormerSlug, { thing: 'source', thingId: In([...ids]) });
    });
  }
}

/** Whether a name is one of these, however they are written. */
export const isOneOf = (name: string | null, names: readonly string[]): boolean =>
  name !== null && names.some((each) => isSameName(name, each));

const erasedSlug = (id: string): string => `erased-${id.slice(-10).toLowerCase()}`;
