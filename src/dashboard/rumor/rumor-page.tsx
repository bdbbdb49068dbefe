import { AsOfBanner, AsOfForm } from '../parts/as-of.js';
import { askedOf } from '../parts/answer.js';
import { Criteria } from '../parts/criteria.js';
import { Moment } from '../parts/day.js';
import { Statement } from '../parts/statement.js';
import { Verdict } from '../parts/verdict.js';
import { Why } from '../parts/why.js';
import type { StatementView } from '../views.js';
import { dayAt } from '../wording.js';
import { CourseFigure } from './course-figure.js';
import { anchorOf, Standing } from './question-section.js';
import type { RumorStory } from './rumor-story.js';
import { SafeWording } from './wording-section.js';

/** The page of one rumor: where it stands, how that came about, and why. */
export interface RumorPageProps {
  readonly story: RumorStory;
  readonly statements: readonly StatementView[];
  /** The present, or the past instant as of which one looks, epoch milliseconds. */
  readonly now: number;
  /** As of which day one looks; null for now. */
  readonly asOf: string | null;
  /** The present day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly mayVerify: boolean;
}

/** One rumor by itself, at the address by which it is cited. */
export function rumorPage({ story, statements, now, asOf, today, mayVerify }: RumorPageProps) {
  const { rumor, explanation, evidence } = story;
  const device = `/devices/${rumor.device.slug}${asOf === null ? '' : `?as_of=${asOf}`}`;
  const question = `${device}#q-${anchorOf(rumor.question)}`;
  return (
    <article class="rumor">
      {asOf !== null && <AsOfBanner on={asOf} back={`/rumors/${rumor.id}`} />}
      <header class="device-head">
        <p class="over">
          <a href={device}>{rumor.device.name}</a> · <a href={question}>{askedOf(rumor)}</a>
        </p>
        <h1>{rumor.text}</h1>
        <p>
          <Verdict rumor={rumor} />
        </p>
        <AsOfForm path={`/rumors/${rumor.id}`} asOf={asOf} since={rumor.created_at.slice(0, 10)} today={today} />
      </header>
      <section class="question question-lead rumor-course">
        <div class="answer">
          <Standing story={story} />
          <SafeWording rumor={rumor} evidence={evidence} on={dayAt(now)} />
          {explanation && <Why explanation={explanation} evidence={evidence} more={null} />}
        </div>
        <CourseFigure answers={[story]} until={now} asOf={asOf} isAlone />
      </section>
      {statements.length > 0 && (
        <section class="statements">
          <h2>What was said on the record</h2>
          {statements.map((statement) => (
            <Statement statement={statement} mayVerify={mayVerify} />
          ))}
        </section>
      )}
      <Criteria criteria={rumor.criteria} />
      <p class="muted small">
        Followed since <Moment at={rumor.created_at} />.
      </p>
    </article>
  );
}
