import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AccessModule } from '../access/access.module.js';
import { EventsModule } from '../events/events.module.js';
import { FetchingModule } from '../fetching/fetching.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { AskedPolls } from './asked-polls.service.js';
import { ItemArticles } from './item-article.service.js';
import { ItemBook } from './item-book.service.js';
import { ItemBooks } from './item-books.service.js';
import { ItemEdits } from './item-edits.service.js';
import { ItemIntake } from './item-intake.service.js';
import { PollBook } from './poll-book.service.js';
import { PollSchedule } from './poll-schedule.service.js';
import { PollDesk } from './poll-desk.service.js';
import { Poller } from './poller.service.js';
import { SubscriptionBoard } from './subscription-board.service.js';
import { SubscriptionsController } from './subscriptions.controller.js';
import { Subscriptions } from './subscriptions.service.js';

/** Feeds and pages that are watched: asked politely, each entry read once. */
@Module({
  imports: [ScheduleModule.forRoot(), AccessModule, EventsModule, FetchingModule, IngestionModule],
  controllers: [SubscriptionsController],
  providers: [
    PollBook,
    ItemBook,
    ItemBooks,
    ItemArticles,
    ItemEdits,
    ItemIntake,
    PollDesk,
    Poller,
    PollSchedule,
    AskedPolls,
    Subscriptions,
    SubscriptionBoard,
  ],
  exports: [AskedPolls, Subscriptions, SubscriptionBoard, PollBook, Poller, PollSchedule],
})
export class SubscriptionsModule {}
