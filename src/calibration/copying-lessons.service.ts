import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/settings.js';
import type { DueMark } from '../rumors/due-marks.service.js';
import { SourceCopyings, type CopyingPair } from '../sources/source-copyings.service.js';
import { CopyingConcerns } from './copying-concerns.service.js';
import { HeardQuestions } from './heard-questions.service.js';
import type { HeardSource } from './hearings.js';
import { copiersInThread } from './learning-thread.js';
import { Listening, type HeardBatch } from './listening.js';

/** Who copies, and the open rumors that are weighed otherwise by what has changed of it. */
export interface CopyingLesson {
  readonly pairs: readonly CopyingPair[];
  readonly due: readonly DueMark[];
}

/** Learns which sources take over what others say, from all that was said and decided. */
@Injectable()
export class CopyingLessons {
  constructor(
    private readonly heard: HeardQuestions,
    private readonly copyings: SourceCopyings,
    private readonly concerns: CopyingConcerns,
    private readonly settings: Settings,
  ) {}

  /**
   * Who copies, found anew from the rows: in a thread of its own where there is much to be heard, else here, round by round,
   * so that between two of them others have their turn.
   *
   * @param signal ends it before it is done
   * @throws Fault internal `learning-ended`, the reason of the signal
   */
  async learn(signal: AbortSignal): Promise<CopyingLesson> {
    const sources = await this.heard.established();
    const batches = this.heard.batches(sources);
    const from = this.settings.learningThreadFrom;
    const isMuch = (await this.heard.count(from)) >= from;
    const pairs = await (isMuch ? copiersInThread : copiersHere)(sources, batches, signal);
    return { pairs, due: await this.concerns.of(await this.copyings.changedBy(pairs)) };
  }

  /** Has rumors weighed again, within an act: before what was learned is kept. */
  mark(due: readonly DueMark[]): Promise<void> {
    return this.concerns.mark(due);
  }

  /**
   * Keeps what was learned, within an act, once all that it concerns is marked; what somebody has weighed by the former
   * pairs since is marked once more.
   */
  async keep({ pairs, due }: CopyingLesson): Promise<number> {
    const changed = await this.copyings.keep(pairs);
    await this.concerns.markAgain(due);
    return changed.length;
  }
}

async function copiersHere(
  sources: readonly HeardSource[],
  batches: AsyncIterable<HeardBatch>,
  signal: AbortSignal,
): Promise<readonly CopyingPair[]> {
  const listening = new Listening(sources);
  for await (const batch of batches) {
    signal.throwIfAborted();
    listening.hear(batch);
  }
  for (const turns = listening.copiers(); ;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
    await nextTurn();
    signal.throwIfAborted();
  }
}
