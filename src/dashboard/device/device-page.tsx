import { headlineQuestionOf } from '../parts/questions.js';
import { Statement } from '../parts/statement.js';
import { answerOf, askedOf, scopeOf } from '../parts/answer.js';
import { TakeAway } from '../parts/take-away.js';
import { DeviceGlance } from './device-glance.js';
import { DeviceHead } from './device-head.js';
import { DeviceSources } from './device-sources.js';
import type { DeviceStory } from './device-story.js';
import { LaunchSection } from './launch-section.js';
import { anchorOf, QuestionSection } from '../rumor/question-section.js';
import type { QuestionStory } from '../rumor/rumor-story.js';

/** The page of a device: what is most asked of it, when it launches, every rumor with why, and what was said. */
export function devicePage(story: DeviceStory) {
  const lead = leadOf(story.questions);
  const others = story.questions.filter((question) => question !== lead);
  return (
    <article class="device">
      <DeviceHead story={story} />
      {lead && <DeviceGlance story={story} lead={lead.answers[0] ?? null} />}
      {lead && <QuestionSection story={lead} at={story.at} asOf={story.asOf} lead asked={doubtOf(story, lead)} />}
      {story.launch && <LaunchSection launch={story.launch} story={story} />}
      <Statements story={story} />
      <Jumps questions={others} />
      <div class="questions">
        {others.map((question) => (
          <QuestionSection story={question} at={story.at} asOf={story.asOf} />
        ))}
      </div>
      <DeviceSources story={story} />
      {story.questions.length === 0 && <p class="muted">Nothing was said about it by then.</p>}
      <TakeAway scope={story.device.slug} list="rumors" filter={{ device: story.device.slug }} asOf={story.asOf} />
    </article>
  );
}

/** From how many questions on one wants to jump among them. */
const MANY_QUESTIONS = 4;

/** The other questions by name, each with how many answers it has. */
function Jumps({ questions }: { questions: readonly QuestionStory[] }) {
  if (questions.length < MANY_QUESTIONS) return null;
  return (
    <nav class="kinds jumps" aria-label="What else is asked">
      {questions.map(({ question, answers: [first, ...rest] }) => {
        if (!first) return null;
        const name = [askedOf(first.rumor), scopeOf(first.rumor)].filter(Boolean).join(' ');
        return (
          <a href={`#q-${anchorOf(question)}`}>
            {name} <span class="muted">{rest.length + 1}</span>
          </a>
        );
      })}
    </nav>
  );
}

function leadOf(questions: readonly QuestionStory[]): QuestionStory | undefined {
  const asked = questions.map(({ question, answers }) => ({ question, rumors: answers.map(({ rumor }) => rumor) }));
  const headline = headlineQuestionOf(asked);
  return questions.find(({ question }) => question === headline?.question) ?? questions[0];
}

/** A name that is in doubt is asked for as people ask: whether it will be the one that everybody uses. */
function doubtOf({ device }: DeviceStory, { question, answers }: QuestionStory): string | undefined {
  const isRival = answers.length > 1 && answers.some(({ rumor }) => answerOf(rumor) === device.name);
  return question === 'name' && isRival ? `Will it be called ${device.name}?` : undefined;
}

function Statements({ story }: { story: DeviceStory }) {
  if (story.statements.length === 0) return null;
  return (
    <section class="statements" id="statements">
      <h2>What was said on the record</h2>
      {story.statements.map((statement) => (
        <Statement statement={statement} mayVerify={story.mayVerify} />
      ))}
    </section>
  );
}
