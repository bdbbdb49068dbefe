import { type Static } from 'typebox';
import { DeviceAnswer } from '../devices/device.answer.js';
import { credits, publishedOn, ReportAnswer } from '../evidence/report.answer.js';
import {
  idOf,
  instant,
  list,
  named,
  nullable,
  oneOf,
  probability,
  text,
  whole,
  yesNo,
} from '../platform/http/answer-shapes.js';
import { pageOf } from '../platform/http/answers.js';
import { RumorAnswer } from '../rumors/rumor.answer.js';
import { StatementAnswer } from '../statements/statement.answer.js';
import { CandidateAnswer } from './candidate.answer.js';
import { INGESTION_STATUSES } from './ingestion.entity.js';

const ARTICLE = {
  title: text('Its title.', 'Orchard readies a lighter headset'),
  url: nullable(text('Where it stands.', 'https://ledger.example/2026/09/orchard'), 'Where it stands; null = unknown.'),
  published_on: publishedOn,
};
const created_at = instant('When it was handed in.');
const embargo = {
  embargo_until: nullable(
    instant('Until when it is not written down.'),
    'Until when it is not written down; null = at once.',
  ),
  released_by: nullable(
    text('The editor by whose leave that is done.', 'newsroom'),
    'The editor by whose leave it is written down when its embargo ends; null = nobody gave leave.',
  ),
};
const committed_at = nullable(instant('When it was written down.'), 'When it was written down; null = not yet.');

/** An article in the list of those that were handed in, as it is shown. */
export const QueuedAnswer = named('QueuedIngestion', 'An article that was handed in.', {
  id: idOf('ing', 'The id of the ingestion.'),
  status: oneOf(INGESTION_STATUSES, 'How far it has come.'),
  ...ARTICLE,
  candidates: whole('How many claims were read in it.', 4),
  created_by: text('Who handed it in.', 'newsroom'),
  ...embargo,
  created_at,
  committed_at,
});
export type QueuedAnswer = Static<typeof QueuedAnswer>;

/** A page of articles that were handed in. */
export const IngestionPage = pageOf(QueuedAnswer, 'IngestionPage');

const Count = named('WrittenCount', 'How much that was.', {
  devices: whole('Devices.', 1),
  rumors: whole('Rumors.', 3),
});

const Effect = named('Effect', 'What it did to the confidence of a rumor.', {
  rumor_id: idOf('rum', 'The rumor.'),
  before: nullable(probability('The confidence before.', 0.53), 'The confidence before; null = it was not weighed.'),
  after: probability('The confidence after.', 0.72),
});

/** An article with what was read in it and what became of it, as it is shown. */
export const IngestionAnswer = named('Ingestion', 'An article with what was read in it and what became of it.', {
  id: idOf('ing', 'The id of the ingestion.'),
  status: oneOf([...INGESTION_STATUSES, 'dry_run'], 'How far it has come; `dry_run`: nothing was stored.'),
  recognised: yesNo('Whether the same article had been handed in before, and nothing was added.'),
  ...ARTICLE,
  language: text('ISO 639-1, `und` where nobody can tell.', 'en'),
  is_rumor: yesNo('Whether it claims anything that can be followed.', true),
  published_from: nullable(text('By what the day is known.', 'given'), 'By what the day is known; null = it is not.'),
  credits,
  report: nullable(ReportAnswer, 'The report that it became; null until it is written down.'),
  devices: list(DeviceAnswer, 'The devices that it speaks of; empty until it is written down.'),
  candidates: list(CandidateAnswer, 'The claims that were read in it.'),
  rumors: list(RumorAnswer, 'The rumors that it speaks of; empty until it is written down.'),
  statements: list(StatementAnswer, 'The statements that it passes on; empty until it is written down.'),
  created: Count,
  matched: Count,
  effects: list(Effect, 'What it did to the confidence of rumors.'),
  ...embargo,
  created_at,
  committed_at,
});
export type IngestionAnswer = Static<typeof IngestionAnswer>;

/** An article with its text, which is kept until it is reviewed, as it is shown. */
export const IngestionFileAnswer = named('IngestionFile', 'An article with its text.', {
  ...IngestionAnswer.properties,
  text: nullable(
    text('Its text.', 'Orchard is working on …', { maxLength: 200_000 }),
    'Its text; null once it is reviewed or 30 days old.',
  ),
});
