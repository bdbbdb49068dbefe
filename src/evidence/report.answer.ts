import { type Static } from 'typebox';
import { idOf, instant, list, named, nullable, oneOf, text, whole } from '../platform/http/answer-shapes.js';
import { pageOf } from '../platform/http/answers.js';
import { SourceInShort } from '../sources/source.answer.js';
import { ORIGIN_LINKS, ORIGIN_REASONS, REPORT_KINDS } from './report.entity.js';

/** The day or month on which something was published. */
export const publishedOn = nullable(
  text('`YYYY-MM-DD`.', '2026-09-20', { pattern: '^\\d{4}-\\d{2}(?:-\\d{2})?$' }),
  'The day on which it was published, `YYYY-MM-DD`; `YYYY-MM` where only the month is known, null where nobody knows.',
);

/** One thing that a source published, as it is shown. */
export const ReportAnswer = named('Report', 'One thing that a source published.', {
  id: idOf('rep', 'The id of the report.'),
  kind: oneOf(REPORT_KINDS, 'What it is.'),
  title: text('Its title.', 'Orchard readies a lighter headset'),
  url: nullable(text('Where it stands.', 'https://ledger.example/2026/09/orchard'), 'Where it stands; null = unknown.'),
  source: SourceInShort,
  language: text('ISO 639-1, `und` where nobody can tell.', 'en'),
  published_on: publishedOn,
  learned_at: instant('When it became known here.'),
  origin_id: idOf('rep', 'The report that it goes back to; itself where it is an origin.'),
  origin_link: oneOf(ORIGIN_LINKS, 'Whether it is an origin, or how sure it is that it goes back to one.'),
  origin_reason: nullable(
    oneOf(ORIGIN_REASONS, 'By what it is known.', 'credit'),
    'By what the origin is known; null = it is an origin.',
  ),
});
export type ReportAnswer = Static<typeof ReportAnswer>;

/** A report as it is shown in a list. */
export const ListedReportAnswer = named('ListedReport', 'A report in a list.', {
  ...ReportAnswer.properties,
  evidence_count: whole('To how many rumors it is linked.', 3),
});
export type ListedReportAnswer = Static<typeof ListedReportAnswer>;

/** A page of reports. */
export const ReportPage = pageOf(ListedReportAnswer, 'ReportPage');

/** The names that a report credits. */
export const credits = list(text('A name.', 'Ledger Wire'), 'The names that it credits.');
