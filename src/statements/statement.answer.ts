import { type Static } from 'typebox';
import { ACTS } from '../engine/subjects/index.js';
import { span, stance } from '../evidence/evidence.answer.js';
import { day, idOf, instant, list, named, nullable, oneOf, text, yesNo } from '../platform/http/answer-shapes.js';
import { pageOf } from '../platform/http/answers.js';
import { VERIFICATIONS, VERIFIED_BY } from './statement.entity.js';

const SpokenOf = named('SpokenOf', 'A rumor that a statement speaks of.', {
  id: idOf('rum', 'The id of the rumor.'),
  stance,
});

const Relay = named('Relay', 'The report that passes words on.', {
  id: idOf('rep', 'The id of the report.'),
  url: nullable(text('Where it stands.', 'https://ledger.example/2026/09/orchard'), 'Where it stands; null = unknown.'),
  source: text('The name of who published it.', 'Ledger Wire'),
});

/** The words of a named speaker, as they are shown. */
export const StatementAnswer = named('Statement', 'The words of a named speaker.', {
  id: idOf('st', 'The id of the statement.'),
  speaker: text('Who said it.', 'Ida Orchard'),
  role: nullable(text('As what.', 'chief executive'), 'As what; null = not said.'),
  organisation: nullable(text('For whom.', 'Orchard'), 'For whom; null = not said.'),
  company_id: nullable(idOf('co', 'The company for which it was said.'), 'The company, where it is followed.'),
  act: oneOf(ACTS, 'What is done by saying it.', 'confirms'),
  official: yesNo('Whether the speaker speaks for the maker.', true),
  direct: yesNo('Whether the words are quoted as they were said.', true),
  quote: text('The words.', 'We will ship Vision Air next spring.'),
  span,
  said_on: day('The day on which it was said.', '2026-09-20'),
  learned_at: instant('When it became known here.'),
  verification: oneOf(VERIFICATIONS, "`verified`: known to be the speaker's own words."),
  verified_by: nullable(oneOf(VERIFIED_BY, 'By what.', 'editor'), 'By what it was verified; null = it was not.'),
  verified_reason: nullable(text('How.', "It stands in the maker's newsroom."), 'How it was found out.'),
  verified_at: nullable(instant('When.'), 'When it was verified; null = it was not.'),
  report: Relay,
  rumors: list(SpokenOf, 'The rumors that it speaks of.'),
});
export type StatementAnswer = Static<typeof StatementAnswer>;

/** A page of statements. */
export const StatementPage = pageOf(StatementAnswer);
