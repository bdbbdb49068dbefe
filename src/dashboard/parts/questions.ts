import { findSubject } from '../../engine/subjects/index.js';
import type { RumorView } from '../views.js';

/** The rumors that answer one question about a device, the most likely first. */
export interface QuestionView {
  readonly question: string;
  readonly rumors: readonly RumorView[];
}

const likelihood = (rumor: RumorView): number => rumor.confidence?.probability ?? 0;

/** Rumors by the question that they answer, each with its most likely answer first. */
export function questionsOf(rumors: readonly RumorView[]): QuestionView[] {
  const questions = new Map<string, RumorView[]>();
  for (const rumor of rumors) questions.set(rumor.question, [...(questions.get(rumor.question) ?? []), rumor]);
  return [...questions].map(([question, own]) => ({
    question,
    rumors: own.sort((a, b) => likelihood(b) - likelihood(a)),
  }));
}

/**
 * Whether the answers to a question rule each other out. Dates may lie within one another; and near values that are
 * weighed as one are together likelier than certain.
 */
function isContest({ rumors }: QuestionView): boolean {
  const [lead, rival] = rumors;
  const subject = lead && findSubject(lead.subject);
  if (!lead || !rival || subject?.answers !== 'exclusive' || subject.valueType === 'dates') return false;
  return likelihood(lead) + likelihood(rival) <= 1;
}

const reports = ({ rumors }: QuestionView): number => rumors.reduce((sum, rumor) => sum + rumor.evidence.reports, 0);

/**
 * The most contested question of a device: a name before anything else, since it is what people call the device by,
 * then the one that most reports speak to. Null where no question has rival answers.
 */
function contestedOf(questions: readonly QuestionView[]): QuestionView | null {
  const rank = (question: QuestionView): number => (question.question === 'name' ? 1 : 0);
  const contests = questions.filter(isContest);
  return contests.sort((a, b) => rank(b) - rank(a) || reports(b) - reports(a))[0] ?? null;
}

/**
 * The question to show beside the launch of a device: the most contested one, else the rumor that is best reported.
 * Existence and launch stand elsewhere and are left out.
 */
export function headlineQuestionOf(questions: readonly QuestionView[]): QuestionView | null {
  const others = questions.filter(({ rumors: [lead] }) => lead?.subject !== 'existence' && !isLaunch(lead));
  return contestedOf(others) ?? [...others].sort((a, b) => reports(b) - reports(a))[0] ?? null;
}

const isLaunch = (rumor: RumorView | undefined): boolean => rumor?.subject === 'launch.date';
