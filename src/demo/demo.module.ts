import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { RefreshModule } from '../refresh/refresh.module.js';
import { Demo } from './demo.service.js';
import { StoryPlayer } from './story-player.service.js';
import { StoryTeller } from './story-teller.service.js';

/** The sample story, and the clock that a visitor of the demo moves on. */
@Module({
  imports: [IngestionModule, IdentityModule, ProposalsModule, RefreshModule],
  providers: [StoryTeller, StoryPlayer, Demo],
  exports: [Demo],
})
export class DemoModule {}
