import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { EvidenceCounts } from '../evidence/evidence-counts.service.js';
import { DueMarks, type DueMark } from '../rumors/due-marks.service.js';
import type { CopyingPair } from '../sources/source-copyings.service.js';

/** Finds the rumors that are weighed otherwise where sources turn out to copy, or not to, and has them weighed again. */
@Injectable()
export class CopyingConcerns {
  constructor(
    private readonly links: EvidenceCounts,
    private readonly marks: DueMarks,
  ) {}

  /** The open rumors of which both of a pair speak, each once, with all sources of such pairs. */
  async of(changed: readonly CopyingPair[]): Promise<DueMark[]> {
    const partners = partnersIn(changed);
    const speakers = new Map<string, Set<string>>();
    for (const source of partners.keys()) {
      await nextTurn();
      for (const rumorId of await this.links.openOf(source)) {
        const known = speakers.get(rumorId);
        if (known) known.add(source);
        else speakers.set(rumorId, new Set([source]));
      }
    }
    return [...speakers].flatMap(([rumorId, sources]): DueMark[] => {
      const ids = [...sources].filter((source) => [...partners.get(source)!].some((other) => sources.has(other)));
      return ids.length === 0 ? [] : [{ rumorId, cause: { kind: 'copying', ids } }];
    });
  }

  /** Has rumors weighed again, within an act. */
  mark(due: readonly DueMark[]): Promise<void> {
    return this.marks.set(due);
  }

  /** Marks those that are marked no more, since somebody has weighed them meanwhile. */
  async markAgain(due: readonly DueMark[]): Promise<void> {
    const waiting = new Set(await this.marks.among(due.map(({ rumorId }) => rumorId)));
    await this.marks.set(due.filter(({ rumorId }) => !waiting.has(rumorId)));
  }
}

/** The others of each source's pairs, in the order of the ids. */
function partnersIn(pairs: readonly CopyingPair[]): Map<string, Set<string>> {
  const partners = new Map<string, Set<string>>();
  const note = (one: string, other: string): void => {
    partners.set(one, (partners.get(one) ?? new Set()).add(other));
  };
  for (const { sourceId, otherId } of pairs) {
    note(sourceId, otherId);
    note(otherId, sourceId);
  }
  return new Map([...partners].sort(([one], [other]) => (one < other ? -1 : 1)));
}
