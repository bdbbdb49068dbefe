import type { CoursePoint } from '../charts/sparkline.js';
import { headlineQuestionOf, questionsOf, type QuestionView } from '../parts/questions.js';
import type { DeviceView, RumorView } from '../views.js';

/** Why a number moved last: what it was, in words, and when. */
export interface Move {
  readonly text: string;
  readonly at: number;
}

/** One line of the board: a device with what is most asked of it. */
export interface BoardRow {
  readonly device: DeviceView;
  /** The launch rumors, the most likely first; null where nobody spoke of a launch. */
  readonly launch: QuestionView | null;
  /** The most contested question, else the best reported one; null where there is none. */
  readonly headline: QuestionView | null;
  /** The course of the leading answer of the headline over 90 days, oldest first. */
  readonly course: readonly CoursePoint[];
  /** Its change over seven days, 0..1 with sign; null where it is younger. */
  readonly change: number | null;
  readonly move: Move | null;
}

/** What a row is made of before the past is looked up. */
export function rowOf(device: DeviceView, rumors: readonly RumorView[]): BoardRow {
  const questions = questionsOf(rumors.filter((rumor) => rumor.device.id === device.id));
  const launch = questions.find(({ rumors: [lead] }) => lead?.subject === 'launch.date') ?? null;
  return { device, launch, headline: headlineQuestionOf(questions), course: [], change: null, move: null };
}

/** The rumor whose course a row shows: the leading answer of its headline, else of its launch. */
export const leadOf = (row: BoardRow): RumorView | null => (row.headline ?? row.launch)?.rumors[0] ?? null;
