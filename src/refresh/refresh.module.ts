import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AccessModule } from '../access/access.module.js';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CalibrationModule } from '../calibration/calibration.module.js';
import { IdempotencyModule } from '../platform/idempotency/idempotency.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { EventsModule } from '../events/events.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.js';
import { AskedPollWork } from './asked-poll-work.service.js';
import { Forgetting } from './forgetting.service.js';
import { Leases } from './leases.service.js';
import { OverdueWork } from './overdue-work.service.js';
import { RefreshJobBoard } from './refresh-job-board.service.js';
import { RefreshJobs } from './refresh-jobs.service.js';
import { RefreshQueue } from './refresh-queue.service.js';
import { RefreshSchedule } from './refresh-schedule.service.js';
import { RefreshTargets } from './refresh-targets.service.js';
import { WeighingWork } from './weighing-work.service.js';
import { RefreshWork } from './refresh-work.service.js';
import { RefreshController } from './refresh.controller.js';
import { Refresh } from './refresh.service.js';
import { ScopedWork } from './scoped-work.service.js';

/** The scheduled work: what is overdue lapses or is erased, sources are counted anew, and what is out of date is weighed again. */
@Module({
  imports: [
    ScheduleModule.forRoot(),
    AccessModule,
    EventsModule,
    DevicesModule,
    RumorsModule,
    AssessmentsModule,
    CalibrationModule,
    IngestionModule,
    SubscriptionsModule,
    IdempotencyModule,
  ],
  controllers: [RefreshController],
  providers: [
    Forgetting,
    Leases,
    RefreshQueue,
    RefreshTargets,
    RefreshJobs,
    RefreshJobBoard,
    OverdueWork,
    WeighingWork,
    RefreshWork,
    AskedPollWork,
    ScopedWork,
    Refresh,
    RefreshSchedule,
  ],
  exports: [RefreshJobs, RefreshJobBoard, Refresh, RefreshSchedule],
})
export class RefreshModule {}
