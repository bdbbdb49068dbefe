import { askedOf } from '../parts/answer.js';
import { Moment } from '../parts/day.js';
import { Statement } from '../parts/statement.js';
import { Verdict } from '../parts/verdict.js';
import { Why } from '../parts/why.js';
import type { StatementView } from '../views.js';
import { CourseFigure } from './course-figure.js';
import { anchorOf, Standing } from './question-section.js';
import type { RumorStory } from './rumor-story.js';

/** The page of one rumor: where it stands, how that came about, and why. */
export interface RumorPageProps {
  readonly story: RumorStory;
  readonly statements: readonly StatementView[];
  /** The present, epoch milliseconds. */
  readonly now: number;
  readonly mayVerify: boolean;
}

/** One rumor by itself, at the address by which it is cited. */
export function rumorPage({ story, statements, now, mayVerify }: RumorPageProps) {
  const { rumor, explanation, evidence } = story;
  const question = `/devices/${rumor.device.slug}#q-${anchorOf(rumor.question)}`;
  return (
    <article class="rumor">
      <header class="device-head">
        <p class="over">
          <a href={`/devices/${rumor.device.slug}`}>{rumor.device.name}</a> · <a href={question}>{askedOf(rumor)}</a>
        </p>
        <h1>{rumor.text}</h1>
        <p>
          <Verdict rumor={rumor} />
        </p>
      </header>
      <section class="question question-lead">
        <div class="answer">
          <Standing story={story} />
          {explanation && <Why explanation={explanation} evidence={evidence} open />}
        </div>
        <CourseFigure answers={[story]} until={now} />
      </section>
      {statements.length > 0 && (
        <section class="statements">
          <h2>What was said on the record</h2>
          {statements.map((statement) => (
            <Statement statement={statement} mayVerify={mayVerify} />
          ))}
        </section>
      )}
      <p class="muted small">
        Settled by: {rumor.criteria} Followed since <Moment at={rumor.created_at} />.
      </p>
    </article>
  );
}
