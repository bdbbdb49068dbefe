import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { OPERATOR, type Actor } from '../access/actor.js';
import { DAY_MS, dayNumber } from '../engine/subjects/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { Settings } from '../platform/settings.js';
import { readGuide, type Guide } from './story.js';
import { StoryPlayer } from './story-player.service.js';
import type { Progress } from './story-teller.service.js';

/** The demo, where the program runs as one: its story, and the held clock that a visitor may move on. */
@Injectable()
export class Demo implements OnApplicationBootstrap {
  /** How the story is shown; null where the program is no demo. */
  readonly guide: Guide | null;
  private lastAct: Promise<void> = Promise.resolve();

  constructor(
    private readonly player: StoryPlayer,
    private readonly database: Database,
    private readonly clock: Clock,
    settings: Settings,
  ) {
    this.guide = settings.isDemo && settings.clockHeldAt !== null ? readGuide() : null;
  }

  /** Goes on where a visitor left the story. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.guide === null) return;
    const last = (await this.database.revision())?.at ?? 0;
    this.clock.hold(Math.max(this.clock.now(), last));
  }

  /** Tells the story to an empty store, up to the present; answers how many reports were told. */
  begin(progress?: Progress): Promise<number> {
    return this.player.begin(OPERATOR, progress);
  }

  /**
   * Plays the story on to noon (UTC) of a day, `YYYY-MM-DD`; nothing where that is past. One plays at a time.
   *
   * @throws Fault not found `no-demo` where the program is none; invalid `not-in-the-story` for a day after its last
   */
  async playTo(day: string, actor: Actor): Promise<void> {
    const { guide } = this;
    if (guide === null) throw new Fault('not_found', 'no-demo', 'Only the clock of the demo can be moved.');
    if (dayNumber(day) === null || day > guide.ends_on) {
      throw new Fault('invalid', 'not-in-the-story', `${day} is no day of the story, which ends on ${guide.ends_on}.`);
    }
    const act = this.lastAct.then(() => this.player.goOn(guide, day, actor));
    this.lastAct = act.catch(() => undefined);
    await act;
  }

  /** The day to which the story can be played next, `YYYY-MM-DD`; null at its end, and where the program is no demo. */
  get nextDay(): string | null {
    const next = new Date(this.clock.now() + DAY_MS).toISOString().slice(0, 10);
    return this.guide !== null && next <= this.guide.ends_on ? next : null;
  }
}
