import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { EventsModule } from '../events/events.module.js';
import { Attempts } from './attempts.service.js';
import { Courier } from './courier.service.js';
import { Deliveries } from './deliveries.service.js';
import { Registrations } from './registrations.service.js';
import { WebhookActsController } from './webhook-acts.controller.js';
import { WebhookBoard } from './webhook-board.service.js';
import { WebhookDesk } from './webhook-desk.service.js';
import { WebhookFigures } from './webhook-figures.service.js';
import { WebhookRounds } from './webhook-rounds.service.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhookTrial } from './webhook-trial.service.js';
import { Webhooks } from './webhooks.service.js';

/** Receivers of events: who they are, what is on its way to them, and what became of it. */
@Module({
  imports: [AccessModule, EventsModule, CompaniesModule, DevicesModule],
  controllers: [WebhooksController, WebhookActsController],
  providers: [
    Attempts,
    Courier,
    Deliveries,
    Registrations,
    WebhookBoard,
    WebhookDesk,
    WebhookFigures,
    WebhookRounds,
    WebhookTrial,
    Webhooks,
  ],
  exports: [Registrations, WebhookBoard, WebhookDesk, WebhookRounds, Webhooks],
})
export class WebhooksModule {}
