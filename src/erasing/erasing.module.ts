import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { EventsModule } from '../events/events.module.js';
import { HttpModule } from '../platform/http/http.module.js';
import { SearchModule } from '../search/search.module.js';
import { Erase } from './erase.service.js';
import { Erasing } from './erasing.service.js';
import { Erasures } from './erasures.service.js';
import { FoundAgain } from './found-again.service.js';
import { KnownNames } from './known-names.service.js';
import { OwnWords } from './own-words.service.js';
import { Sayings } from './sayings.service.js';
import { Sweep } from './sweep.service.js';
import { Works } from './works.service.js';

/** Takes the data of a person, or the words of a report, out of the whole store. */
@Module({
  imports: [AccessModule, EventsModule, HttpModule, SearchModule],
  providers: [KnownNames, Works, Sayings, OwnWords, Sweep, FoundAgain, Erasing, Erasures, Erase],
  exports: [Erase, Erasures],
})
export class ErasingModule {}
