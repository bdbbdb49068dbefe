import { sayDay } from '../wording.js';
import type { Tour } from './tour.js';

/** The clock of the demo, which goes back and on, and the chapters of its story. */
export function TourBar({ tour }: { tour: Tour }) {
  const { on, back, ahead, play, here } = tour;
  return (
    <aside class="held tour" aria-label="Demo">
      <div class="tour-clock">
        <span class="tour-name">Demo clock</span>
        {back !== null && (
          <a class="tour-step" href={back}>
            <span aria-hidden="true">◀</span> day<span class="sr"> before</span>
          </a>
        )}
        <strong>{sayDay(on)}</strong>
        {ahead !== null && (
          <a class="tour-step" href={ahead}>
            day<span class="sr"> after</span> <span aria-hidden="true">▶</span>
          </a>
        )}
        {play !== null && <Play to={play.next} here={here} label="day" more=" after" />}
        {play !== null && play.last > play.next && (
          <Play to={play.last} here={here} label={`play to ${sayDay(play.last)}`} />
        )}
      </div>
      <Chapters chapters={tour.chapters} />
    </aside>
  );
}

function Play({ to, here, label, more }: { to: string; here: string; label: string; more?: string }) {
  return (
    <form method="post" action="/demo/clock">
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="next" value={here} />
      <button class="tour-step">
        {label}
        {more !== undefined && <span class="sr">{more}</span>} <span aria-hidden="true">▶</span>
      </button>
    </form>
  );
}

function Chapters({ chapters }: Pick<Tour, 'chapters'>) {
  return (
    <nav aria-label="Chapters of the story">
      {chapters.map(({ href, title, on, isHere }) => (
        <a href={href} title={sayDay(on)} aria-current={isHere ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}
