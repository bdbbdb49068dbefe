import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { EventsModule } from '../events/events.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { AlertBench } from './alert-bench.service.js';
import { AlertBoard } from './alert-board.service.js';
import { AlertDesk } from './alert-desk.service.js';
import { AlertDrafts } from './alert-drafts.service.js';
import { AlertFacts } from './alert-facts.service.js';
import { AlertFirings } from './alert-firings.service.js';
import { AlertRounds } from './alert-rounds.service.js';
import { AlertWatch } from './alert-watch.service.js';
import { AlertsController } from './alerts.controller.js';
import { Alerts } from './alerts.service.js';

/** The rules by which people are alerted, and what they were told. */
@Module({
  imports: [AccessModule, EventsModule, CompaniesModule, DevicesModule, WebhooksModule],
  controllers: [AlertsController],
  providers: [
    ...[Alerts, AlertBoard, AlertDesk, AlertDrafts],
    ...[AlertBench, AlertFacts, AlertFirings, AlertRounds, AlertWatch],
  ],
  exports: [Alerts, AlertBoard, AlertDesk, AlertRounds],
})
export class AlertsModule {}
