import { Module } from '@nestjs/common';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { RefreshModule } from '../refresh/refresh.module.js';
import { Demo } from './demo.service.js';
import { StoryTeller } from './story-teller.service.js';

/** The sample story, and the clock that a visitor of the demo moves on. */
@Module({ imports: [IngestionModule, RefreshModule], providers: [StoryTeller, Demo], exports: [Demo] })
export class DemoModule {}
