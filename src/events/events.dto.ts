import { IsOptional, IsString, Length } from 'class-validator';
import { Decimal, Several, WholeNumber } from '../platform/http/parameters.js';
import { EVENT_TYPES, type EventType } from './event-types.js';

/** The greatest place that a log can have. */
export const MOST_PLACES = 2 ** 31 - 1;

const MOST_AT_ONCE = 100;

/** Which events are wanted; all where nothing is said. */
export class WantedEventsDto {
  /** Only of these types, with commas between them. */
  @IsOptional()
  @Several(EVENT_TYPES)
  types?: EventType[];

  /** About this device, its rumors, evidence and statements: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  device?: string;

  /** About this rumor, its evidence and statements: id. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  rumor?: string;

  /** Of the moves of confidences only those of at least this much, 0 to 1; the first weighing is no move. */
  @IsOptional()
  @Decimal({ min: 0, max: 1 })
  min_delta?: number;
}

/** Which part of the log is wanted. */
export class EventsQueryDto extends WantedEventsDto {
  /** Events after this place in the log, a `sequence`; from the oldest one that is kept where nothing is said. */
  @IsOptional()
  @WholeNumber({ min: 0, max: MOST_PLACES })
  after?: number;

  /** How many are told at most. */
  @IsOptional()
  @WholeNumber({ min: 1, max: MOST_AT_ONCE })
  limit?: number;
}

/** Of what the stream is to tell. */
export class StreamQueryDto extends WantedEventsDto {
  /** The last id that was received, where the header `Last-Event-ID` cannot be sent; from now on where there is none. */
  @IsOptional()
  @WholeNumber({ min: 0, max: MOST_PLACES })
  last_event_id?: number;
}
