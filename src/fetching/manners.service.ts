import { Injectable } from '@nestjs/common';
import { Reservations } from './reservations.service.js';
import { Robots } from './robots.service.js';

/** What hosts let programs do with what stands there: whether it is asked for, and whether its words are used. */
@Injectable()
export class Manners {
  constructor(
    readonly robots: Robots,
    readonly reservations: Reservations,
  ) {}
}
