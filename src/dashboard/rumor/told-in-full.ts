import { headlineQuestionOf, questionsOf } from '../parts/questions.js';
import type { RumorView } from '../views.js';

/** How many rumors a page tells with their reasons; a page of more would weigh more than anybody reads. */
const MOST_TOLD = 24;

/**
 * The ids of the rumors that a page tells with their reasons: those of the question that leads it, then the others in
 * their order.
 */
export function toldInFull(rumors: readonly RumorView[]): ReadonlySet<string> {
  const lead = headlineQuestionOf(questionsOf(rumors))?.rumors ?? [];
  const ids = [...lead, ...rumors].map(({ id }) => id);
  return new Set([...new Set(ids)].slice(0, Math.max(MOST_TOLD, lead.length)));
}
