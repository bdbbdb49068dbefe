import { DAY_MS } from '../../engine/subjects/index.js';
import { EvidenceStrip, StripKey, type Mark } from '../charts/evidence-strip.js';
import { HistoryChart, type Decision, type Series } from '../charts/history-chart.js';
import { HistoryKey } from '../charts/history-labels.js';
import { HistoryTable } from '../charts/history-table.js';
import { addressOf } from '../calibration/asked.js';
import { answerOf } from '../parts/answer.js';
import { DataLinks } from '../parts/data-links.js';
import { idsOf, listedIn } from '../parts/evidence.js';
import { sayOutcome } from '../parts/verdict.js';
import type { RumorView } from '../views.js';
import { sayDay } from '../wording.js';
import { sayCourse } from './course-finding.js';
import type { RumorStory } from './rumor-story.js';

/** The shortest time that a course is drawn over, and how much of it is left free at both ends. */
const LEAST_SPAN_MS = 7 * DAY_MS;
const ROOM_BEFORE = 0.04;
const ROOM_BEHIND = 0.02;

interface CourseProps {
  readonly answers: readonly RumorStory[];
  /** The instant as of which one looks, epoch milliseconds. */
  readonly until: number;
  /** The past day as of which one looks; null for now. */
  readonly asOf: string | null;
  /** Whether the page is that of the rumor, which lists its evidence in full. */
  readonly isAlone?: boolean;
}

/** How the answers of a question went over time, with the evidence of the leading one beneath. */
export function CourseFigure({ answers, until, asOf, isAlone = false }: CourseProps) {
  const [lead] = answers;
  const series = seriesOf(answers);
  const marks = marksOf(lead, isAlone);
  const starts = [...series.flatMap(({ course }) => course.map(({ at }) => at)), ...marks.map(({ at }) => at)];
  if (!lead || starts.length === 0) return null;
  const span = spanOf(Math.min(...starts), until);
  const isThinned = answers.some(({ history, weighings }) => weighings > history.length);
  const finding = sayCourse(series, { asOf, on: until });
  return (
    <figure class="course">
      <figcaption>{finding}</figcaption>
      <HistoryKey series={series} />
      <HistoryChart series={series} finding={finding} present={until} {...span} />
      <EvidenceStrip marks={marks} {...span} />
      <StripKey marks={marks} />
      <details class="twin">
        <summary>Show table</summary>
        {isThinned && <p class="small muted">Of very many weighings those at which it turned; all are in the data.</p>}
        <div class="scroll">
          <HistoryTable series={series} {...span} />
        </div>
      </details>
      <DataLinks {...dataOf(lead.rumor, asOf)} />
    </figure>
  );
}

/** Where the course is as data: of the leading answer, and of every answer to what is asked. */
function dataOf({ id, device, subject }: RumorView, asOf: string | null) {
  const past = asOf === null ? {} : { as_of: asOf };
  return {
    json: addressOf(`/v1/rumors/${id}/history`, past),
    csv: addressOf('/v1/exports/history.csv', { device: device.slug, subject, ...past }),
  };
}

/**
 * The time that a course is drawn over: from its first number to the instant that one looks from, but never less than a
 * week; with a little room at both ends, so that no mark is cut.
 */
export function spanOf(first: number, present: number): { from: number; until: number } {
  const length = Math.max(present - first, LEAST_SPAN_MS);
  return { from: present - length * (1 + ROOM_BEFORE), until: present + length * ROOM_BEHIND };
}

/** The courses of the answers to a question, the most likely first. */
export function seriesOf(answers: readonly RumorStory[]): Series[] {
  return answers.map(({ rumor, history }) => ({
    label: answerOf(rumor),
    course: history.map(({ at, value, low, high, reconstructed }) => ({
      at: Date.parse(at),
      probability: value,
      ...{ low, high, reconstructed },
    })),
    decision: decisionOf(rumor),
  }));
}

const HEIGHTS = { true: 1, false: 0, partly: 0.5, void: 0.5 } as const;

function decisionOf({ resolution }: RumorView): Decision | null {
  if (!resolution) return null;
  const { outcome, resolved_at: at } = resolution;
  return { at: Date.parse(at), height: HEIGHTS[outcome], words: sayOutcome(outcome) };
}

/** How many pieces of evidence are marked beneath one of many courses, and a single one: of more, those that are listed first. */
const [FEW_MARKS, MANY_MARKS] = [24, 60];

function marksOf(story: RumorStory | undefined, isAlone: boolean): Mark[] {
  if (!story) return [];
  const listed = new Set(listedIn(story.evidence, story.explanation?.steps ?? [], isAlone).flatMap(idsOf));
  const believedFrom = story.history.some(({ reconstructed }) => reconstructed)
    ? Date.parse(story.history.find(({ reconstructed }) => !reconstructed)?.at ?? '9999-12-31')
    : -Infinity;
  const weightless = new Set(story.explanation?.discarded.map((each) => each.evidence_id));
  const inOrder = story.evidence.toSorted((a, b) => Number(listed.has(b.id)) - Number(listed.has(a.id)));
  const marks = inOrder.flatMap((each): Mark[] => {
    if (each.stance === 'mentions') return [];
    const { learned_at: learnedAt, published_on: on, source } = each.report;
    const shape = weightless.has(each.id) ? 'weightless' : each.certainty === 'official' ? 'statement' : each.stance;
    const label = `${source.name}, ${each.stance}, ${on === null ? 'undated' : sayDay(on)}`;
    const at = on !== null && Date.parse(on) < believedFrom ? Date.parse(on) : Date.parse(learnedAt);
    const href = listed.has(each.id) ? `#${each.id}` : `/rumors/${story.rumor.id}#${each.id}`;
    return [{ at, href, label, shape }];
  });
  return marks.slice(0, isAlone ? MANY_MARKS : FEW_MARKS);
}
