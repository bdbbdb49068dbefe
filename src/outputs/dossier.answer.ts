import { type Static } from 'typebox';
import { LaunchWindowAnswer } from '../assessments/launch-window.answer.js';
import { DeviceAnswer } from '../devices/device.answer.js';
import { idOf, instant, list, named, nullable, probability, text, whole } from '../platform/http/answer-shapes.js';
import { ResolutionAnswer } from '../resolutions/resolution.answer.js';
import { RumorAnswer } from '../rumors/rumor.answer.js';
import { StatementAnswer } from '../statements/statement.answer.js';

const LeverAnswer = named('DossierLever', 'The evidence that a number hangs on most.', {
  evidence_id: idOf('ev', 'The evidence.'),
  source: text('Who published it.', 'Ledger Wire'),
  confidence_without: probability('The probability without it.', 0.53),
});

const HeadlineAnswer = named('DossierHeadline', 'The leading answer to a question.', {
  rumor: RumorAnswer,
  answers: whole('How many answers the question has.', 2),
  sources: list(text('A source that counts for it.', 'Ledger Wire'), 'The sources that count for it.'),
  changes_most: nullable(LeverAnswer, 'The evidence that the number hangs on most; null = none counts.'),
});

/** What one page tells about a device, as it is shown. */
export const DossierAnswer = named('Dossier', 'What one page tells about a device.', {
  device: DeviceAnswer,
  launch: LaunchWindowAnswer,
  headlines: list(HeadlineAnswer, 'The leading answer to each question, the most reported first.'),
  moved: list(RumorAnswer, 'The open rumors whose number moved within 7 days, the largest move first.'),
  official: list(StatementAnswer, 'What was said officially, the latest first.'),
  resolved: list(ResolutionAnswer, 'What became of rumors, the last recorded first.'),
  as_of: instant('As of when it is told.'),
});
export type DossierAnswer = Static<typeof DossierAnswer>;
