import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { EventsModule } from '../events/events.module.js';
import { NamedThings } from './named-things.service.js';
import { SearchBuild } from './search-build.service.js';
import { SearchController } from './search.controller.js';
import { SearchFollower } from './search-follower.service.js';
import { SearchIndex } from './search-index.service.js';
import { Search } from './search.service.js';
import { Things } from './things.service.js';
import { ToldThings } from './told-things.service.js';

/** Everything by text. */
@Module({
  imports: [AccessModule, EventsModule],
  controllers: [SearchController],
  providers: [NamedThings, ToldThings, Things, SearchIndex, SearchFollower, SearchBuild, Search],
  exports: [Search, SearchBuild, SearchIndex, Things],
})
export class SearchModule {}
