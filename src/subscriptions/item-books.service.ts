import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { ItemBook } from './item-book.service.js';
import { PollBook } from './poll-book.service.js';

/** What is known of subscriptions under way, and of their entries. */
@Injectable()
export class ItemBooks {
  constructor(
    readonly database: Database,
    readonly polls: PollBook,
    readonly items: ItemBook,
  ) {}
}
