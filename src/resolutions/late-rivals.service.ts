import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../access/actor.js';
import { Database } from '../platform/database/database.js';
import type { Rumor } from '../rumors/rumor.entity.js';
import { Rumors } from '../rumors/rumors.service.js';
import { ResolutionBook, type Settled } from './resolution-book.service.js';
import { Resolution } from './resolution.entity.js';
import { outcomeFollowing, verdictOf } from './resolution-verdict.js';

/** A question by what names it. */
type Key = Pick<Rumor, 'deviceId' | 'question'>;

/** A claim that is not settled, and a verdict that stands on another one of the same question. */
interface LateRow {
  readonly device_id: string;
  readonly question: string;
  readonly subject: string;
  readonly rumor_id: string;
  readonly value: string;
  readonly resolution_id: string;
  readonly settled_value: string;
}

/** Settles claims that came to their question, or came back to it, after a verdict that decides them as well. */
@Injectable()
export class LateRivals {
  constructor(
    private readonly database: Database,
    private readonly rumors: Rumors,
    private readonly book: ResolutionBook,
  ) {}

  /**
   * Resolves what the standing verdicts on these questions decide and is open still, just as `Resolutions.resolve` does
   * for what is there at that time: by the same proof, and marked as following from the verdict, so that it is taken
   * back with it.
   *
   * @returns the questions with a value that cannot be read, by which nothing is decided
   */
  settle(keys: readonly Key[]): Promise<(Key & { readonly error: unknown })[]> {
    return this.database.transaction(async (rows) => {
      const unreadable: (Key & { readonly error: unknown })[] = [];
      const settled = new Set<string>();
      for (const late of await this.late(keys)) {
        if (settled.has(late.rumor_id)) continue;
        const verdict = await rows.findOneByOrFail(Resolution, { id: late.resolution_id });
        const follows = followingOf(late, verdict);
        if (follows instanceof Error) {
          unreadable.push({ deviceId: late.device_id, question: late.question, error: follows });
        } else if (follows !== null) {
          settled.add(late.rumor_id);
          await this.book.record(await this.rumors.touch(late.rumor_id), follows, SYSTEM);
        }
      }
      return unreadable;
    });
  }

  private async late(keys: readonly Key[]): Promise<LateRow[]> {
    if (keys.length === 0) return [];
    const named = keys.map(() => '(?, ?)').join(', ');
    return this.database.read<LateRow>(
      `select m.device_id, m.question, m.subject, m.id as rumor_id, m.value, r.id as resolution_id,
              s.value as settled_value
       from rumors s join resolutions r on r.rumor_id = s.id join rumors m on m.device_id = s.device_id
         and m.question = s.question and m.status in ('open', 'lapsed')
       where (s.device_id, s.question) in (values ${named}) and s.status = 'resolved' and r.reopened_at is null
         and r.follows_from_id is null
       order by m.id, r.id`,
      keys.flatMap(({ deviceId, question }) => [deviceId, question]),
    );
  }
}

/** What a verdict makes of a claim: how it is settled, null where that is left open, an error where it cannot be read. */
function followingOf({ subject, value, settled_value }: LateRow, verdict: Resolution): Settled | null | Error {
  try {
    const { outcome, value: given, happenedOn, evidenceId, statementId, note } = verdict;
    const act = { outcome, ...(given !== null && { value: given }) };
    const follows = outcomeFollowing({ subject, value }, verdictOf({ subject, value: settled_value }, act, happenedOn));
    if (follows === null) return null;
    return { outcome: follows, value: given, happenedOn, evidenceId, statementId, note, followsFromId: verdict.id };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
