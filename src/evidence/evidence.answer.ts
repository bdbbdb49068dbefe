import { type Static } from 'typebox';
import { CERTAINTIES, STANCES } from '../engine/subjects/index.js';
import { idOf, instant, list, named, nullable, oneOf, text, whole } from '../platform/http/answer-shapes.js';
import { pageOf } from '../platform/http/answers.js';
import { EVIDENCE_STATUSES } from './evidence.entity.js';
import { credits, ListedReportAnswer, ReportAnswer } from './report.answer.js';

/** What a report says about a rumor: for, against, or only that there is one. */
export const stance = oneOf(STANCES, 'Whether it is for the rumor, against it, or only mentions it.');
/** How surely it says so. */
export const certainty = oneOf(CERTAINTIES, 'How surely it is said.', 'reported');

const place = (description: string, example: number) => nullable(whole(description, example));

/** A passage of a text, as it is shown. */
export const SpanAnswer = named('Span', 'A passage of a text.', {
  where: oneOf(['title', 'text'], 'Where it stands.', 'text'),
  start: place('The first UTF-16 unit of the passage, counted from 0.', 118),
  end: place('The UTF-16 unit after the passage.', 173),
  exact: nullable(
    text('Its words, at most 300 characters.', 'The headset will arrive in the first half of 2027.'),
    'Its words, at most 300 characters; null where none are kept.',
  ),
});
export type SpanAnswer = Static<typeof SpanAnswer>;

/** Where a passage stands that may not be known. */
export const span = nullable(SpanAnswer, 'The passage that says so; null where nobody read one.');

/** A link between a report and a rumor, as it is shown. */
export const EvidenceAnswer = named('Evidence', 'A link between a report and a rumor.', {
  id: idOf('ev', 'The id of the link.'),
  rumor_id: idOf('rum', 'The rumor.'),
  stance,
  certainty,
  span,
  status: oneOf(EVIDENCE_STATUSES, '`proposed` waits for an editor; only `active` evidence counts.', 'active'),
  withdrawn_at: nullable(instant('When it was withdrawn.'), 'When it was withdrawn; null = it was not.'),
  withdrawn_reason: nullable(text('Why.', 'It speaks of another device.'), 'Why it was withdrawn.'),
  proposed_by: nullable(text('Who proposed it.', 'a reader'), 'Who proposed it; null = an editor linked it.'),
  learned_at: instant('When it became known here.'),
  report: ReportAnswer,
});
export type EvidenceAnswer = Static<typeof EvidenceAnswer>;

/** A page of evidence. */
export const EvidencePage = pageOf(EvidenceAnswer);

/** A report by itself, as it is shown. */
export const ToldReportAnswer = named('ToldReport', 'A report with its origin, its retellings and what it says.', {
  ...ListedReportAnswer.properties,
  credits,
  origin: ReportAnswer,
  retellings: list(ReportAnswer, 'The reports that go back to it.'),
  evidence: list(EvidenceAnswer, 'What it says about rumors.'),
});
export type ToldReportAnswer = Static<typeof ToldReportAnswer>;
