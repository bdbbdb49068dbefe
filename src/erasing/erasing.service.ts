import { Injectable } from '@nestjs/common';
import { stretchesOf } from '../engine/words/index.js';
import { Database } from '../platform/database/database.js';
import { FoundAgain } from './found-again.service.js';
import type { KnownName } from './known-names.service.js';
import { isOneOf, OwnWords, type Person } from './own-words.service.js';
import { Passages } from './passages.js';
import { Sweep, type Counts } from './sweep.service.js';
import type { Words } from './works.service.js';

/** A passage of so few words may be anybody's. */
const FEWEST_WORDS = 2;

/** Takes words out of every table and of the index, in one act. */
@Injectable()
export class Erasing {
  constructor(
    private readonly database: Database,
    private readonly own: OwnWords,
    private readonly sweep: Sweep,
    private readonly found: FoundAgain,
  ) {}

  /** Erases a person: what the sources published, what the person said, and every other mention of a name. */
  person(person: Person): Promise<Counts> {
    const { names, spared, sourceIds } = person;
    return this.database.transaction(async () => {
      const passages = new Passages({ names, spared });
      const { words, reportIds, counts } = await this.own.ofPerson(person);
      const echoes = await this.eraseEchoes(words);
      const mentions = await this.sweep.erase(passages);
      await this.found.renew([...sourceIds, ...reportIds], passages);
      return sumOf([counts, echoes, mentions]);
    });
  }

  /** Erases the words of one report. */
  report(id: string): Promise<Counts> {
    return this.database.transaction(async () => {
      const words = await this.own.ofReport(id);
      const echoes = await this.eraseEchoes(words);
      await this.found.renew([id], new Passages({ names: [] }));
      return sumOf([{ reports: 1 }, echoes]);
    });
  }

  private async eraseEchoes(words: Words): Promise<Counts> {
    await this.sweep.forgetAnswers();
    const names = [...new Set(words)].filter((each) => stretchesOf(each).length >= FEWEST_WORDS);
    return this.sweep.erase(new Passages({ names }), { onlyEchoes: true });
  }
}

/** The names of others that contain one of these as a part. */
export function sparedBy(names: readonly string[], known: readonly KnownName[]): string[] {
  const own = new Passages({ names });
  return known.map(({ name }) => name).filter((name) => !isOneOf(name, names) && own.stand(name));
}

function sumOf(all: readonly Counts[]): Counts {
  const sum: Record<string, number> = {};
  for (const [table, count] of all.flatMap((each) => Object.entries(each))) sum[table] = (sum[table] ?? 0) + count;
  return Object.fromEntries(Object.entries(sum).filter(([, count]) => count > 0));
}
