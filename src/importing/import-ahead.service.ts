import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Article } from '../engine/extraction/index.js';
import { ReadingsAhead } from '../ingestion/readings-ahead.service.js';
import { ImportDesk, type LineTaking } from './import-desk.service.js';
import type { ImportLine } from './import-line.js';

/** Lines that are done in one act: few enough that whoever else writes need not wait long, about half a second. */
export const LINES_AT_ONCE = 50;
/** Lots that are done before a thread is begun for the next ones: a short file is done before it would be of use. */
const LOTS_ALONE = 2;

/** Parts the lines of a file into lots, and has the articles of a lot read while the one before it is written. */
@Injectable()
export class ImportAhead {
  constructor(
    private readonly desk: ImportDesk,
    private readonly readings: ReadingsAhead,
  ) {}

  /** The lots of the lines behind a line, in order; of each what its articles claim is known when it is given out. */
  async *lots(lines: AsyncIterable<ImportLine>, taking: LineTaking, after: number): AsyncGenerator<ImportLine[]> {
    const lots = partsOf(lines, after);
    let done = 0;
    try {
      let next = await lots.next();
      let isRead = Promise.resolve();
      while (!next.done) {
        const lot = next.value;
        await isRead;
        next = await lots.next();
        const isWorthIt = !next.done && (done += 1) >= LOTS_ALONE && this.readings.isUseful;
        if (isWorthIt) isRead = (await this.readings.begin(this.articlesOf(next.value!, taking))).done;
        await breath(); // so that nobody stands any more in what was read for it while the lot is written
        yield lot;
        this.readings.forget(this.articlesOf(lot, taking));
      }
    } finally {
      await this.readings.end();
    }
  }

  private articlesOf(lot: readonly ImportLine[], taking: LineTaking): Article[] {
    return lot.flatMap((line) => this.desk.articleFor(line, taking) ?? []);
  }
}

async function* partsOf(lines: AsyncIterable<ImportLine>, after: number): AsyncGenerator<ImportLine[], undefined> {
  let part: ImportLine[] = [];
  for await (const line of lines) {
    if (line.line <= after) continue;
    part.push(line);
    if (part.length < LINES_AT_ONCE) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
  return undefined;
}
