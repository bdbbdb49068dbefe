import { type Static } from 'typebox';
import { GRADES, SOURCE_KINDS } from '../engine/subjects/index.js';
import {
  day,
  htmlUrl,
  idOf,
  instant,
  list,
  named,
  nullable,
  oneOf,
  text,
  whole,
  yesNo,
} from '../platform/http/answer-shapes.js';
import { pageOf } from '../platform/http/answers.js';

const grade = nullable(
  oneOf(GRADES, 'The mark that an editor or the registry gave it, A best.', 'B'),
  'The mark that an editor or the registry gave it, A best; null = unrated.',
);

/** A source as it stands beside what it published. */
export const SourceInShort = named('SourceInShort', 'A source beside what it published.', {
  id: idOf('src', 'The id of the source.'),
  slug: text('Its name as a part of addresses.', 'ledger-wire'),
  name: text('The name that it goes by.', 'Ledger Wire'),
  kind: oneOf(SOURCE_KINDS, 'Who it is.', 'outlet'),
  grade,
  vetted: yesNo('Whether an editor or the registry vouches for it.', true),
});
export type SourceInShort = Static<typeof SourceInShort>;

const Outlet = named('SourceParent', 'The outlet that a source belongs to.', {
  id: SourceInShort.properties.id,
  slug: nullable(SourceInShort.properties.slug),
  name: nullable(SourceInShort.properties.name),
});

const TrackRecord = named('TrackRecord', 'What became of what a source said.', {
  resolved: whole('How many of the claims on which it took a side before are decided.', 41),
  hits: whole('In how many of these it was right.', 33),
  events: whole('How many events decided them: credit is given once an event.', 17),
  early_calls: whole('How often it was right early, against what was believed, less how often it was wrong.', 4),
});

const Reply = named('SourceReply', 'What a source says about its record.', {
  text: text('Its words.', 'Two of the three misses were corrected within a day.'),
  said_on: day('On which day.'),
  url: nullable(text('Where they stand.', 'https://ledger.example/our-record'), 'Where they stand; null = not known.'),
});

/** Who publishes, as it is shown. */
export const SourceAnswer = named('Source', 'Who publishes.', {
  ...SourceInShort.properties,
  reliability: nullable(
    oneOf(GRADES, 'The grade until 10 events decided what it said, then what its record comes to.', 'B'),
    'The grade until 10 events decided what it said, then what its record comes to; null = unrated.',
  ),
  established: yesNo('Whether what it says has weight of its own.', true),
  parent: nullable(Outlet, 'The outlet that it belongs to; null = none.'),
  reports: whole('How many of its reports are known.', 120),
  record: TrackRecord,
  reply: nullable(Reply, 'What it says about its record; null = it did not reply.'),
  last_report_at: nullable(
    instant('When the latest was published.'),
    'When the latest was published; null = none yet.',
  ),
  created_at: instant('When it was added.'),
  updated_at: instant('When it was last changed.'),
  html_url: htmlUrl('/sources/ledger-wire'),
});
export type SourceAnswer = Static<typeof SourceAnswer>;

/** A page of sources. */
export const SourcePage = pageOf(SourceAnswer);

const Bearing = named('SourceBearing', 'What a source said with one stance.', {
  links: whole('How many links to rumors.', 60),
  own_links: whole('How many of these come from reports that are no copies.', 34),
  devices: whole('About how many devices.', 12),
});

/** A source on its record card, as it is shown. */
export const SourceCardAnswer = named('SourceCard', 'A source with its names and with what it has said.', {
  ...SourceAnswer.properties,
  names: list(text('A name, handle or host.', '@ledgerwire'), 'Every name, handle and host that it is known by.'),
  supports: Bearing,
  refutes: Bearing,
  mentions: Bearing,
});
export type SourceCardAnswer = Static<typeof SourceCardAnswer>;
