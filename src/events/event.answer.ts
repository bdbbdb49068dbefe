import { Type, type Static, type TSchema } from 'typebox';
import { either, instant, list, named, object, text, whole, yesNo } from '../platform/http/answer-shapes.js';
import { EVENT_DATA } from './event-shapes.js';
import { EVENT_TYPES, type EventType } from './event-types.js';

/** `RumorConfidenceChangedEvent` of `rumor.confidence_changed`. */
const nameOf = (type: string): string =>
  `${type.replaceAll(/(?:^|[._])([a-z])/g, (_all, letter: string) => letter.toUpperCase())}Event`;

const only = (word: string, description: string) =>
  Type.Unsafe<string>({ type: 'string', const: word, maxLength: 60, description, examples: [word] });

/** The attributes of an event (CloudEvents 1.0, in plain JSON), with its place in the log as `sequence`. */
const eventOf = <Data extends TSchema>(type: EventType, data: Data) =>
  named(nameOf(type), `An event of the type \`${type}\`.`, {
    specversion: only('1.0', 'The version of CloudEvents.'),
    id: text('The id of the event.', 'evt_01KA8Z6Y3M7V2QH4T9XBDN5CWE', { maxLength: 40 }),
    source: text('The server that tells it.', 'https://rumors.example'),
    type: only(type, 'What happened.'),
    subject: text('The id of what it happened to.', 'rum_01KA8Z6Y3M7V2QH4T9XBDN5CWE', { maxLength: 40 }),
    time: instant('When it was written down.'),
    datacontenttype: only('application/json', 'What `data` is.'),
    sequence: whole('Its place in the log; later events have greater ones.', 4217),
    data,
  });

/** An event, by its type. */
export const EventAnswer = either(
  'Event',
  'Something that happened (CloudEvents 1.0 in plain JSON): `type` says what, `data` what is told of it.',
  EVENT_TYPES.map((type) => eventOf(type, EVENT_DATA[type])),
);
export type EventAnswer = Static<ReturnType<typeof eventOf<TSchema>>>;

const logged = {
  limit: whole('How many events are told at most.', 25, 1),
  has_more: yesNo('Whether more follow that are there already.', true),
  next_after: whole('What to give as `after` the next time.', 4217),
  reset: yesNo('Whether events after `after` were forgotten: read anew what you hold.', false),
};

/** A part of the log of events. */
export const EventLogAnswer = named('EventLog', 'A part of the log of events, in the order in which they happened.', {
  data: list(EventAnswer, 'The events.'),
  page: object('Where the log goes on.', logged),
});

/** What a stream is, block by block. */
export const StreamedAnswer = text(
  'Blocks of server-sent events: `id` is the sequence, `event` the type, `data` the event on one line. `stream.reset` tells that events since `Last-Event-ID` are forgotten: read anew what you hold.',
  'id: 4217\nevent: rumor.lapsed\ndata: {"specversion":"1.0","id":"evt_01KA8Z6Y3M7V2QH4T9XBDN5CWE"}\n\n',
);
