import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { RefreshJobs } from '../../refresh/refresh-jobs.service.js';
import { RefreshSchedule } from '../../refresh/refresh-schedule.service.js';
import { SubscriptionBoard } from '../../subscriptions/subscription-board.service.js';
import { viewSubscription } from '../../subscriptions/subscription.view.js';
import { Subscriptions } from '../../subscriptions/subscriptions.service.js';
import type { SeenVersions } from '../../platform/version.js';
import { parted, windowAfter } from './parted.js';
import { seenIn } from './seen-in.js';
import { revisionOf, watchOf } from './subscription-acts.js';
import type { ReviseWatchFormDto, WatchFormDto } from './subscription-forms.dto.js';
import type { Watched } from './watched-item.js';

/** What editors do with what is watched, as its page offers it. */
@Injectable()
export class SubscriptionDesk {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly board: SubscriptionBoard,
    private readonly jobs: RefreshJobs,
    private readonly schedule: RefreshSchedule,
  ) {}

  /** A part of what is watched, each with its version, and the id behind which the next part begins. */
  async list(after: string | undefined): Promise<{ rows: Watched[]; next: string | null }> {
    const { rows, next } = parted(await this.board.page(undefined, windowAfter(after)));
    return { rows: rows.map((row) => ({ ...viewSubscription(row), version: row.version })), next };
  }

  /** Watches something, and gives its id. @throws Fault as `watchOf` and `Subscriptions.watch` do */
  async watch(form: WatchFormDto, actor: Actor): Promise<string> {
    return (await this.subscriptions.watch(watchOf(form), actor)).id;
  }

  /** @throws Fault as `revisionOf` and `Subscriptions.revise` do */
  async revise(id: string, form: ReviseWatchFormDto, actor: Actor): Promise<void> {
    await this.subscriptions.revise(id, revisionOf(form), seenIn(form), actor);
  }

  /** Asks for a look now. @throws Fault as `RefreshJobs.request` does */
  async poll(id: string, actor: Actor): Promise<void> {
    await this.jobs.request({ scope: 'subscription', target: id }, 'api', actor);
  }

  /** Lets what was asked for begin, once the act is over in which it was. */
  wake(): void {
    this.schedule.wake();
  }

  /** @throws Fault as `Subscriptions.stop` does */
  stop(id: string, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.subscriptions.stop(id, seen, actor);
  }
}
