import { Injectable } from '@nestjs/common';
import { recordOf, type Call } from '../engine/scoring/index.js';
import { Moments } from '../events/moments.service.js';
import { SourceStatistics, type Score } from '../sources/source-statistics.service.js';
import type { Source } from '../sources/source.entity.js';
import { standingOf } from '../sources/standing.js';
import { Calls, type Called, type SourceSpan } from './calls.service.js';
import { SourceWeights } from './source-weights.service.js';

/** What was put right: the last source that was looked at (null: there was none left), and how many were wrong. */
export interface Recounted {
  readonly last: string | null;
  readonly looked: number;
  readonly changed: number;
}

/** Keeps what each source published and how right it was: counted anew from the rows, so that nothing can drift. */
@Injectable()
export class Scores {
  constructor(
    private readonly statistics: SourceStatistics,
    private readonly calls: Calls,
    private readonly weights: SourceWeights,
    private readonly moments: Moments,
  ) {}

  /** How many sources there are. */
  count(): Promise<number> {
    return this.statistics.count();
  }

  /** Puts the next sources right, in the order of their ids, within an act; only what changed is written. */
  async recount(after: string | null, limit: number): Promise<Recounted> {
    const sources = await this.statistics.next(after, limit);
    const [first, last] = [sources[0]?.id, sources.at(-1)?.id];
    if (first === undefined || last === undefined) return { last: null, looked: 0, changed: 0 };
    const changed = new Set(await this.statistics.recount(sources));
    for (const id of await this.score(sources, { first, last }, true)) changed.add(id);
    return { last, looked: sources.length, changed: changed.size };
  }

  /**
   * Scores the sources of these ids at once, within an act, without counting what they published. By what was decided their
   * words are weighed from the next refresh on: that touches everything they ever said.
   */
  async rescore(ids: readonly string[]): Promise<void> {
    for (const source of await this.statistics.some(ids))
      await this.score([source], { first: source.id, last: source.id }, false);
  }

  /** Scores all sources of a span; the ids of those whose record came to something else. */
  private async score(sources: readonly Source[], span: SourceSpan, tallies: boolean): Promise<string[]> {
    const moment = await this.moments.now();
    const callers = new Map((await this.calls.of({}, moment, span)).map((caller) => [caller.source.id, caller]));
    const changed: string[] = [];
    for (const source of sources) {
      const said = callers.get(source.id) ?? SILENT;
      const score = scoreOf(source, said.calls, moment.at);
      const isScored = await this.statistics.keep(source, score);
      const isTallied = tallies && (await this.weights.keep(source, said));
      await this.weights.weighAnew(source, score.earlyCallCount, isTallied);
      if (isScored || isTallied) changed.push(source.id);
    }
    return changed;
  }
}

/** What the record of such a source comes to. */
const NO_RECORD: Score = { resolvedCount: 0, hitCount: 0, eventCount: 0, earlyCallCount: 0, reliability: null };

/** What a source called that said nothing of what was decided. */
const SILENT: Called = { calls: [], open: new Set() };

function scoreOf(source: Source, calls: readonly Call[], at: number): Score {
  if (calls.length === 0) return NO_RECORD; // most sources, for which what is counted below would be as long
  const { claims, right, credits, earlyCalls, earned } = recordOf(standingOf(source), calls, at);
  return {
    resolvedCount: claims,
    hitCount: right,
    eventCount: Math.round(credits),
    earlyCallCount: earlyCalls,
    reliability: earned,
  };
}
