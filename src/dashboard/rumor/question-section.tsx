import { LikelihoodBar } from '../charts/likelihood-bar.js';
import { answerOf, askedOf, scopeOf } from '../parts/answer.js';
import { Change } from '../parts/change.js';
import { Grounds, Likelihood } from '../parts/likelihood.js';
import { Verdict } from '../parts/verdict.js';
import { Why } from '../parts/why.js';
import { dayAt } from '../wording.js';
import { CourseFigure } from './course-figure.js';
import { SafeWording } from './wording-section.js';
import type { QuestionStory, RumorStory } from './rumor-story.js';

interface QuestionSectionProps {
  readonly story: QuestionStory;
  /** The instant as of which it is told, epoch milliseconds. */
  readonly at: number;
  /** The past day as of which it is told, `YYYY-MM-DD`; null for now. */
  readonly asOf: string | null;
  /** Whether it leads the page, and shows its course at once. */
  readonly lead?: boolean;
  /** The question, where it is put in other words than usual. */
  readonly asked?: string;
}

/** A question about a device: its answers side by side, each with its bar and why, and their course. */
export function QuestionSection({ story, at, asOf, lead = false, asked }: QuestionSectionProps) {
  const [first] = story.answers;
  if (!first) return null;
  const scope = scopeOf(first.rumor);
  const course = <CourseFigure answers={story.answers} until={at} asOf={asOf} />;
  return (
    <section class={lead ? 'question question-lead' : 'question'} id={`q-${anchorOf(story.question)}`}>
      <h2>
        {asked ?? askedOf(first.rumor)} {scope !== null && <span class="tag">{scope}</span>}
      </h2>
      <div class="answers">
        {story.answers.map((answer, index) => (
          <Answer story={answer} at={at} asOf={asOf} isRival={index > 0} />
        ))}
      </div>
      {lead && course}
      {!lead && !first.isBrief && (
        <details class="twin past">
          <summary>How it went</summary>
          {course}
        </details>
      )}
    </section>
  );
}

/** A question key as the end of an address: `price@CN#12GB` is `price-cn-12gb`. */
export const anchorOf = (question: string): string => question.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

interface AnswerProps extends Pick<QuestionSectionProps, 'at' | 'asOf'> {
  readonly story: RumorStory;
  readonly isRival: boolean;
}

function Answer({ story, at, asOf, isRival }: AnswerProps) {
  const { rumor, explanation, evidence, isBrief } = story;
  const own = `/rumors/${rumor.id}${asOf === null ? '' : `?as_of=${asOf}`}`;
  return (
    <div class="answer" id={rumor.id}>
      <h3>
        <a href={own}>{answerOf(rumor)}</a>
        <Verdict rumor={rumor} />
      </h3>
      <Standing story={story} isRival={isRival} />
      {explanation && <Why explanation={explanation} evidence={evidence} more={own} />}
      {isBrief ? (
        <p class="small answer-more">
          <a href={own}>Why, and how it went</a>
        </p>
      ) : (
        <SafeWording rumor={rumor} evidence={evidence} on={dayAt(at)} />
      )}
    </div>
  );
}

/** Where a rumor stands: its number with its change, the bar with range and last week, and what it rests on. */
export function Standing({ story: { rumor }, isRival = false }: { story: RumorStory; isRival?: boolean }) {
  const { confidence } = rumor;
  const change = confidence?.change_7d ?? null;
  const before = confidence && change !== null ? confidence.probability - change : null;
  return (
    <>
      <p class="answer-number">
        <Likelihood confidence={confidence} /> {confidence && <Change by={change} since="in 7 days" />}
      </p>
      {confidence && <LikelihoodBar {...confidence} before={before} muted={isRival} />}
      <p class="answer-grounds">
        <Grounds rumor={rumor} />
      </p>
    </>
  );
}
