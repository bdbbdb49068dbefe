import type { ComponentChildren } from 'preact';
import { answerOf } from '../parts/answer.js';
import { Change } from '../parts/change.js';
import type { RumorStory } from '../rumor/rumor-story.js';
import { count, listed, percent, sayDay } from '../wording.js';
import type { DeviceStory } from './device-story.js';
import { glanceAt, type Glance } from './glance.js';
import { findingOf } from './launch-section.js';

/** The answers to what is asked first: when, what it is called and costs, who says so, what changed, what would change it. */
export function DeviceGlance({ story, lead }: { story: DeviceStory; lead: RumorStory | null }) {
  const { name, price, sources, announced, moved, fresh, decisive } = glanceAt(story, lead);
  return (
    <dl class="glance">
      <Fact ask="When">{story.launch === null ? 'nobody has said' : <Launch story={story} />}</Fact>
      {name !== null && (
        <Fact ask="Called">
          <Answer story={name} />
        </Fact>
      )}
      {lead !== null && sources !== null && <Fact ask={`Who says ${answerOf(lead.rumor)}`}>{sources}</Fact>}
      <Fact ask="Costs">{price === null ? 'nobody has said' : <Answer story={price} />}</Fact>
      {announced !== null && (
        <Fact ask="On the record">
          <a href={`#${announced.rumor.id}`}>{announced.rumor.text}</a>
          {announced.speakers.length > 0 && <small class="muted">said by {listed(announced.speakers)}</small>}
        </Fact>
      )}
      <Fact ask="Changed in 7 days">
        {moved === null ? (
          unmoved(fresh)
        ) : (
          <>
            <a href={`#${moved.rumor.id}`}>{moved.rumor.text}</a>{' '}
            <Change by={moved.rumor.confidence?.change_7d ?? null} since="in 7 days" />
          </>
        )}
      </Fact>
      {decisive?.rumor.criteria && <Fact ask="Would settle it">{decisive.rumor.criteria.proof}</Fact>}
    </dl>
  );
}

/** What there is to say of a week in which nothing known moved by a point. */
function unmoved(fresh: Glance['fresh']): string {
  if (fresh.count === 0) return 'nothing by a point';
  return fresh.isAll ? 'all of it is new' : `${count(fresh.count, 'new rumor')}, else nothing by a point`;
}

function Fact({ ask, children }: { ask: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{ask}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Answer({ story: { rumor } }: { story: RumorStory }) {
  return (
    <>
      <a href={`#${rumor.id}`}>{answerOf(rumor)}</a>{' '}
      {rumor.confidence && <span class="num muted">{percent(rumor.confidence.probability)}</span>}
    </>
  );
}

function Launch({ story: { launch } }: { story: DeviceStory }) {
  if (launch === null) return null;
  const { p50 } = launch.quantiles;
  const { horizonOn, notByHorizon } = launch;
  if (p50 === null && horizonOn === null) return <a href="#launch-window">every day that was named has passed</a>;
  return (
    <>
      <a href="#launch-window" title={findingOf(launch)}>
        {p50 === null ? `likely not by ${sayDay(horizonOn ?? '')}` : `as likely as not by ${sayDay(p50)}`}
      </a>
      {p50 !== null && horizonOn !== null && (
        <small class="muted">
          {percent(notByHorizon)} not by {sayDay(horizonOn)}
        </small>
      )}
    </>
  );
}
