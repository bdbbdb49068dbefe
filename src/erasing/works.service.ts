import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { In } from 'typeorm';
import { Credit } from '../evidence/credit.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Fingerprint, FingerprintBand } from '../evidence/fingerprint.entity.js';
import { Report } from '../evidence/report.entity.js';
import { Candidate } from '../ingestion/candidate.entity.js';
import { Ingestion, IngestionText } from '../ingestion/ingestion.entity.js';
import { Database } from '../platform/database/database.js';
import { Statement } from '../statements/statement.entity.js';
import { ERASED } from './passages.js';

/** What stands in a report and in nothing else: passages that are looked for where they are repeated. */
export type Words = readonly string[];

/** Where a passage stood that is not there any more. */
export const NO_SPAN = { spanWhere: null, spanStart: null, spanEnd: null };

/** Erases the words of reports. The reports stay, with their days, their origins and how they stand to rumors. */
@Injectable()
export class Works {
  constructor(private readonly database: Database) {}

  /** Erases the titles, addresses, passages and fingerprints of reports; returns the words that were erased. */
  eraseReports(ids: readonly string[]): Promise<Words> {
    return this.database.transaction(async (rows) => {
      const words: (string | null)[] = [];
      const reportId = In([...ids]);
      for (const report of await rows.findBy(Report, { id: reportId })) {
        words.push(report.title, report.url, report.canonicalUrl);
        const contentHash = digestOf(report.id);
        await rows.update(Report, { id: report.id }, { title: ERASED, url: null, canonicalUrl: null, contentHash });
      }
      const quoted = await rows.findBy(Evidence, { reportId });
      const said = await rows.findBy(Statement, { reportId });
      words.push(...quoted.map(({ quote }) => quote), ...said.map(({ quote }) => quote));
      await rows.update(Evidence, { reportId }, { quote: null, ...NO_SPAN });
      await rows.update(Statement, { reportId }, { quote: ERASED, ...NO_SPAN });
      await rows.delete(FingerprintBand, { reportId });
      await rows.delete(Fingerprint, { reportId });
      await rows.delete(Credit, { reportId });
      const articles = await rows.findBy(Ingestion, { reportId });
      words.push(...(await this.eraseArticles(articles)));
      return words.filter((each) => each !== null && each !== ERASED) as string[];
    });
  }

  /** Erases what was handed in: texts, titles, addresses, what was read in it; returns the words that were erased. */
  eraseArticles(articles: readonly Ingestion[]): Promise<Words> {
    return this.database.transaction(async (rows) => {
      const ingestionId = In(articles.map(({ id }) => id));
      const candidates = await rows.findBy(Candidate, { ingestionId });
      for (const { id, source } of articles) {
        await rows.update(
          Ingestion,
          { id },
          {
            ...{ title: ERASED, url: null, canonicalUrl: null, contentHash: digestOf(id) },
            ...{ source: { ...source, name: null }, notes: { devices: [], statements: [], credits: [] } },
          },
        );
      }
      await rows.update(Candidate, { ingestionId }, { quote: ERASED });
      await rows.delete(IngestionText, { ingestionId });
      const words = articles.flatMap(({ title, url, canonicalUrl }) => [title, url, canonicalUrl]);
      return [...words, ...candidates.map(({ quote }) => quote)].filter(
        (each) => each !== null && each !== ERASED,
      ) as string[];
    });
  }
}

/** What stands for the hash of a text whose words are not to be known again. */
const digestOf = (id: string): string => createHash('sha256').update(`erased ${id}`).digest('hex');
