import { Injectable } from '@nestjs/common';
import { Evidence } from '../evidence/evidence.entity.js';
import { Candidate } from '../ingestion/candidate.entity.js';
import { Ingestion, IngestionText } from '../ingestion/ingestion.entity.js';
import { Database } from '../platform/database/database.js';
import { Statement } from '../statements/statement.entity.js';
import { ERASED } from './passages.js';
import { NO_SPAN, type Words } from './works.service.js';

/** Erases what somebody said. The statement stays, with its day, its act and what it speaks of. */
@Injectable()
export class Sayings {
  constructor(private readonly database: Database) {}

  /** Erases the words, the name and the office of statements; returns the words that were erased. */
  eraseStatements(statements: readonly Statement[]): Promise<Words> {
    return this.database.transaction(async (rows) => {
      const words = statements.map(({ quote }) => quote);
      for (const { id, reportId, quote } of statements) {
        const unknown = { speaker: ERASED, speakerKey: 'erased', role: null };
        await rows.update(Statement, { id }, { ...unknown, quote: ERASED, ...NO_SPAN });
        for (const link of await rows.findBy(Evidence, { reportId })) {
          if (link.quote === null || !overlap(link.quote, quote)) continue;
          words.push(link.quote);
          await rows.update(Evidence, { id: link.id }, { quote: null, ...NO_SPAN });
        }
      }
      return words;
    });
  }

  /**
   * Erases what was read of a speaker in articles, with the texts of those that wait for their review: they would have
   * to be handed in again. Returns the words that were erased.
   */
  eraseRead(articles: readonly Ingestion[], isSpeaker: (name: string) => boolean): Promise<Words> {
    return this.database.transaction(async (rows) => {
      const words: string[] = [];
      for (const { id: ingestionId, notes } of articles) {
        const said = notes.statements.filter(({ speaker }) => isSpeaker(speaker)).map(({ span }) => span.exact);
        const statements = notes.statements.filter(({ speaker }) => !isSpeaker(speaker));
        await rows.update(Ingestion, { id: ingestionId }, { notes: { ...notes, statements } });
        await rows.delete(IngestionText, { ingestionId });
        for (const { id, quote } of await rows.findBy(Candidate, { ingestionId })) {
          if (!said.some((each) => overlap(each, quote))) continue;
          words.push(quote);
          await rows.update(Candidate, { id }, { quote: ERASED });
        }
        words.push(...said);
      }
      return words;
    });
  }
}

/** Whether one passage stands in the other; a longer one that was cut ends in …. */
function overlap(one: string, other: string): boolean {
  const [left, right] = [one, other].map((each) => each.replace(/…$/, ''));
  return left!.includes(right!) || right!.includes(left!);
}
