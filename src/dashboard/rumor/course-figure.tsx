import { DAY_MS } from '../../engine/subjects/index.js';
import { EvidenceStrip, StripKey, type Mark } from '../charts/evidence-strip.js';
import { HistoryChart, HistoryKey, HistoryTable, type Series } from '../charts/history-chart.js';
import { answerOf } from '../parts/answer.js';
import { dayAt, percent, points, sayDay } from '../wording.js';
import type { RumorStory } from './rumor-story.js';

const LEAST_SPAN_MS = 7 * DAY_MS;
const STILL = 0.005;

/** How the answers of a question went over time, with the evidence of the leading one beneath. */
export function CourseFigure({ answers, until }: { answers: readonly RumorStory[]; until: number }) {
  const series = seriesOf(answers);
  const marks = marksOf(answers[0]);
  const starts = [...series.flatMap(({ course }) => course.map(({ at }) => at)), ...marks.map(({ at }) => at)];
  if (starts.length === 0) return null;
  const span = spanOf(Math.min(...starts), until);
  const finding = findingOf(series);
  return (
    <figure class="course">
      <figcaption>{finding}</figcaption>
      <HistoryKey series={series} />
      <HistoryChart series={series} finding={finding} {...span} />
      <EvidenceStrip marks={marks} {...span} />
      <StripKey marks={marks} />
      <details class="twin">
        <summary>Show table</summary>
        <div class="scroll">
          <HistoryTable series={series} />
        </div>
      </details>
    </figure>
  );
}

/** The time that a course is drawn over: from its first number to the present, but never less than a week. */
function spanOf(first: number, present: number): { from: number; until: number } {
  const until = Math.max(present, first + DAY_MS);
  return { from: Math.min(first, until - LEAST_SPAN_MS), until };
}

/** The courses of the answers to a question, the most likely first. */
export function seriesOf(answers: readonly RumorStory[]): Series[] {
  return answers.map(({ rumor, history }) => ({
    label: answerOf(rumor),
    course: history.map(({ at, value, low, high }) => ({ at: Date.parse(at), probability: value, low, high })),
  }));
}

function marksOf(story: RumorStory | undefined): Mark[] {
  if (!story) return [];
  const weightless = new Set(story.explanation?.discarded.map((each) => each.evidence_id));
  return story.evidence.flatMap((each): Mark[] => {
    if (each.stance === 'mentions') return [];
    const { learned_at: learnedAt, published_on: on, source } = each.report;
    const shape = weightless.has(each.id) ? 'weightless' : each.certainty === 'official' ? 'statement' : each.stance;
    const label = `${source.name}, ${each.stance}, ${on === null ? 'undated' : sayDay(on)}`;
    return [{ at: Date.parse(learnedAt), href: `#${each.id}`, label, shape }];
  });
}

/** What a course shows, in a sentence: where the leading answer stands, where it came from, and its rival. */
export function findingOf(series: readonly Series[]): string {
  const [lead, rival] = series;
  const first = lead?.course[0];
  const last = lead?.course.at(-1);
  if (!lead || !first || !last) return 'Nothing was weighed yet.';
  const change = last.probability - first.probability;
  const moved = Math.abs(change) < STILL ? 'unmoved' : points(change * 100);
  const own = `${lead.label} stands at ${percent(last.probability)}, ${moved} since ${sayDay(dayAt(first.at))}`;
  const other = rival?.course.at(-1);
  return rival && other ? `${own}; ${rival.label} at ${percent(other.probability)}.` : `${own}.`;
}
