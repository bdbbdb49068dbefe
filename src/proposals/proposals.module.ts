import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { ResolutionsModule } from '../resolutions/resolutions.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { OfficialWords } from './official-words.service.js';
import { ProposalBoard } from './proposal-board.service.js';
import { ProposalBook } from './proposal-book.service.js';
import { ProposalCommits } from './proposal-commits.service.js';
import { ProposalDesk } from './proposal-desk.service.js';
import { ProposalReview } from './proposal-review.service.js';
import { ProposalsReadingController } from './proposals-reading.controller.js';
import { ProposalsController } from './proposals.controller.js';
import { Settlements } from './settlements.service.js';

/** What an official launch settles about a device, for one review. */
@Module({
  imports: [EventsModule, RumorsModule, EvidenceModule, ResolutionsModule],
  controllers: [ProposalsReadingController, ProposalsController],
  providers: [OfficialWords, ProposalBook, ProposalDesk, ProposalReview, ProposalCommits, ProposalBoard, Settlements],
  exports: [Settlements, ProposalDesk, ProposalBoard, ProposalReview, ProposalCommits],
})
export class ProposalsModule {}
