import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { EventsModule } from '../events/events.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { ResolutionsModule } from '../resolutions/resolutions.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { StatementsModule } from '../statements/statements.module.js';
import { Aftermath } from './aftermath.service.js';
import { Carrying } from './carrying.service.js';
import { IdentityActsController } from './identity-acts.controller.js';
import { IdentityActs } from './identity-acts.service.js';
import { IdentityBoard } from './identity-board.service.js';
import { IdentityBook } from './identity-book.service.js';
import { IdentityController } from './identity.controller.js';
import { Merges } from './merges.service.js';
import { OldClaims } from './old-claims.service.js';
import { Partings } from './partings.service.js';
import { Restoring } from './restoring.service.js';
import { Splits } from './splits.service.js';
import { Supersessions } from './supersessions.service.js';
import { TakedownsController } from './takedowns.controller.js';
import { Takedowns } from './takedowns.service.js';
import { Undoable } from './undoable.service.js';
import { Undoing } from './undoing.service.js';

/** Which device a device is: merge, supersede, split, takedown, and the undoing of each. */
@Module({
  imports: [
    CompaniesModule,
    DevicesModule,
    EventsModule,
    RumorsModule,
    EvidenceModule,
    StatementsModule,
    ResolutionsModule,
    ProposalsModule,
  ],
  controllers: [IdentityController, TakedownsController, IdentityActsController],
  providers: [
    IdentityBook,
    IdentityBoard,
    Aftermath,
    IdentityActs,
    Carrying,
    Merges,
    OldClaims,
    Supersessions,
    Partings,
    Splits,
    Takedowns,
    Restoring,
    Undoable,
    Undoing,
  ],
  exports: [Merges, Supersessions, Splits, Takedowns, Undoing, IdentityBoard],
})
export class IdentityModule {}
